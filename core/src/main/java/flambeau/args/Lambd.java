package flambeau.args;

/**
 * The keyword {@code lambd}: the rate of a distribution.
 *
 * @param value the rate of a distribution
 */
public record Lambd(double value) implements Arg<Lambd.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
