package flambeau.args;

/**
 * The keyword {@code prepend} of hooks: whether a hook is called before those that are there.
 *
 * @param value whether a hook is called before those that are there
 */
public record PrependHook(boolean value) implements Arg<PrependHook.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
