package flambeau.kernel;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/** Places in sorted sequences, and counts. Every method returns whether this provider has done it. */
public interface Counting {
    /**
     * Where each value would be inserted: before the first element that is not less, or with {@code right} before the first
     * that is greater. NaN is not less than anything only as an element.
     *
     * @param sorted [rows, n], or [n] for all values; in order, or by {@code sorter}
     * @param sorter int64 places in the shape of {@code sorted}, or null
     * @param values [rows, m], or any shape if there is one sequence; of the dtype of {@code sorted}
     * @param index int32 or int64, in the shape of {@code values}
     */
    boolean search(Array sorted, @Nullable Array sorter, Array values, boolean right, Array index);

    /**
     * Adds to {@code y[x[i]]} the weight of i, or 1.
     *
     * @param x integers, all of them places of y
     * @param y int64, or floating of the dtype of the weights
     */
    boolean bincount(Array x, @Nullable Array weights, Array y);

    /** Adds 1 to the bin of each element of x that lies in [low, high]; y has the bins, of equal width. */
    boolean histogram(Array x, double low, double high, Array y);
}
