package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TilePoolingTest extends PoolingContract {
    @Override
    protected Pooling kernel() {
        return new TileProvider().pooling();
    }
}
