package flambeau.kernel.runs;

import flambeau.kernel.Parallel;
import flambeau.kernel.Reduce;
import java.util.Arrays;

/**
 * Folds a matrix [rows, m] to its columns. Up to {@value #ROWS} rows are folded in float32, what they make in double. Rows of a
 * narrow matrix are taken several at a time, as one wide row, so that loops are long; the columns of that are folded at the end.
 */
final class Columns {
    private static final int ROWS = 64;
    private static final int WIDE = 256;
    private static final int CHUNK = 1 << 16; // elements a thread takes at a time

    /** The loop over elements. */
    @FunctionalInterface
    interface Body {
        /**
         * {@code acc[j] = } the fold of {@code x[element + r stride + j]} over r.
         *
         * @param element the number of the first element
         * @param column its column
         * @param n at most {@link Lanes#BLOCK}
         */
        void rows(long element, int column, int rows, long stride, float[] acc, int n);
    }

    private final Reduce.Op op;
    private final long rows;
    private final int m;
    private final long stride;
    private final Body body;
    private final int group; // rows in a wide row
    private final int width;

    private Columns(Reduce.Op op, long rows, int m, long stride, Body body) {
        this.op = op;
        this.rows = rows;
        this.m = m;
        this.stride = stride;
        this.body = body;
        group = group(m, stride);
        width = group * m;
    }

    /** How many rows of m elements, {@code stride} apart, are taken as one: parameters of columns are repeated as often. */
    static int group(int m, long stride) {
        return stride == m && m < WIDE ? WIDE / m : 1;
    }

    /** The folds of m columns, over at least one row; rows are {@code stride} elements apart. */
    static double[] fold(Reduce.Op op, long rows, int m, long stride, Body body) {
        var columns = new Columns(op, rows, m, stride, body);
        return rows < columns.group ? columns.few() : columns.fold();
    }

    /** Of rows that do not fill a wide one. */
    private double[] few() {
        var sums = identities(m);
        var acc = Row.get().floats;
        int n = (int) rows * m;
        body.rows(0, 0, 1, stride, acc, n);
        for (int i = 0; i < n; i += m) for (int j = 0; j < m; j++) sums[j] = combine(sums[j], acc[i + j]);
        return sums;
    }

    private double[] fold() {
        long wideRows = rows / group, rest = rows % group * m;
        long wideStride = group == 1 ? stride : width;
        int chunkRows = Math.max(CHUNK / width / ROWS, 1) * ROWS,
                chunks = (int) ((wideRows + chunkRows - 1) / chunkRows);
        int blocks = (width + Lanes.BLOCK - 1) / Lanes.BLOCK;
        var sums = new double[Math.max(chunks, 1)][];
        for (int c = 0; c < sums.length; c++) sums[c] = identities(width);
        Parallel.forRange((long) chunks * blocks, 1, (low, high) -> {
            for (long i = low; i < high; i++) {
                int chunk = (int) (i / blocks), column = (int) (i % blocks) * Lanes.BLOCK;
                long first = (long) chunk * chunkRows, end = Math.min(first + chunkRows, wideRows);
                for (long r = first; r < end; r += ROWS)
                    add(
                            r * wideStride,
                            column,
                            (int) Math.min(ROWS, end - r),
                            wideStride,
                            Math.min(Lanes.BLOCK, width - column),
                            sums[chunk]);
            }
        });
        for (int c = 1; c < sums.length; c++)
            for (int j = 0; j < width; j++) sums[0][j] = combine(sums[0][j], sums[c][j]);
        if (rest > 0) add(wideRows * wideStride, 0, 1, wideStride, (int) rest, sums[0]);
        return group == 1 ? sums[0] : narrow(sums[0]);
    }

    private double[] identities(int n) {
        var sums = new double[n];
        if (op != Reduce.Op.SUM)
            Arrays.fill(sums, op == Reduce.Op.MAX ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        return sums;
    }

    private void add(long element, int column, int rows, long stride, int n, double[] sums) {
        var acc = Row.get().floats;
        body.rows(element, column, rows, stride, acc, n);
        for (int j = 0; j < n; j++) sums[column + j] = combine(sums[column + j], acc[j]);
    }

    private double[] narrow(double[] wide) {
        var sums = Arrays.copyOf(wide, m);
        for (int g = 1; g < group; g++) for (int j = 0; j < m; j++) sums[j] = combine(sums[j], wide[g * m + j]);
        return sums;
    }

    private double combine(double a, double b) {
        return switch (op) {
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
            default -> a + b;
        };
    }
}
