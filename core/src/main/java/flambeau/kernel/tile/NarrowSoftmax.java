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
            System.arraycopy(t.a, 0, t.b, 0, n * m);
            max(t, n, m);
            subtract(t.a, t.b, n * m);
            if (log) System.arraycopy(t.a, 0, t.b, 0, n * m);
            Exponential.exp(t, n * m);
            System.arraycopy(t.a, 0, t.c, 0, n * m);
            sum(t, n, m);
            if (log) {
                for (int i = 0; i < n; i++) t.c[i] = Approximation.log(t.c[i]);
                repeat(t.c, n, m);
                subtract(t.b, t.c, n * m);
            } else {
                repeat(t.c, n, m);
                divide(t.a, t.c, n * m);
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
            sum(t, n, m);
            repeat(t.c, n, m);
            if (log) {
                Exponential.exp(t, n * m);
                spread(t.a, t.b, t.c, n * m);
            } else {
                subtract(t.b, t.c, n * m);
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

    /** Folds the m rows of tile b to their maximum and repeats it m times; overwrites tile c. */
    private static void max(Tiles t, int n, int m) {
        for (int left = m; left > 1; left = (left + 1) / 2) {
            int half = (left + 1) / 2;
            System.arraycopy(t.b, half * n, t.c, 0, (left - half) * n);
            Folding.max(t.b, t.c, (left - half) * n);
        }
        repeat(t.b, n, m);
    }

    /** Adds the m rows of tile c into the first, in the order of {@link Lanes#sum}; overwrites tile e. */
    private static void sum(Tiles t, int n, int m) {
        int left = m;
        for (int half = Lanes.COUNT / 2; half > 0; half /= 2) {
            if (left <= half) continue;
            System.arraycopy(t.c, half * n, t.e, 0, (left - half) * n);
            Folding.add(t.c, t.e, (left - half) * n);
            left = half;
        }
    }

    /** Repeats the first row of n elements, so that there are m. */
    private static void repeat(float[] x, int n, int m) {
        for (int done = n; done < n * m; done += done) System.arraycopy(x, 0, x, done, Math.min(done, n * m - done));
    }

    private static void subtract(float[] x, float[] by, int n) {
        for (int i = 0; i < n; i++) x[i] -= by[i];
    }

    private static void divide(float[] x, float[] by, int n) {
        for (int i = 0; i < n; i++) x[i] /= by[i];
    }

    private static void multiply(float[] x, float[] by, int n) {
        for (int i = 0; i < n; i++) x[i] *= by[i];
    }

    private static void spread(float[] exp, float[] dy, float[] sum, int n) {
        for (int i = 0; i < n; i++) dy[i] = fma(exp[i], -sum[i], dy[i]);
    }
}
