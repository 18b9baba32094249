package flambeau.args;

/**
 * The keyword {@code alwaysCall}: whether a hook is called even if the layer throws.
 *
 * @param value whether a hook is called even if the layer throws
 */
public record AlwaysCall(boolean value) implements Arg<AlwaysCall.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
