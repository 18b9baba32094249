package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.kernel.Activation;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.Flat;
import flambeau.kernel.runs.Floats;

/** Activation functions of float32 whose elements lie in one order. */
final class TileActivation implements Activation {
    private static final int CHUNK = 1 << 14; // what a thread takes at a time

    @Override
    public boolean forward(Shape f, Array x, Array y) {
        if (!x.isFloat32() || !Flat.isSame(x, y)) return false;
        long from = x.address(), to = y.address();
        Parallel.forRange(y.count(), CHUNK, (low, high) -> {
            var tiles = Tiles.get();
            for (long i = low; i < high; i += Tiles.SIZE) {
                int n = (int) Math.min(Tiles.SIZE, high - i);
                Floats.load(from + 4 * i, tiles.a, 0, n);
                CurveLoops.run(f, tiles, n);
                Floats.store(tiles.a, 0, to + 4 * i, n);
            }
        });
        return true;
    }

    @Override
    public boolean backward(Shape f, Array dy, Array x, Array dx) {
        if (!x.isFloat32() || !Flat.isSame(x, dx) || !Flat.isSame(dy, dx)) return false;
        long at = x.address(), from = dy.address(), to = dx.address();
        Parallel.forRange(dx.count(), CHUNK, (low, high) -> {
            var tiles = Tiles.get();
            for (long i = low; i < high; i += Tiles.SIZE) {
                int n = (int) Math.min(Tiles.SIZE, high - i);
                Floats.load(at + 4 * i, tiles.a, 0, n);
                SlopeLoops.run(f, tiles, n);
                Floats.load(from + 4 * i, tiles.b, 0, n);
                CurveLoops.multiply(tiles.a, tiles.b, n);
                Floats.store(tiles.a, 0, to + 4 * i, n);
            }
        });
        return true;
    }
}
