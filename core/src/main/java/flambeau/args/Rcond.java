package flambeau.args;

/**
 * The keyword {@code rcond}: what singular values, relative to the largest, count as zero.
 *
 * @param value what singular values, relative to the largest, count as zero
 */
public record Rcond(double value) implements Arg<Rcond.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
