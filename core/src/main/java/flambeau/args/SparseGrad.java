package flambeau.args;

/**
 * The keyword {@code sparseGrad}: whether the gradient of what is gathered from is sparse.
 *
 * @param value whether the gradient of what is gathered from is sparse
 */
public record SparseGrad(boolean value) implements Arg<SparseGrad.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
