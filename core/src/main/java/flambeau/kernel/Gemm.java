package flambeau.kernel;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/** Matrix products. Every method returns whether this provider has done it. */
public interface Gemm {
    /**
     * {@code y = a b + bias} for each matrix of a batch.
     *
     * @param a [n, k] or [batch, n, k], any strides
     * @param b [k, m] or [batch, k, m], any strides
     * @param bias [m], or null
     * @param y [n, m] or [batch, n, m], contiguous
     */
    boolean matmul(Array a, Array b, @Nullable Array bias, Array y);
}
