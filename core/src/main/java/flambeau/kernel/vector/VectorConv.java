package flambeau.kernel.vector;

import flambeau.kernel.Binary;
import flambeau.kernel.runs.FloatConv;

/** Convolution as matrix products. */
final class VectorConv extends FloatConv {
    private final VectorGemm gemm;

    VectorConv(VectorGemm gemm) {
        super(gemm);
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
