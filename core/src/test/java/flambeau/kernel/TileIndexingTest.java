package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileIndexingTest extends IndexingContract {
    @Override
    protected Indexing kernel() {
        return new TileProvider().indexing();
    }
}
