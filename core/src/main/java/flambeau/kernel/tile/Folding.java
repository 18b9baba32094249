package flambeau.kernel.tile;

import flambeau.kernel.Reduce;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Lanes;

/** Folds of tiles, in the order that {@link Lanes} defines. */
final class Folding {
    private Folding() {}

    static float fold(Reduce.Op op, float[] tile, int at, int n) {
        return switch (op) {
            case MAX -> max(tile, at, n);
            case MIN -> min(tile, at, n);
            default -> sum(tile, at, n);
        };
    }

    /** The sum of n elements from {@code at}, which are overwritten: each is added to the one 64 places on, its lane's next. */
    static float sum(float[] tile, int at, int n) {
        if (n <= Lanes.COUNT) return Lanes.sum(tile, at, n);
        int last = at + n / Lanes.COUNT * Lanes.COUNT - Lanes.COUNT;
        for (int i = at; i < last; i++) tile[i + Lanes.COUNT] += tile[i];
        for (int i = last + Lanes.COUNT; i < at + n; i++) tile[i - Lanes.COUNT] += tile[i];
        return Lanes.sum(tile, last, Lanes.COUNT);
    }

    static float max(float[] tile, int at, int n) {
        float max = tile[at];
        for (int i = at + 1; i < at + n; i++) max = Math.max(max, tile[i]);
        return max;
    }

    static float min(float[] tile, int at, int n) {
        float min = tile[at];
        for (int i = at + 1; i < at + n; i++) min = Math.min(min, tile[i]);
        return min;
    }

    /** {@code acc[j] = } the fold of {@code x[r stride + j]} over r. */
    static void foldRows(Reduce.Op op, long x, int rows, long stride, float[] acc, int n) {
        var tile = Tiles.get().a;
        Floats.load(x, acc, 0, n);
        int some = stride == n ? Tiles.SIZE / n : 1;
        for (int r = 1; r < rows; r += some) {
            int now = Math.min(some, rows - r);
            Floats.load(x + 4L * r * stride, tile, 0, now * n);
            for (int i = 0; i < now; i++) {
                switch (op) {
                    case MAX -> maxRow(tile, i * n, acc, n);
                    case MIN -> minRow(tile, i * n, acc, n);
                    default -> addRow(tile, i * n, acc, n);
                }
            }
        }
    }

    static void addRow(float[] x, int at, float[] acc, int n) {
        for (int j = 0; j < n; j++) acc[j] += x[at + j];
    }

    private static void maxRow(float[] x, int at, float[] acc, int n) {
        for (int j = 0; j < n; j++) acc[j] = Math.max(acc[j], x[at + j]);
    }

    private static void minRow(float[] x, int at, float[] acc, int n) {
        for (int j = 0; j < n; j++) acc[j] = Math.min(acc[j], x[at + j]);
    }
}
