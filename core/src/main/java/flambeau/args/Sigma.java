package flambeau.args;

/**
 * The keyword {@code sigma}: the width of a distribution.
 *
 * @param value the width of a distribution
 */
public record Sigma(double value) implements Arg<Sigma.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
