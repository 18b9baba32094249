package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileReduceTest extends ReduceContract {
    @Override
    protected Reduce kernel() {
        return new TileProvider().reduce();
    }
}
