package flambeau.kernel;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/**
 * Factorisations of float32 and float64 matrices, with the pivots, signs and numbers of LAPACK. Every array is a batch
 * {@code [b, ..]} and contiguous, and of one dtype but for int32 pivots and info. Every method returns whether this provider has
 * done it.
 */
public interface Factor {
    /**
     * {@code P L U} with partial pivoting, in place: U on and above the diagonal, L below.
     *
     * @param a [b, m, n]
     * @param pivots [b, min(m, n)] int32: the row, from 1, that was exchanged with each
     * @param info [b] int32: 0, or which element of the diagonal of U, from 1, is the first that is 0
     */
    boolean lu(Array a, Array pivots, Array info);

    /**
     * {@code L L^T}, in place in the lower triangle, the only one that is read; the upper one becomes 0.
     *
     * @param a [b, n, n]
     * @param info [b] int32: 0, or which leading minor, from 1, is the first that is not positive
     */
    boolean cholesky(Array a, Array info);

    /**
     * {@code X} with {@code A X = B} for a triangular A, in place of B.
     *
     * @param a [b, n, n], any strides; only the triangle is read
     * @param x [b, n, m]: B, then X
     */
    boolean triangular(Array a, boolean upper, boolean unit, Array x);

    /**
     * {@code Q R} by reflections {@code 1 - tau v v^T}, in place: R on and above the diagonal, v below, its first element being 1.
     *
     * @param a [b, m, n]
     * @param tau [b, min(m, n)]
     */
    boolean qr(Array a, Array tau);

    /**
     * The first columns of the Q of such reflections.
     *
     * @param a [b, m, n], as {@link #qr} leaves it
     * @param tau [b, min(m, n)]
     * @param q [b, m, c]
     */
    boolean reflections(Array a, Array tau, Array q);

    /**
     * Eigenvalues in ascending order, and eigenvectors as columns, of symmetric matrices.
     *
     * @param a [b, n, n], finite; only the lower triangle is read; it becomes the vectors if {@code vectors}
     * @param values [b, n]
     * @param info [b] int32: 0, or not 0 where the iteration did not converge
     */
    boolean eigh(Array a, boolean vectors, Array values, Array info);

    /**
     * Singular values in descending order, and singular vectors.
     *
     * @param a [b, m, n], finite
     * @param u [b, m, k or m], or null for values only
     * @param s [b, k], k being min(m, n)
     * @param vh [b, k or n, n], or null
     * @param info [b] int32: 0, or not 0 where the iteration did not converge
     */
    boolean svd(Array a, @Nullable Array u, Array s, @Nullable Array vh, Array info);
}
