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

    /** Products with one right factor, of which a provider may keep a copy in an order of its own. */
    @FunctionalInterface
    interface Prepared extends AutoCloseable {
        /**
         * {@code y = a b + bias}.
         *
         * @param a [n, k], contiguous
         * @param y [n, m], contiguous
         */
        void times(Array a, Array y);

        /** Gives the copy back. */
        @Override
        default void close() {}
    }

    /**
     * Prepares products with b, which does not change meanwhile; null where this provider has nothing better than
     * {@link #matmul}.
     *
     * @param b [k, m], any strides
     * @param bias [m], or null
     * @param rows the rows that most left factors have
     */
    default @Nullable Prepared prepare(Array b, @Nullable Array bias, int rows) {
        return null;
    }
}
