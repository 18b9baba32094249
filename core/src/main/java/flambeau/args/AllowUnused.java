package flambeau.args;

/**
 * The keyword {@code allowUnused}: whether an input on which no output depends has the gradient null.
 *
 * @param value whether an input on which no output depends has the gradient null
 */
public record AllowUnused(boolean value) implements Arg<AllowUnused.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
