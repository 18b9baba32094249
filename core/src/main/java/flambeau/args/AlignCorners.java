package flambeau.args;

/**
 * The keyword {@code alignCorners}: whether the outermost elements of input and output lie at the same places, and not their outer edges.
 *
 * @param value whether the outermost elements of input and output lie at the same places, and not their outer edges
 */
public record AlignCorners(boolean value) implements Arg<AlignCorners.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
