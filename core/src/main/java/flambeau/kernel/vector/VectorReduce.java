package flambeau.kernel.vector;

import flambeau.kernel.runs.FloatReduce;
import java.util.EnumMap;

/** Reductions. */
final class VectorReduce extends FloatReduce {
    private static final int SMALL = 256; // elements, below which tiles are as fast

    private final EnumMap<Op, Warmth> warmth = new EnumMap<>(Op.class);

    VectorReduce(boolean always) {
        var acc = new float[Dummy.N];
        for (var op : new Op[] {Op.SUM, Op.MAX, Op.MIN})
            warmth.put(op, new Warmth(always, () -> {
                fold(op, Dummy.at(0), 1, Dummy.N, acc);
                fold(op, Dummy.at(0), 33, 30, acc);
                fold(op, Dummy.at(0), 7, 128, acc);
                foldRows(op, Dummy.at(0), 11, 85, acc, 85);
            }));
    }

    @Override
    protected boolean takes(Op op, long count) {
        var w = warmth.get(op);
        return w != null && count >= SMALL && w.isReady(count / 4);
    }

    @Override
    protected void fold(Op op, long x, int rows, int m, float[] results) {
        for (int r = 0; r < rows; r++) {
            long row = x + 4L * r * m;
            results[r] = switch (op) {
                case MAX -> Extremes.max(row, m);
                case MIN -> Extremes.min(row, m);
                default -> Folds.sum(row, m);
            };
        }
    }

    @Override
    protected void foldRows(Op op, long x, int rows, long stride, float[] acc, int n) {
        RowVectors.fold(op, x, rows, stride, acc, n);
    }
}
