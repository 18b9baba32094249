package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import flambeau.kernel.Reduce.Op;
import flambeau.kernel.runs.Floats;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Folds of floating numbers, in double. */
// As LongFolder: loops over arrays of double and of long cannot be one.
final class DoubleFolder extends Folder {
    private final double[] x = new double[SIZE];
    private final double[] results = new double[SIZE];
    private final float[] floats = new float[SIZE];
    private final Halves halves = new Halves();

    @Override
    DType dtype() {
        return DType.FLOAT64;
    }

    @Override
    void load(Op op, DType dtype, long from, int n) {
        if (dtype == DType.FLOAT64) {
            MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, from, x, 0, n);
            return;
        }
        if (dtype == DType.FLOAT32) Floats.load(from, floats, 0, n);
        else halves.load(dtype, from, floats, n);
        for (int i = 0; i < n; i++) x[i] = floats[i];
    }

    @Override
    void fold(Op op, int at, int n, int result) {
        int first = at;
        if (n > LANES) {
            first = at + n - LANES;
            foldLanes(op, at, first);
        }
        double fold = x[first];
        for (int i = first + 1; i < at + n; i++) fold = combine(op, fold, x[i]);
        results[result] = fold;
    }

    @Override
    void foldLanes(Op op, int n) {
        foldLanes(op, 0, n);
    }

    private void foldLanes(Op op, int from, int to) {
        switch (op) {
            case SUM -> sum(x, from, to);
            case PROD -> product(x, from, to);
            case MAX -> max(x, from, to);
            default -> min(x, from, to);
        }
    }

    @Override
    void foldResults(Op op) {
        double fold = results[0];
        for (int i = 1; i < LANES; i++) fold = combine(op, fold, results[i]);
        results[0] = fold;
    }

    private static void sum(double[] x, int from, int to) {
        for (int i = from; i < to; i++) x[i + LANES] += x[i];
    }

    private static void product(double[] x, int from, int to) {
        for (int i = from; i < to; i++) x[i + LANES] *= x[i];
    }

    private static void max(double[] x, int from, int to) {
        for (int i = from; i < to; i++) x[i + LANES] = Math.max(x[i + LANES], x[i]);
    }

    private static void min(double[] x, int from, int to) {
        for (int i = from; i < to; i++) x[i + LANES] = Math.min(x[i + LANES], x[i]);
    }

    private static double combine(Op op, double a, double b) {
        return switch (op) {
            case SUM -> a + b;
            case PROD -> a * b;
            case MAX -> Math.max(a, b);
            default -> Math.min(a, b);
        };
    }

    @Override
    void combine(Op op) {
        results[0] = combine(op, results[0], results[1]);
    }

    @Override
    void begin(int at, int n) {
        System.arraycopy(x, at, results, 0, n);
    }

    @Override
    void add(Op op, int at, int n) {
        switch (op) {
            case SUM -> {
                for (int i = 0; i < n; i++) results[i] += x[at + i];
            }
            case PROD -> {
                for (int i = 0; i < n; i++) results[i] *= x[at + i];
            }
            case MAX -> {
                for (int i = 0; i < n; i++) results[i] = Math.max(results[i], x[at + i]);
            }
            default -> {
                for (int i = 0; i < n; i++) results[i] = Math.min(results[i], x[at + i]);
            }
        }
    }

    @Override
    void store(long to, int n) {
        MemorySegment.copy(results, 0, ALL, ValueLayout.JAVA_DOUBLE, to, n);
    }

    @Override
    boolean isBetter(Op op) {
        double best = results[0], other = results[1];
        if (Double.isNaN(best)) return false;
        return Double.isNaN(other) || (op == Op.MAX ? other > best : other < best);
    }

    @Override
    int find(int n) {
        double wanted = results[0];
        for (int i = 0; i < n; i++) if (x[i] == wanted || Double.isNaN(wanted) && Double.isNaN(x[i])) return i;
        throw new AssertionError(wanted);
    }
}
