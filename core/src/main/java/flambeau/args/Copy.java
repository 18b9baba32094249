package flambeau.args;

/**
 * The keyword {@code copy}: whether the result has memory of its own even where nothing changes.
 *
 * @param value whether the result has memory of its own even where nothing changes
 */
public record Copy(boolean value) implements Arg<Copy.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
