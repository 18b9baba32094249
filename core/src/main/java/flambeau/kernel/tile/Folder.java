package flambeau.kernel.tile;

import flambeau.array.DType;
import flambeau.kernel.Reduce.Op;

/** A tile of what is reduced and a row of results, in double or long, and the loops over them. */
abstract class Folder {
    /** The elements of a tile, and of the row of results. */
    static final int SIZE = Tiles.SIZE / 2;

    /** The distance at which elements are folded: a constant, with which C2 can vectorise. */
    static final int LANES = 64;

    /** The type of results, before they are converted. */
    abstract DType dtype();

    /** Reads {@code n} elements; for ANY and ALL they become 0 or 1. */
    abstract void load(Op op, DType dtype, long from, int n);

    /** The result number {@code result} is the fold of n elements from {@code at}, which are overwritten. */
    abstract void fold(Op op, int at, int n, int result);

    /** Result 0 is the fold of n elements in memory: of those of a tile LANES at a time, and in the end of the lanes. */
    void foldRow(Op op, DType dtype, long from, int n) {
        if (n <= SIZE) {
            load(op, dtype, from, n);
            fold(op, 0, n, 0);
            return;
        }
        for (int i = 0; i < n; i += SIZE) {
            int m = Math.min(SIZE, n - i), last = Math.max(m - LANES, 0);
            load(op, dtype, from + (long) i * dtype.bytes(), m);
            foldLanes(op, last);
            if (i == 0) begin(last, LANES);
            else add(op, last, Math.min(m, LANES));
        }
        foldResults(op);
    }

    /** Folds the first n elements into those that are LANES further on. */
    abstract void foldLanes(Op op, int n);

    /** Result 0 is the fold of the first LANES results. */
    abstract void foldResults(Op op);

    /** Folds the result number 1 into number 0. */
    abstract void combine(Op op);

    /** The results are n elements from {@code at}. */
    abstract void begin(int at, int n);

    /** Folds n elements from {@code at} into the results. */
    abstract void add(Op op, int at, int n);

    /** Writes n results. */
    abstract void store(long to, int n);

    /** Whether result 1 is better than result 0, for MAX and MIN; NaN is the best. */
    abstract boolean isBetter(Op op);

    /** The place of the first element that equals result 0. */
    abstract int find(int n);
}
