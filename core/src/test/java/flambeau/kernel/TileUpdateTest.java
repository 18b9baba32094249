package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileUpdateTest extends UpdateContract {
    @Override
    protected Update kernel() {
        return new TileProvider().update();
    }
}
