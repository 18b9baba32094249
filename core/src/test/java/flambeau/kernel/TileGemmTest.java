package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileGemmTest extends GemmContract {
    @Override
    protected Gemm kernel() {
        return new TileProvider().gemm();
    }
}
