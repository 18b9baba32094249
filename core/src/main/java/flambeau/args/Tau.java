package flambeau.args;

/**
 * The keyword {@code tau}: the temperature: the smaller, the nearer to one-hot.
 *
 * @param value the temperature: the smaller, the nearer to one-hot
 */
public record Tau(double value) implements Arg<Tau.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
