package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.Floats;

/** One row of softmax that does not fit a tile. */
final class WideSoftmax {
    private WideSoftmax() {}

    static void forward(boolean log, long x, long y, int m) {
        var t = Tiles.get();
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = load(x, i, t.a, m);
            max = Math.max(max, Folding.max(t.a, 0, n));
        }
        double sum = 0;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = load(x, i, t.a, m);
            subtract(t.a, max, n);
            if (log) Floats.store(t.a, 0, y + 4L * i, n);
            Exponential.exp(t, n);
            if (!log) Floats.store(t.a, 0, y + 4L * i, n);
            sum += Folding.sum(t.a, 0, n);
        }
        float by = log ? Approximation.log((float) sum) : (float) sum;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = load(y, i, t.a, m);
            if (log) subtract(t.a, by, n);
            else divide(t.a, by, n);
            Floats.store(t.a, 0, y + 4L * i, n);
        }
    }

    private static int load(long x, int i, float[] tile, int m) {
        int n = Math.min(Tiles.SIZE, m - i);
        Floats.load(x + 4L * i, tile, 0, n);
        return n;
    }

    private static void subtract(float[] x, float by, int n) {
        for (int i = 0; i < n; i++) x[i] -= by;
    }

    private static void divide(float[] x, float by, int n) {
        for (int i = 0; i < n; i++) x[i] /= by;
    }

    static void backward(boolean log, long dy, long y, long dx, int m) {
        var t = Tiles.get();
        double all = 0;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = load(dy, i, t.b, m);
            if (!log) {
                load(y, i, t.a, m);
                multiply(t.b, t.a, n);
            }
            all += Folding.sum(t.b, 0, n);
        }
        float sum = (float) all;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = load(y, i, t.a, m);
            load(dy, i, t.b, m);
            if (log) {
                Exponential.exp(t, n);
                spread(t.a, -sum, t.b, n);
            } else {
                subtract(t.b, sum, n);
                multiply(t.b, t.a, n);
            }
            Floats.store(t.b, 0, dx + 4L * i, n);
        }
    }

    private static void multiply(float[] x, float[] by, int n) {
        for (int i = 0; i < n; i++) x[i] *= by[i];
    }

    private static void spread(float[] exp, float sum, float[] dy, int n) {
        for (int i = 0; i < n; i++) dy[i] = fma(exp[i], sum, dy[i]);
    }
}
