package flambeau.kernel;

import flambeau.array.Array;

/** Reductions. Every method returns whether this provider has done it. */
public interface Reduce {
    /** What a reduction makes of all the elements that it meets; NaN wins in MAX and MIN. */
    enum Op {
        /** The sum. */
        SUM,
        /** The product. */
        PROD,
        /** The largest. */
        MAX,
        /** The smallest. */
        MIN,
        /** Whether one is not 0. */
        ANY,
        /** Whether none is 0. */
        ALL
    }

    /**
     * Reduces {@code x} to {@code y}, which is overwritten.
     *
     * @param y broadcast to x's shape: its stride is 0 along the dimensions that are reduced
     */
    boolean reduce(Op op, Array x, Array y);

    /**
     * The place of the largest (MAX) or smallest (MIN) element along the last dimension, the first of equals.
     *
     * @param index int64, in x's shape without the last dimension
     */
    boolean argReduce(Op op, Array x, Array index);
}
