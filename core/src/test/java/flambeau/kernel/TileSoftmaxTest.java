package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileSoftmaxTest extends SoftmaxContract {
    @Override
    protected Softmax kernel() {
        return new TileProvider().softmax();
    }
}
