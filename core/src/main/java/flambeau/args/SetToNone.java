package flambeau.args;

/**
 * The keyword {@code setToNone}: whether gradients are dropped rather than set to 0.
 *
 * @param value whether gradients are dropped rather than set to 0
 */
public record SetToNone(boolean value) implements Arg<SetToNone.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
