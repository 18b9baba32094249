package flambeau.args;

/**
 * The keyword {@code mean}: the mean of a distribution.
 *
 * @param value the mean of a distribution
 */
public record Mean(double value) implements Arg<Mean.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
