package flambeau.kernel;

import flambeau.array.Array;

/**
 * Order along one dimension, of any type. NaN is above all numbers, equal elements keep their order, and 0 and -0 are equal.
 * Every method returns whether this provider has done it.
 */
public interface Sort {
    /** Which element of a line is wanted. */
    enum Rank {
        /** The one at place k of the sorted line. */
        KTH,
        /** The lower median; the first NaN, if there is one. */
        MEDIAN,
        /** The lower median of those that are not NaN; the first, if there are none. */
        NANMEDIAN
    }

    /**
     * All elements in order, and where they stood (int64).
     *
     * @param values x's elements, in x's shape and dtype
     */
    boolean sort(boolean descending, Array x, int dim, Array values, Array index);

    /**
     * The first elements in order, and where they stood (int64); as many as the results have room for along {@code dim}.
     *
     * @param descending whether these are the largest
     */
    boolean top(boolean descending, Array x, int dim, Array values, Array index);

    /**
     * Where one element stands (int64).
     *
     * @param k its place in the sorted line, for KTH
     * @param index in x's shape but for size 1 along {@code dim}
     */
    boolean rank(Rank which, long k, Array x, int dim, Array index);
}
