package flambeau.args;

/**
 * The keyword {@code posinf}: the number in place of positive infinity.
 *
 * @param value the number in place of positive infinity
 */
public record Posinf(double value) implements Arg<Posinf.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
