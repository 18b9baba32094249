package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileNormTest extends NormContract {
    @Override
    protected Norm kernel() {
        return new TileProvider().norm();
    }
}
