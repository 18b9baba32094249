package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.runs.Copies;
import flambeau.kernel.runs.FloatReduce;
import flambeau.kernel.runs.Floats;

/** Reductions. */
final class TileReduce extends FloatReduce {
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
    public boolean reduce(Op op, Array x, Array y) {
        if (super.reduce(op, x, y)) return true;
        return x.count() > 0 && TypedReduce.reduce(op, x, y);
    }

    @Override
    public boolean argReduce(Op op, Array x, Array index) {
        if (!index.layout().isContiguous() || x.shape().rank() == 0 || x.count() == 0) return false;
        if (!x.layout().isContiguous()) {
            var copy = Array.empty(x.shape(), x.dtype());
            Copies.copy(x, copy);
            boolean done = argReduce(op, copy, index);
            copy.storage().release();
            return done;
        }
        int m = x.shape().get(-1);
        new TypedReduce(op, x.dtype(), DType.INT64).places(x.address(), index.count(), m, index.address());
        return true;
    }
}
