package flambeau.kernel;

import flambeau.array.Array;

/**
 * Reading and writing where an index says. Every method returns whether this provider has done it.
 *
 * <p>An array of lines has the shape of the index, with the stride 0 along the dimension that the index names: place p of it is
 * where the line begins that element p of the index counts along, in steps of {@code step} elements.
 */
public interface Indexing {
    /** How what is written joins what is there. */
    enum Fold {
        /** Takes its place. */
        SET,
        /** Is added. */
        ADD,
        /** Is multiplied. */
        MUL,
        /** The larger stays; NaN if one is. */
        MAX,
        /** The smaller stays; NaN if one is. */
        MIN
    }

    /** {@code y[p] = x[p + step * index[p]]}; x are lines, x and index (int64, validated) have, or broadcast to, y's shape. */
    boolean gather(Array x, long step, Array index, Array y);

    /**
     * {@code y[p + step * index[p]] = x[p]}, or joined with it; y are lines, and all have the shape of the index. Lines at
     * different places along dimensions in which y has a stride do not meet.
     */
    boolean scatter(Fold fold, Array x, Array index, long step, Array y);

    /** The smallest and the largest element of x (int64, not empty), in y (int64, two elements). */
    boolean range(Array x, Array y);

    /** The number of true elements of the mask (bool, contiguous), in y (int64, one element). */
    boolean count(Array mask, Array y);

    /** The numbers of the true elements of the mask (bool, contiguous) in row-major order; y is int64 and contiguous. */
    boolean places(Array mask, Array y);
}
