package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileCountingTest extends CountingContract {
    @Override
    protected Counting kernel() {
        return new TileProvider().counting();
    }
}
