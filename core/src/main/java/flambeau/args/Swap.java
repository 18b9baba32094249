package flambeau.args;

/**
 * The keyword {@code swap}: whether the positive example may be the anchor, where it is nearer to the negative one.
 *
 * @param value whether the positive example may be the anchor, where it is nearer to the negative one
 */
public record Swap(boolean value) implements Arg<Swap.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
