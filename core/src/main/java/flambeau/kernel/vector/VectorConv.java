package flambeau.kernel.vector;

import flambeau.kernel.Binary;
import flambeau.kernel.runs.FloatConv;
import flambeau.kernel.tile.TileProvider;

/** Convolution as matrix products. */
final class VectorConv extends FloatConv {
    private final VectorGemm gemm;

    VectorConv(VectorGemm gemm) {
        super(gemm, new TileProvider().reduce()); // its own sums may not be warm when its products are
        this.gemm = gemm;
    }

    @Override
    protected void add(long x, long y, int n) {
        BinaryVectors.run(Binary.ADD, x, y, y, n);
    }

    @Override
    protected boolean takes(long work) {
        return gemm.isReady(work);
    }
}
