package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileSortTest extends SortContract {
    @Override
    protected Sort kernel() {
        return new TileProvider().sort();
    }
}
