package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileFactorTest extends FactorContract {
    @Override
    protected Factor kernel() {
        return new TileProvider().factor();
    }
}
