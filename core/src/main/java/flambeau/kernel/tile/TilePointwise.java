package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;
import flambeau.kernel.runs.Copies;
import flambeau.kernel.runs.FloatPointwise;
import flambeau.kernel.runs.Floats;
import java.util.Arrays;

/** Elementwise functions. */
final class TilePointwise extends FloatPointwise {
    @Override
    protected boolean takes(Unary op, long count) {
        return true;
    }

    @Override
    protected boolean takes(Binary op, long count) {
        return true;
    }

    @Override
    protected void run(Unary op, long x, long y, int n) {
        var tiles = Tiles.get();
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            Floats.load(x + 4L * i, tiles.a, 0, m);
            if (op.isPredicate()) {
                PredicateLoops.run(op, tiles.a, tiles.bytes, m);
                Floats.store(tiles.bytes, 0, y + i, m);
            } else {
                UnaryLoops.run(op, tiles, m);
                Floats.store(tiles.a, 0, y + 4L * i, m);
            }
        }
    }

    @Override
    protected void run(Binary op, long a, int stepA, long b, int stepB, long y, int n) {
        var tiles = Tiles.get();
        if (stepA == 0) Arrays.fill(tiles.a, 0, Math.min(n, Tiles.SIZE), Floats.get(a));
        if (stepB == 0) Arrays.fill(tiles.b, 0, Math.min(n, Tiles.SIZE), Floats.get(b));
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            if (stepA != 0) Floats.load(a + 4L * i, tiles.a, 0, m);
            if (stepB != 0) Floats.load(b + 4L * i, tiles.b, 0, m);
            if (op.isPredicate()) {
                PredicateLoops.run(op, tiles.a, tiles.b, tiles.bytes, m);
                Floats.store(tiles.bytes, 0, y + i, m);
            } else {
                BinaryLoops.run(op, tiles, m);
                Floats.store(tiles.c, 0, y + 4L * i, m);
            }
        }
    }

    @Override
    public boolean where(Array condition, Array a, Array b, Array y) {
        return Choice.where(condition, a, b, y);
    }

    @Override
    public boolean copy(Array x, Array y) {
        if (x.dtype() != y.dtype()) return Cast.copy(x, y);
        Copies.copy(x, y);
        return true;
    }
}
