package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileGatesTest extends GatesContract {
    @Override
    protected Gates kernel() {
        return new TileProvider().gates();
    }
}
