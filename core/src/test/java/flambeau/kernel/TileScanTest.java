package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileScanTest extends ScanContract {
    @Override
    protected Scan kernel() {
        return new TileProvider().scan();
    }
}
