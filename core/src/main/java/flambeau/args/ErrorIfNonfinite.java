package flambeau.args;

/**
 * The keyword {@code errorIfNonfinite}: whether a norm that is infinite or NaN is refused.
 *
 * @param value whether a norm that is infinite or NaN is refused
 */
public record ErrorIfNonfinite(boolean value) implements Arg<ErrorIfNonfinite.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
