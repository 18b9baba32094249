package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.Floats;

/** Softmax of rows that fit a tile, as many at a time as do. */
final class MiddleSoftmax {
    private MiddleSoftmax() {}

    static void forward(boolean log, long x, long y, int rows, int m) {
        var t = Tiles.get();
        int some = Tiles.SIZE / m;
        for (int r = 0; r < rows; r += some) {
            int n = Math.min(some, rows - r);
            Floats.load(x + 4L * r * m, t.a, 0, n * m);
            System.arraycopy(t.a, 0, t.b, 0, n * m);
            for (int at = 0; at < n * m; at += m) subtract(t.a, at, Folding.max(t.b, at, m), m);
            if (log) System.arraycopy(t.a, 0, t.b, 0, n * m);
            Exponential.exp(t, n * m);
            System.arraycopy(t.a, 0, t.c, 0, n * m);
            for (int at = 0; at < n * m; at += m) {
                float sum = Folding.sum(t.c, at, m);
                if (log) subtract(t.b, at, Approximation.log(sum), m);
                else divide(t.a, at, sum, m);
            }
            Floats.store(log ? t.b : t.a, 0, y + 4L * r * m, n * m);
        }
    }

    private static void subtract(float[] x, int at, float by, int n) {
        for (int i = at; i < at + n; i++) x[i] -= by;
    }

    private static void divide(float[] x, int at, float by, int n) {
        for (int i = at; i < at + n; i++) x[i] /= by;
    }

    static void backward(boolean log, long dy, long y, long dx, int rows, int m) {
        var t = Tiles.get();
        int some = Tiles.SIZE / m;
        for (int r = 0; r < rows; r += some) {
            int n = Math.min(some, rows - r);
            Floats.load(dy + 4L * r * m, t.b, 0, n * m);
            Floats.load(y + 4L * r * m, t.a, 0, n * m);
            System.arraycopy(t.b, 0, t.c, 0, n * m);
            if (log) Exponential.exp(t, n * m);
            else multiply(t.c, t.a, n * m);
            for (int at = 0; at < n * m; at += m) {
                float sum = Folding.sum(t.c, at, m);
                if (log) spread(t.a, -sum, t.b, at, m);
                else subtract(t.b, at, sum, m);
            }
            if (!log) multiply(t.b, t.a, n * m);
            Floats.store(t.b, 0, dx + 4L * r * m, n * m);
        }
    }

    private static void multiply(float[] x, float[] by, int n) {
        for (int i = 0; i < n; i++) x[i] *= by[i];
    }

    private static void spread(float[] exp, float sum, float[] dy, int at, int n) {
        for (int i = at; i < at + n; i++) dy[i] = fma(exp[i], sum, dy[i]);
    }
}
