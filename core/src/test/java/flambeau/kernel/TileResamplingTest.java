package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileResamplingTest extends ResamplingContract {
    @Override
    protected Resampling kernel() {
        return new TileProvider().resampling();
    }
}
