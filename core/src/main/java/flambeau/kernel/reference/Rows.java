package flambeau.kernel.reference;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A matrix as rows of doubles, in which factorisations compute, and how it is read from a batch and written to it. */
final class Rows {
    private Rows() {}

    /** Matrix number {@code i} of a batch, any strides. */
    static double[][] read(Array x, int i) {
        var layout = x.layout();
        int m = layout.shape().get(1), n = layout.shape().get(2);
        var rows = new double[m][n];
        boolean dense = layout.stride(2) == 1 || n == 1;
        long base = x.address() + (i == 0 ? 0 : i * layout.stride(0) * x.dtype().bytes());
        var floats = new float[dense && x.dtype() == DType.FLOAT32 ? n : 0];
        for (int r = 0; r < m; r++) {
            long at = base + r * layout.stride(1) * x.dtype().bytes();
            if (dense && x.dtype() == DType.FLOAT64) {
                MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, at, rows[r], 0, n);
            } else if (dense && x.dtype() == DType.FLOAT32) {
                MemorySegment.copy(ALL, ValueLayout.JAVA_FLOAT, at, floats, 0, n);
                for (int c = 0; c < n; c++) rows[r][c] = floats[c];
            } else {
                for (int c = 0; c < n; c++)
                    rows[r][c] = flambeau.array.Element.getDouble(
                            x.dtype(), at + c * layout.stride(2) * x.dtype().bytes());
            }
        }
        return rows;
    }

    /** Writes matrix number {@code i} of a contiguous batch: the first columns of the rows. */
    static void write(double[][] rows, Array x, int i) {
        int m = x.shape().get(1), n = x.shape().get(2);
        for (int r = 0; r < m; r++) write(rows[r], n, x, ((long) i * m + r) * n);
    }

    /** Writes vector number {@code i} of a contiguous batch. */
    static void write(double[] values, Array x, int i) {
        int n = x.shape().get(1);
        write(values, n, x, (long) i * n);
    }

    private static void write(double[] values, int n, Array x, long at) {
        long to = x.address() + at * x.dtype().bytes();
        if (x.dtype() == DType.FLOAT64) {
            MemorySegment.copy(values, 0, ALL, ValueLayout.JAVA_DOUBLE, to, n);
            return;
        }
        var floats = new float[n];
        for (int c = 0; c < n; c++) floats[c] = (float) values[c];
        MemorySegment.copy(floats, 0, ALL, ValueLayout.JAVA_FLOAT, to, n);
    }

    static double[] readVector(Array x, int i) {
        return read(x.as(x.layout().insert(1)), i)[0];
    }

    static double[][] transposed(double[][] a, int m, int n) {
        var t = new double[n][m];
        for (int i = 0; i < m; i++) for (int j = 0; j < n; j++) t[j][i] = a[i][j];
        return t;
    }

    static double[][] identity(int m, int n) {
        var rows = new double[m][n];
        for (int i = 0; i < Math.min(m, n); i++) rows[i][i] = 1;
        return rows;
    }

    /** {@code y += f x} from element {@code from} on. */
    static void add(double[] y, double f, double[] x, int from, int to) {
        for (int j = from; j < to; j++) y[j] += f * x[j];
    }

    /** The rows {@code p} and {@code q} turned: {@code c p + s q} and {@code c q - s p}. */
    static void rotate(double[] p, double[] q, double c, double s) {
        for (int j = 0; j < p.length; j++) {
            double x = p[j], y = q[j];
            p[j] = c * x + s * y;
            q[j] = c * y - s * x;
        }
    }
}
