package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileConvTest extends ConvContract {
    @Override
    protected Conv kernel() {
        return new TileProvider().conv();
    }
}
