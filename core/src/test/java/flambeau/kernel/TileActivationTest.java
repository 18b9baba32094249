package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileActivationTest extends ActivationContract {
    @Override
    protected Activation kernel() {
        return new TileProvider().activation();
    }
}
