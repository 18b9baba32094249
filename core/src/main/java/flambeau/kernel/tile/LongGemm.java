package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** Products of integers, which wrap as the narrowest of their type do. */
final class LongGemm extends TypesGemm {
    private static final ThreadLocal<LongGemm.Blocks> LOCAL = ThreadLocal.withInitial(Blocks::new);

    private static final class Blocks {
        final long[][] b = new long[DEPTH][COLUMNS];
        final long[] y = new long[COLUMNS];
        final long[][] sums = new long[ROWS][COLUMNS];
    }

    @Override
    boolean takes(Array y) {
        return !y.dtype().isFloatingPoint();
    }

    @Override
    void block(long t, int i, int n, int j, int m, int k, Place a, Place b, @Nullable Array bias, Place y) {
        var blocks = LOCAL.get();
        for (int c = 0; c < m; c++)
            blocks.y[c] = bias == null ? 0 : of(bias, (j + c) * bias.layout().stride(0));
        for (int r = 0; r < n; r++) System.arraycopy(blocks.y, 0, blocks.sums[r], 0, m);
        for (int l = 0; l < k; l += DEPTH) {
            int depth = Math.min(DEPTH, k - l);
            for (int d = 0; d < depth; d++) load(b, t, l + d, j, blocks.b[d], m);
            int r = 0;
            for (; r + 2 <= n; r += 2) twoRows(a, t, i + r, l, depth, blocks.b, blocks.sums[r], blocks.sums[r + 1], m);
            if (r < n) for (int d = 0; d < depth; d++) add(blocks.sums[r], of(a, t, i + r, l + d), blocks.b[d], m);
        }
        var dtype = y.array().dtype();
        for (int r = 0; r < n; r++)
            for (int c = 0; c < m; c++) Element.setLong(dtype, y.at(t, i + r, j + c), blocks.sums[r][c]);
    }

    private static long of(Array x, long place) {
        return Element.getLong(x.dtype(), x.address() + place * x.dtype().bytes());
    }

    private static void load(Place x, long t, int i, int j, long[] row, int m) {
        var dtype = x.array().dtype();
        if (dtype == DType.INT64 && x.column() == 1)
            MemorySegment.copy(ALL, ValueLayout.JAVA_LONG, x.at(t, i, j), row, 0, m);
        else for (int c = 0; c < m; c++) row[c] = Element.getLong(dtype, x.at(t, i, j + c));
    }

    private static long of(Place x, long t, long i, long j) {
        return Element.getLong(x.array().dtype(), x.at(t, i, j));
    }

    private static void twoRows(Place a, long t, int i, int l, int depth, long[][] b, long[] y, long[] z, int m) {
        int d = 0;
        for (; d + 2 <= depth; d += 2)
            two(
                    y,
                    z,
                    b[d],
                    b[d + 1],
                    of(a, t, i, l + d),
                    of(a, t, i, l + d + 1),
                    of(a, t, i + 1, l + d),
                    of(a, t, i + 1, l + d + 1),
                    m);
        if (d == depth) return;
        add(y, of(a, t, i, l + d), b[d], m);
        add(z, of(a, t, i + 1, l + d), b[d], m);
    }

    private static void two(long[] y, long[] z, long[] b, long[] c, long a0, long a1, long c0, long c1, int m) {
        for (int j = 0; j < m; j++) {
            long v = b[j], w = c[j];
            y[j] += a0 * v + a1 * w;
            z[j] += c0 * v + c1 * w;
        }
    }

    private static void add(long[] y, long a, long[] b, int m) {
        for (int j = 0; j < m; j++) y[j] += a * b[j];
    }
}
