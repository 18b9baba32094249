package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TilePointwiseTest extends PointwiseContract {
    @Override
    protected Pointwise kernel() {
        return new TileProvider().pointwise();
    }
}
