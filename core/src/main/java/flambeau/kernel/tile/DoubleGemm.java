package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;
import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Products of float64, and of half precision, which is rounded once at the end. */
final class DoubleGemm extends TypesGemm {
    private static final ThreadLocal<DoubleGemm.Blocks> LOCAL = ThreadLocal.withInitial(Blocks::new);

    private static final class Blocks {
        final double[][] a = new double[ROWS][DEPTH];
        final double[][] b = new double[DEPTH][COLUMNS];
        final double[][] y = new double[ROWS][COLUMNS];
        final double[] column = new double[DEPTH];
    }

    @Override
    boolean takes(Array y) {
        return y.dtype() == DType.FLOAT64 || y.dtype() == DType.FLOAT16 || y.dtype() == DType.BFLOAT16;
    }

    @Override
    void block(long t, int i, int n, int j, int m, int k, Place a, Place b, @Nullable Array bias, Place y) {
        var blocks = LOCAL.get();
        for (int r = 0; r < n; r++) {
            if (bias == null) Arrays.fill(blocks.y[r], 0, m, 0);
            else if (r > 0) System.arraycopy(blocks.y[0], 0, blocks.y[r], 0, m);
            else
                for (int c = 0; c < m; c++)
                    blocks.y[0][c] = bias.getDouble((j + c) * bias.layout().stride(0));
        }
        for (int l = 0; l < k; l += DEPTH) {
            int depth = Math.min(DEPTH, k - l);
            load(a, t, i, l, blocks.a, n, depth, blocks.column);
            load(b, t, l, j, blocks.b, depth, m, blocks.column);
            int r = 0;
            for (; r + 4 <= n; r += 4) fourRows(blocks.a, r, blocks.b, blocks.y, depth, m);
            for (; r < n; r++) oneRow(blocks.a[r], blocks.b, blocks.y[r], depth, m);
        }
        for (int r = 0; r < n; r++) store(blocks.y[r], y, t, i + r, j, m);
    }

    private static void load(Place x, long t, int i, int j, double[][] tile, int rows, int cols, double[] buffer) {
        var dtype = x.array().dtype();
        if (dtype == DType.FLOAT64 && x.column() == 1)
            for (int r = 0; r < rows; r++)
                MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, x.at(t, i + r, j), tile[r], 0, cols);
        else if (dtype == DType.FLOAT64 && x.row() == 1 && rows <= buffer.length)
            for (int c = 0; c < cols; c++) {
                MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, x.at(t, i, j + c), buffer, 0, rows);
                for (int r = 0; r < rows; r++) tile[r][c] = buffer[r];
            }
        else
            for (int r = 0; r < rows; r++)
                for (int c = 0; c < cols; c++) tile[r][c] = Element.getDouble(dtype, x.at(t, i + r, j + c));
    }

    private static void store(double[] row, Place y, long t, int i, int j, int m) {
        var dtype = y.array().dtype();
        if (dtype == DType.FLOAT64 && y.column() == 1)
            MemorySegment.copy(row, 0, ALL, ValueLayout.JAVA_DOUBLE, y.at(t, i, j), m);
        else for (int c = 0; c < m; c++) Element.setDouble(dtype, y.at(t, i, j + c), row[c]);
    }

    private static void fourRows(double[][] a, int r, double[][] b, double[][] y, int k, int m) {
        double[] p = a[r], q = a[r + 1], s = a[r + 2], t = a[r + 3];
        int l = 0;
        for (; l + 2 <= k; l += 2)
            two(
                    y[r], y[r + 1], y[r + 2], y[r + 3], b[l], b[l + 1], p[l], p[l + 1], q[l], q[l + 1], s[l], s[l + 1],
                    t[l], t[l + 1], m);
        if (l == k) return;
        for (int i = r; i < r + 4; i++) one(y[i], b[l], a[i][l], m);
    }

    private static void oneRow(double[] a, double[][] b, double[] y, int k, int m) {
        for (int l = 0; l < k; l++) one(y, b[l], a[l], m);
    }

    private static void two(
            double[] y0,
            double[] y1,
            double[] y2,
            double[] y3,
            double[] b,
            double[] c,
            double a0,
            double c0,
            double a1,
            double c1,
            double a2,
            double c2,
            double a3,
            double c3,
            int m) {
        for (int j = 0; j < m; j++) {
            double v = b[j], w = c[j];
            y0[j] = fma(c0, w, fma(a0, v, y0[j]));
            y1[j] = fma(c1, w, fma(a1, v, y1[j]));
            y2[j] = fma(c2, w, fma(a2, v, y2[j]));
            y3[j] = fma(c3, w, fma(a3, v, y3[j]));
        }
    }

    private static void one(double[] y, double[] b, double a, int m) {
        for (int j = 0; j < m; j++) y[j] = fma(a, b[j], y[j]);
    }
}
