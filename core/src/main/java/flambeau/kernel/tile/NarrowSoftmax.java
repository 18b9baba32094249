package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Lanes;

/** Softmax of short rows: they are transposed to [m, n], and loops run along the n rows at once. */
final class NarrowSoftmax {
    /** The longest row that is treated so. */
    static final int WIDEST = 32;

    private NarrowSoftmax() {}

    static void forward(boolean log, long x, long y, int rows, int m) {
        var t = Tiles.get();
        int some = Tiles.SIZE / m;
        for (int r = 0; r < rows; r += some) {
            int n = Math.min(some, rows - r);
            Floats.load(x + 4L * r * m, t.b, 0, n * m);
            transpose(t.b, t.a, n, m);
            System.arraycopy(t.a, 0, t.b, 0, n);
            for (int j = 1; j < m; j++) max(t.b, t.a, j * n, n);
            for (int j = 0; j < m; j++) subtract(t.a, j * n, t.b, n);
            if (log) System.arraycopy(t.a, 0, t.b, 0, n * m);
            Exponential.exp(t, n * m);
            System.arraycopy(t.a, 0, t.c, 0, n * m);
            sum(t.c, n, m);
            if (log) {
                for (int i = 0; i < n; i++) t.c[i] = Approximation.log(t.c[i]);
                for (int j = 0; j < m; j++) subtract(t.b, j * n, t.c, n);
            } else {
                for (int j = 0; j < m; j++) divide(t.a, j * n, t.c, n);
            }
            transpose(log ? t.b : t.a, t.d, m, n);
            Floats.store(t.d, 0, y + 4L * r * m, n * m);
        }
    }

    static void backward(boolean log, long dy, long y, long dx, int rows, int m) {
        var t = Tiles.get();
        int some = Tiles.SIZE / m;
        for (int r = 0; r < rows; r += some) {
            int n = Math.min(some, rows - r);
            Floats.load(dy + 4L * r * m, t.c, 0, n * m);
            transpose(t.c, t.b, n, m);
            Floats.load(y + 4L * r * m, t.d, 0, n * m);
            transpose(t.d, t.a, n, m);
            System.arraycopy(t.b, 0, t.c, 0, n * m);
            if (!log) multiply(t.c, t.a, n * m);
            sum(t.c, n, m);
            if (log) {
                Exponential.exp(t, n * m);
                for (int j = 0; j < m; j++) spread(t.a, t.b, j * n, t.c, n);
            } else {
                for (int j = 0; j < m; j++) subtract(t.b, j * n, t.c, n);
                multiply(t.b, t.a, n * m);
            }
            transpose(t.b, t.d, m, n);
            Floats.store(t.d, 0, dx + 4L * r * m, n * m);
        }
    }

    /** y [m, n] from x [n, m]. */
    private static void transpose(float[] x, float[] y, int n, int m) {
        if (n < m) for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) y[j * n + i] = x[i * m + j];
        else for (int j = 0; j < m; j++) for (int i = 0; i < n; i++) y[j * n + i] = x[i * m + j];
    }

    /** Adds the m elements of each row into the first, in the order of {@link Lanes#sum}. */
    private static void sum(float[] x, int n, int m) {
        int left = m;
        for (int half = Lanes.COUNT / 2; half > 0; half /= 2) {
            if (left > half) add(x, half * n, (left - half) * n);
            left = Math.min(left, half);
        }
    }

    private static void add(float[] x, int from, int n) {
        for (int i = 0; i < n; i++) x[i] += x[from + i];
    }

    private static void max(float[] max, float[] x, int at, int n) {
        for (int i = 0; i < n; i++) max[i] = Math.max(max[i], x[at + i]);
    }

    private static void subtract(float[] x, int at, float[] by, int n) {
        for (int i = 0; i < n; i++) x[at + i] -= by[i];
    }

    private static void divide(float[] x, int at, float[] by, int n) {
        for (int i = 0; i < n; i++) x[at + i] /= by[i];
    }

    private static void multiply(float[] x, float[] by, int n) {
        for (int i = 0; i < n; i++) x[i] *= by[i];
    }

    private static void spread(float[] exp, float[] dy, int at, float[] sum, int n) {
        for (int i = 0; i < n; i++) dy[at + i] = fma(exp[at + i], -sum[i], dy[at + i]);
    }
}
