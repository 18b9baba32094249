package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.kernel.Parallel;
import flambeau.kernel.Reduce;

/** Sums, maxima and minima of float32. */
public abstract class FloatReduce implements Reduce {
    private static final int CHUNK = 1 << 16; // elements a thread takes at a time

    /** For subclasses. */
    protected FloatReduce() {}

    /** Whether this provider wants to compute {@code op} of so many elements. */
    protected abstract boolean takes(Op op, long count);

    /** The folds of {@code rows} rows of m elements, {@code rows m} being at most {@link Lanes#BLOCK}. */
    protected abstract void fold(Op op, long x, int rows, int m, float[] results);

    /** {@code acc[j] = } the fold of {@code x[r stride + j]} over r, for at most {@link Lanes#BLOCK} j. */
    protected abstract void foldRows(Op op, long x, int rows, long stride, float[] acc, int n);

    @Override
    public boolean reduce(Op op, Array x, Array y) {
        boolean known = op == Op.SUM || op == Op.MAX || op == Op.MIN;
        if (!known || !x.isFloat32() || !y.isFloat32() || x.count() == 0 || !takes(op, x.count())) return false;
        if (x.layout().isContiguous()) {
            long m = trailing(y.layout());
            if (m > 0) {
                rows(op, x.address(), x.count() / m, m, y.address());
                return true;
            }
            m = leading(y.layout());
            if (m > 0) {
                columns(op, x.address(), x.count() / m, (int) m, m, y.address(), 1);
                return true;
            }
        }
        var grid = Grid.over(x, y);
        if (grid.innerStride(0) != 1) return onCopy(op, x, y);
        new ReduceGrid(this, op, grid).run();
        return true;
    }

    private boolean onCopy(Op op, Array x, Array y) {
        if (x.count() == 1) return false;
        var copy = Dense.copy(x, x.layout().isDense() ? x.layout().fresh() : Layout.contiguous(x.shape()));
        boolean done = reduce(op, copy, y);
        copy.storage().release();
        return done;
    }

    /** If y, of stride 0 where reduced, reduces the last dimensions of a contiguous x: the count of those; else 0. */
    private static long trailing(Layout y) {
        long reduced = 1, kept = 1;
        int d = y.shape().rank() - 1;
        for (; d >= 0 && (y.shape().get(d) == 1 || y.stride(d) == 0); d--)
            reduced *= y.shape().get(d);
        for (; d >= 0; d--) {
            if (y.shape().get(d) != 1 && y.stride(d) != kept) return 0;
            kept *= y.shape().get(d);
        }
        return reduced;
    }

    /** If y reduces the first dimensions of a contiguous x: the count of the others; else 0. */
    private static long leading(Layout y) {
        long kept = 1;
        int d = y.shape().rank() - 1;
        for (; d >= 0 && (y.shape().get(d) == 1 || y.stride(d) == kept); d--)
            kept *= y.shape().get(d);
        for (; d >= 0; d--) if (y.shape().get(d) != 1 && y.stride(d) != 0) return 0;
        return kept <= Integer.MAX_VALUE / 2 ? kept : 0;
    }

    /** y[i] is the fold of row i of x [rows, m]. */
    private void rows(Op op, long x, long rows, long m, long y) {
        if (m > Lanes.BLOCK / 2) {
            for (long i = 0; i < rows; i++) Floats.set(y + 4 * i, (float) foldLong(op, x + 4 * i * m, m));
            return;
        }
        int width = (int) m, some = Lanes.BLOCK / width;
        Parallel.forRange(rows, Math.max(CHUNK / width / some, 1) * (long) some, (low, high) -> {
            var results = Row.get().floats;
            for (long i = low; i < high; i += some) {
                int n = (int) Math.min(some, high - i);
                fold(op, x + 4 * i * m, n, width, results);
                Floats.store(results, 0, y + 4 * i, n);
            }
        });
    }

    /** The fold of n elements: blocks in float, what they make in double. */
    final double foldLong(Op op, long x, long n) {
        int chunks = (int) ((n + CHUNK - 1) / CHUNK);
        if (chunks == 1) return foldChunk(op, x, n);
        var partial = new double[chunks];
        Parallel.forRange(chunks, 1, (low, high) -> {
            for (long c = low; c < high; c++)
                partial[(int) c] = foldChunk(op, x + 4 * c * CHUNK, Math.min(CHUNK, n - c * CHUNK));
        });
        double sum = partial[0];
        for (int c = 1; c < chunks; c++) sum = combine(op, sum, partial[c]);
        return sum;
    }

    private double foldChunk(Op op, long x, long n) {
        var result = Row.get().floats;
        fold(op, x, 1, (int) Math.min(n, Lanes.BLOCK), result);
        double sum = result[0];
        for (long i = Lanes.BLOCK; i < n; i += Lanes.BLOCK) {
            fold(op, x + 4 * i, 1, (int) Math.min(n - i, Lanes.BLOCK), result);
            sum = combine(op, sum, result[0]);
        }
        return sum;
    }

    /** y[j stepY] is the fold of column j of x [rows, m], whose rows are {@code stride} apart. */
    final void columns(Op op, long x, long rows, int m, long stride, long y, long stepY) {
        var sums = columnFolds(op, x, rows, m, stride);
        for (int j = 0; j < m; j++) Floats.set(y + 4L * j * stepY, (float) sums[j]);
    }

    final double[] columnFolds(Op op, long x, long rows, int m, long stride) {
        return Columns.fold(
                op,
                rows,
                m,
                stride,
                (element, column, some, step, acc, n) -> foldRows(op, x + 4 * (element + column), some, step, acc, n));
    }

    static double combine(Op op, double a, double b) {
        return switch (op) {
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
            default -> a + b;
        };
    }

    @Override
    public boolean argReduce(Op op, Array x, Array index) {
        return false;
    }
}
