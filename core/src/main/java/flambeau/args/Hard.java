package flambeau.args;

/**
 * The keyword {@code hard}: whether the result is one-hot, with the gradient of the soft one.
 *
 * @param value whether the result is one-hot, with the gradient of the soft one
 */
public record Hard(boolean value) implements Arg<Hard.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
