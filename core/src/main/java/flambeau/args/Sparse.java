package flambeau.args;

/**
 * The keyword {@code sparse}: whether the gradient of the weight is sparse.
 *
 * @param value whether the gradient of the weight is sparse
 */
public record Sparse(boolean value) implements Arg<Sparse.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
