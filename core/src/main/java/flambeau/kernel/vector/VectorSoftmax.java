package flambeau.kernel.vector;

import static flambeau.kernel.runs.Fma.fma;
import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.FloatSoftmax;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Lanes;
import flambeau.kernel.runs.Scratch;
import jdk.incubator.vector.FloatVector;

/** Softmax of long rows. */
final class VectorSoftmax extends FloatSoftmax {
    private static final int SHORT = 33; // tiles are faster for shorter rows
    private static final int PLACE = 5; // in scratch

    private final Warmth warmth;

    VectorSoftmax(boolean always) {
        warmth = new Warmth(always, () -> {
            for (boolean log : new boolean[] {false, true}) {
                forward(log, Dummy.at(0), Dummy.at(1), 1, Dummy.N);
                forward(log, Dummy.at(0), Dummy.at(1), 4, 40);
                backward(log, Dummy.at(2), Dummy.at(1), Dummy.at(3), 1, Dummy.N);
                backward(log, Dummy.at(2), Dummy.at(1), Dummy.at(3), 4, 40);
            }
        });
    }

    @Override
    protected boolean takes(long rows, int m) {
        return m >= SHORT && warmth.isReady(rows * m);
    }

    @Override
    protected void forward(boolean log, long x, long y, int rows, int m) {
        for (int r = 0; r < rows; r++) forward(log, x + 4L * r * m, y + 4L * r * m, m);
    }

    private static void forward(boolean log, long x, long y, int m) {
        float max = Extremes.max(x, m);
        long scratch = log ? Scratch.get().address(PLACE, 4L * Lanes.BLOCK) : 0;
        double sum = 0;
        for (int i = 0; i < m; i += Lanes.BLOCK) {
            int n = Math.min(Lanes.BLOCK, m - i);
            long exp = log ? scratch : y + 4L * i;
            subtract(x + 4L * i, max, exp, n);
            UnaryVectors.exp(exp, exp, n);
            sum += Folds.sum(exp, n);
        }
        if (log) subtract(x, max, Approximation.log((float) sum), y, m);
        else divide(y, (float) sum, m);
    }

    private static void subtract(long x, float by, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(x, i).sub(by), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Floats.get(x + 4L * i) - by);
    }

    private static void subtract(long x, float first, float second, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(x, i).sub(first).sub(second), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Floats.get(x + 4L * i) - first - second);
    }

    private static void divide(long y, float by, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(y, i).div(by), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Floats.get(y + 4L * i) / by);
    }

    @Override
    protected void backward(boolean log, long dy, long y, long dx, int rows, int m) {
        for (int r = 0; r < rows; r++) {
            long at = 4L * r * m;
            double sum = 0;
            for (int i = 0; i < m; i += Lanes.BLOCK) {
                int n = Math.min(Lanes.BLOCK, m - i);
                sum += log ? Folds.sum(dy + at + 4L * i, n) : Folds.products(dy + at + 4L * i, y + at + 4L * i, n);
            }
            if (log) logGradient(dy + at, y + at, (float) sum, dx + at, m);
            else gradient(dy + at, y + at, (float) sum, dx + at, m);
        }
    }

    private static void gradient(long dy, long y, float sum, long dx, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(dy, i).sub(sum).mul(load(y, i)), dx, i);
        for (; i < n; i++) Floats.set(dx + 4L * i, (Floats.get(dy + 4L * i) - sum) * Floats.get(y + 4L * i));
    }

    private static void logGradient(long dy, long y, float sum, long dx, int m) {
        long exp = Scratch.get().address(PLACE, 4L * Lanes.BLOCK);
        for (int at = 0; at < m; at += Lanes.BLOCK) {
            int n = Math.min(Lanes.BLOCK, m - at);
            UnaryVectors.exp(y + 4L * at, exp, n);
            spread(exp, -sum, dy + 4L * at, dx + 4L * at, n);
        }
    }

    private static void spread(long exp, float sum, long dy, long dx, int n) {
        int i = 0;
        var s = FloatVector.broadcast(FLOATS, sum);
        for (; i <= n - WIDTH; i += WIDTH) store(load(exp, i).fma(s, load(dy, i)), dx, i);
        for (; i < n; i++) Floats.set(dx + 4L * i, fma(Floats.get(exp + 4L * i), sum, Floats.get(dy + 4L * i)));
    }
}
