package flambeau.kernel.tile;

import flambeau.kernel.runs.FloatConv;
import flambeau.kernel.runs.Floats;

/** Convolution as matrix products. */
final class TileConv extends FloatConv {
    TileConv() {
        super(new TileGemm());
    }

    @Override
    protected void add(long x, long y, int n) {
        var t = Tiles.get();
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            Floats.load(x + 4L * i, t.a, 0, m);
            Floats.load(y + 4L * i, t.b, 0, m);
            Folding.add(t.b, t.a, m);
            Floats.store(t.b, 0, y + 4L * i, m);
        }
    }

    @Override
    protected boolean takes(long work) {
        return true;
    }
}
