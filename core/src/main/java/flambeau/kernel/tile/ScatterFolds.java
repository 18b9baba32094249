package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import flambeau.kernel.Indexing.Fold;
import flambeau.kernel.runs.Floats;
import java.lang.foreign.ValueLayout;

/** Joins what is written with what is there, for float32, float64 and int64; steps are in bytes. */
final class ScatterFolds {
    private ScatterFolds() {}

    static boolean takes(DType dtype) {
        return dtype == DType.FLOAT32 || dtype == DType.FLOAT64 || dtype == DType.INT64;
    }

    /** A row of x with one of y. */
    static void row(Fold fold, DType dtype, long x, long sx, long y, long sy, int n) {
        if (dtype == DType.FLOAT32 && fold == Fold.ADD && sx == 4 && sy == 4 && n >= 16) {
            add(x, y, n);
            return;
        }
        for (int j = 0; j < n; j++) join(fold, dtype, x + j * sx, y + j * sy);
    }

    /** Elements of x with elements of y where the index says. */
    static void scatter(Fold fold, DType dtype, long x, long sx, long index, long si, long by, long y, long sy, int n) {
        if (dtype == DType.FLOAT32 && fold == Fold.ADD)
            for (int j = 0; j < n; j++) {
                long at = y + j * sy + by * ALL.get(ValueLayout.JAVA_LONG, index + j * si);
                Floats.set(at, Floats.get(at) + Floats.get(x + j * sx));
            }
        else
            for (int j = 0; j < n; j++)
                join(fold, dtype, x + j * sx, y + j * sy + by * ALL.get(ValueLayout.JAVA_LONG, index + j * si));
    }

    private static void join(Fold fold, DType dtype, long x, long y) {
        switch (dtype) {
            case FLOAT32 -> Floats.set(y, (float) join(fold, Floats.get(y), Floats.get(x)));
            case FLOAT64 ->
                ALL.set(
                        ValueLayout.JAVA_DOUBLE,
                        y,
                        join(fold, ALL.get(ValueLayout.JAVA_DOUBLE, y), ALL.get(ValueLayout.JAVA_DOUBLE, x)));
            default ->
                ALL.set(
                        ValueLayout.JAVA_LONG,
                        y,
                        join(fold, ALL.get(ValueLayout.JAVA_LONG, y), ALL.get(ValueLayout.JAVA_LONG, x)));
        }
    }

    /** Also of floats: their sums and products, rounded from doubles, are what floats give. */
    private static double join(Fold fold, double a, double b) {
        return switch (fold) {
            case SET -> b;
            case ADD -> a + b;
            case MUL -> a * b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
        };
    }

    private static long join(Fold fold, long a, long b) {
        return switch (fold) {
            case SET -> b;
            case ADD -> a + b;
            case MUL -> a * b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
        };
    }

    private static void add(long x, long y, int n) {
        var t = Tiles.get();
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            Floats.load(x + 4L * i, t.a, 0, m);
            Floats.load(y + 4L * i, t.b, 0, m);
            Folding.add(t.b, t.a, m);
            Floats.store(t.b, 0, y + 4L * i, m);
        }
    }
}
