package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import flambeau.kernel.Reduce.Op;
import flambeau.kernel.runs.Floats;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Folds of integers and bools, and ANY and ALL of every type, in long. */
final class LongFolder extends Folder {
    private final long[] x = new long[SIZE];
    private final long[] results = new long[SIZE];
    private final int[] ints = new int[SIZE];
    private final Integers integers = new Integers(SIZE);

    @Override
    DType dtype() {
        return DType.INT64;
    }

    @Override
    void load(Op op, DType dtype, long from, int n) {
        if (dtype.bytes() == 8) {
            MemorySegment.copy(ALL, ValueLayout.JAVA_LONG, from, x, 0, n);
        } else {
            if (dtype == DType.FLOAT32) Floats.load(from, ints, 0, n);
            else integers.load(dtype.isFloatingPoint() ? DType.INT16 : dtype, from, ints, n);
            for (int i = 0; i < n; i++) x[i] = ints[i];
        }
        if (op == Op.ANY || op == Op.ALL) truth(x, dtype.isFloatingPoint() ? 65 - 8 * dtype.bytes() : 0, n);
    }

    /** 1 where bits are left after a shift, by which a floating number loses its sign. */
    private static void truth(long[] x, int shift, int n) {
        for (int i = 0; i < n; i++) {
            long v = x[i] << shift;
            x[i] = (v | -v) >>> 63;
        }
    }

    @Override
    void foldRow(Op op, DType dtype, long from, int n) {
        boolean isTruth = op == Op.ANY || op == Op.ALL;
        if (dtype == DType.BOOL && (op == Op.SUM || isTruth)) {
            long sum = ByteSums.of(from, n);
            results[0] = op == Op.SUM ? sum : op == Op.ANY ? Math.min(sum, 1) : sum / n;
        } else if (dtype == DType.INT32 && op == Op.SUM) {
            long sum = 0;
            for (int i = 0; i < n; i += SIZE) {
                int m = Math.min(SIZE, n - i);
                Floats.load(from + 4L * i, ints, 0, m);
                sum += sum(ints, m);
            }
            results[0] = sum;
        } else {
            super.foldRow(op, dtype, from, n);
        }
    }

    private static long sum(int[] x, int n) {
        long sum = 0;
        for (int i = 0; i < n; i++) sum += x[i];
        return sum;
    }

    @Override
    void fold(Op op, int at, int n, int result) {
        int first = at;
        if (n > LANES) {
            first = at + n - LANES;
            foldLanes(op, at, first);
        }
        long fold = x[first];
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
            case MAX, ANY -> max(x, from, to);
            default -> min(x, from, to);
        }
    }

    @Override
    void foldResults(Op op) {
        long fold = results[0];
        for (int i = 1; i < LANES; i++) fold = combine(op, fold, results[i]);
        results[0] = fold;
    }

    private static void sum(long[] x, int from, int to) {
        for (int i = from; i < to; i++) x[i + LANES] += x[i];
    }

    private static void product(long[] x, int from, int to) {
        for (int i = from; i < to; i++) x[i + LANES] *= x[i];
    }

    private static void max(long[] x, int from, int to) {
        for (int i = from; i < to; i++) x[i + LANES] = Math.max(x[i + LANES], x[i]);
    }

    private static void min(long[] x, int from, int to) {
        for (int i = from; i < to; i++) x[i + LANES] = Math.min(x[i + LANES], x[i]);
    }

    private static long combine(Op op, long a, long b) {
        return switch (op) {
            case SUM -> a + b;
            case PROD -> a * b;
            case MAX, ANY -> Math.max(a, b);
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
            case MAX, ANY -> {
                for (int i = 0; i < n; i++) results[i] = Math.max(results[i], x[at + i]);
            }
            default -> {
                for (int i = 0; i < n; i++) results[i] = Math.min(results[i], x[at + i]);
            }
        }
    }

    @Override
    void store(long to, int n) {
        MemorySegment.copy(results, 0, ALL, ValueLayout.JAVA_LONG, to, n);
    }

    @Override
    boolean isBetter(Op op) {
        return op == Op.MAX ? results[1] > results[0] : results[1] < results[0];
    }

    @Override
    int find(int n) {
        for (int i = 0; i < n; i++) if (x[i] == results[0]) return i;
        throw new AssertionError(results[0]);
    }
}
