package flambeau.args;

/**
 * The keyword {@code momentum}: the share of the past that is kept: of the velocity in SGD, and 1 minus it of running statistics.
 *
 * @param value the share of the past that is kept: of the velocity in SGD, and 1 minus it of running statistics; NaN for a
 *     plain average over the whole past
 */
public record Momentum(double value) implements Arg<Momentum.Taker> {
    /** Takes this keyword. */
    public interface Taker {}

    /** Whether running statistics are plain averages over the whole past: PyTorch's {@code momentum=None}. */
    public boolean isCumulative() {
        return Double.isNaN(value);
    }
}
