package flambeau.kernel.tile;

import flambeau.kernel.runs.FloatConv;

/** Convolution as matrix products. */
final class TileConv extends FloatConv {
    TileConv() {
        super(new TileGemm(), new TilePointwise(), new TileReduce());
    }

    @Override
    protected boolean takes(long work) {
        return true;
    }
}
