package flambeau.args;

/**
 * The keyword {@code invert}: whether the answer is turned over.
 *
 * @param value whether the answer is turned over
 */
public record Invert(boolean value) implements Arg<Invert.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
