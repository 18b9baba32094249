package flambeau.args;

/**
 * The keyword {@code recomputeScaleFactor}: whether the scale is found from the sizes, which are whole numbers, and not taken as given.
 *
 * @param value whether the scale is found from the sizes, which are whole numbers, and not taken as given
 */
public record RecomputeScaleFactor(boolean value) implements Arg<RecomputeScaleFactor.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
