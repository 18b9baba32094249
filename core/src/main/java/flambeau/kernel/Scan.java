package flambeau.kernel;

import flambeau.array.Array;

/**
 * Running folds along one dimension. Arrays of a call have one shape, with at least one dimension. Every method returns whether
 * this provider has done it.
 */
public interface Scan {
    /** What is made of all elements so far. */
    enum Op {
        /** The sum. */
        SUM,
        /** The product. */
        PROD,
        /** {@code log(sum exp(x))}, without overflow. */
        LOGSUMEXP
    }

    /**
     * {@code y[i] = x[0] op .. op x[i]} along dimension {@code dim}, in double precision where it is floating.
     *
     * @param reverse whether it begins at the last element
     */
    boolean scan(Op op, boolean reverse, Array x, int dim, Array y);

    /**
     * The largest or smallest so far, and where the latest of equals stands (int64); NaN wins.
     *
     * @param largest whether it is the largest
     */
    boolean extremes(boolean largest, Array x, int dim, Array y, Array index);

    /**
     * The linear recurrence {@code y[i] = a[i] + b[i] y[i - 1]}, with {@code y[-1] = 0}.
     *
     * @param reverse whether it begins at the last element, and y[i] follows from y[i + 1]
     */
    boolean recurrence(boolean reverse, Array a, Array b, int dim, Array y);

    /** {@code log(exp(a) + exp(b))}, without overflow. */
    static double logAddExp(double a, double b) {
        double high = Math.max(a, b), low = Math.min(a, b);
        if (high == low || Double.isNaN(high) || Double.isInfinite(high))
            return high == low && !Double.isInfinite(high) ? high + LN_2 : high;
        return high + Math.log1p(Math.exp(low - high));
    }

    /** The logarithm of 2. */
    double LN_2 = 0.6931471805599453;
}
