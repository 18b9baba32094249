package flambeau.args;

/**
 * The keyword {@code t0}: the step at which averaging begins.
 *
 * @param value the step at which averaging begins
 */
public record T0(double value) implements Arg<T0.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
