package flambeau.kernel.runs;

import flambeau.kernel.Parallel;
import flambeau.kernel.Reduce.Op;
import java.util.Arrays;

/** Channels that are the columns of a matrix. */
record ChannelColumns(FloatNorm loops, long rows, int c) implements Channels {
    private static final int CHUNK = 1 << 15; // elements a thread takes at a time

    @Override
    public double[] sums(long x) {
        return Columns.fold(
                Op.SUM,
                rows,
                c,
                c,
                (element, column, some, stride, acc, n) ->
                        loops.sumRows(x + 4 * (element + column), some, stride, acc, n));
    }

    @Override
    public double[] squares(long x, float[] mean) {
        var means = repeat(mean, Columns.group(c, c));
        return Columns.fold(
                Op.SUM,
                rows,
                c,
                c,
                (element, column, some, stride, acc, n) ->
                        loops.squareRows(x + 4 * (element + column), from(means, column), some, stride, acc, n));
    }

    @Override
    public double[] products(long dy, long x, float[] mean) {
        var means = repeat(mean, Columns.group(c, c));
        return Columns.fold(
                Op.SUM,
                rows,
                c,
                c,
                (element, column, some, stride, acc, n) -> loops.productRows(
                        dy + 4 * (element + column),
                        x + 4 * (element + column),
                        from(means, column),
                        some,
                        stride,
                        acc,
                        n));
    }

    @Override
    public void affine(long x, long y, float[] mean, float[] scale, float[] shift) {
        int group = group();
        float[] means = repeat(mean, group), scales = repeat(scale, group), shifts = repeat(shift, group);
        forRows(
                group,
                (at, column, n) -> loops.affine(
                        x + at, y + at, from(means, column), from(scales, column), from(shifts, column), n));
    }

    @Override
    public void gradient(long dy, long x, long dx, float[] mean, float[] a, float[] b, float[] c) {
        int group = group();
        float[] means = repeat(mean, group), as = repeat(a, group), bs = repeat(b, group), cs = repeat(c, group);
        forRows(
                group,
                (at, column, n) -> loops.gradient(
                        dy + at,
                        x + at,
                        dx + at,
                        from(means, column),
                        from(as, column),
                        from(bs, column),
                        from(cs, column),
                        n));
    }

    /** As many rows as fill a block. */
    private int group() {
        return (int) Math.min(Math.max(Lanes.BLOCK / c, 1), rows);
    }

    private interface Body {
        void run(long at, int column, int n);
    }

    /** Visits all elements in runs that begin at a column; {@code at} is in bytes. */
    private void forRows(int group, Body body) {
        int width = group * c;
        Parallel.forRange((rows + group - 1) / group, Math.max(CHUNK / width, 1), (low, high) -> {
            for (long r = low; r < high; r++) {
                long first = r * width;
                int n = (int) Math.min(width, rows * c - first);
                for (int j = 0; j < n; j += Lanes.BLOCK) body.run(4 * (first + j), j, Math.min(Lanes.BLOCK, n - j));
            }
        });
    }

    private static float[] repeat(float[] row, int times) {
        var all = new float[row.length * times];
        for (int i = 0; i < times; i++) System.arraycopy(row, 0, all, i * row.length, row.length);
        return all;
    }

    /** The numbers from {@code column} on: a copy for columns beyond the first block only. */
    private static float[] from(float[] row, int column) {
        return column == 0 ? row : Arrays.copyOfRange(row, column, row.length);
    }
}
