package flambeau.args;

/**
 * The keyword {@code median}: the median of a distribution.
 *
 * @param value the median of a distribution
 */
public record Median(double value) implements Arg<Median.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
