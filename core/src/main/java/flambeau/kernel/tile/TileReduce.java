package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.FloatReduce;
import flambeau.kernel.runs.Floats;
import java.lang.foreign.ValueLayout;

/** Reductions. */
final class TileReduce extends FloatReduce {
    private static final int CHUNK = 1 << 15;

    @Override
    protected boolean takes(Op op, long count) {
        return true;
    }

    @Override
    protected void fold(Op op, long x, int rows, int m, float[] results) {
        var tile = Tiles.get().a;
        Floats.load(x, tile, 0, rows * m);
        for (int r = 0; r < rows; r++) results[r] = Folding.fold(op, tile, r * m, m);
    }

    @Override
    protected void foldRows(Op op, long x, int rows, long stride, float[] acc, int n) {
        Folding.foldRows(op, x, rows, stride, acc, n);
    }

    @Override
    public boolean argReduce(Op op, Array x, Array index) {
        boolean simple = x.isFloat32()
                && x.layout().isContiguous()
                && index.layout().isContiguous()
                && x.shape().rank() > 0;
        if (!simple || x.count() == 0) return false;
        int m = x.shape().get(-1);
        long from = x.address(), to = index.address();
        Parallel.forRange(index.count(), Math.max(CHUNK / m, 1), (low, high) -> {
            for (long i = low; i < high; i++) ALL.set(ValueLayout.JAVA_LONG, to + 8 * i, best(op, from + 4 * i * m, m));
        });
        return true;
    }

    private static long best(Op op, long x, int m) {
        var tile = Tiles.get().a;
        int best = 0;
        float value = Float.NaN;
        for (int start = 0; start < m; start += Tiles.SIZE) {
            int n = Math.min(Tiles.SIZE, m - start);
            Floats.load(x + 4L * start, tile, 0, n);
            if (start == 0) value = tile[0];
            for (int i = 0; i < n && !Float.isNaN(value); i++) {
                float v = tile[i];
                boolean better = op == Op.MAX ? !(v <= value) : !(v >= value); // NaN, too
                if (better) {
                    best = start + i;
                    value = v;
                }
            }
        }
        return best;
    }
}
