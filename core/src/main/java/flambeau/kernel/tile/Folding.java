package flambeau.kernel.tile;

import flambeau.kernel.Reduce;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Lanes;

/** Folds of tiles, in the order that {@link Lanes} defines: each element is folded into the one 64 places on, its lane's next. */
final class Folding {
    private static final int LANES = Lanes.COUNT; // a constant distance, which C2 can vectorise

    private Folding() {}

    /** The fold of n elements from {@code at}, which are overwritten. */
    static float fold(Reduce.Op op, float[] tile, int at, int n) {
        return switch (op) {
            case MAX -> max(tile, at, n);
            case MIN -> min(tile, at, n);
            default -> sum(tile, at, n);
        };
    }

    static float sum(float[] tile, int at, int n) {
        if (n <= LANES) return Lanes.sum(tile, at, n);
        int last = at + n / LANES * LANES - LANES;
        for (int i = at; i < last; i++) tile[i + LANES] += tile[i];
        for (int i = last + LANES; i < at + n; i++) tile[i - LANES] += tile[i];
        return Lanes.sum(tile, last, LANES);
    }

    static float max(float[] tile, int at, int n) {
        if (n <= LANES) return Lanes.max(tile, at, n);
        int last = at + n - LANES;
        for (int i = at; i < last; i++) tile[i + LANES] = Math.max(tile[i + LANES], tile[i]);
        return Lanes.max(tile, last, LANES);
    }

    static float min(float[] tile, int at, int n) {
        if (n <= LANES) return Lanes.min(tile, at, n);
        int last = at + n - LANES;
        for (int i = at; i < last; i++) tile[i + LANES] = Math.min(tile[i + LANES], tile[i]);
        return Lanes.min(tile, last, LANES);
    }

    /** {@code acc[j] = } the fold of {@code x[r stride + j]} over r. */
    static void foldRows(Reduce.Op op, long x, int rows, long stride, float[] acc, int n) {
        var row = Tiles.get().a;
        Floats.load(x, acc, 0, n);
        for (int r = 1; r < rows; r++) {
            Floats.load(x + 4L * r * stride, row, 0, n);
            switch (op) {
                case MAX -> max(acc, row, n);
                case MIN -> min(acc, row, n);
                default -> add(acc, row, n);
            }
        }
    }

    static void add(float[] acc, float[] x, int n) {
        for (int j = 0; j < n; j++) acc[j] += x[j];
    }

    static void max(float[] acc, float[] x, int n) {
        for (int j = 0; j < n; j++) acc[j] = Math.max(acc[j], x[j]);
    }

    private static void min(float[] acc, float[] x, int n) {
        for (int j = 0; j < n; j++) acc[j] = Math.min(acc[j], x[j]);
    }
}
