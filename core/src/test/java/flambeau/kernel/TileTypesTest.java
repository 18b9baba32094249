package flambeau.kernel;

import flambeau.kernel.tile.TileProvider;

final class TileTypesTest extends TypesContract {
    @Override
    protected Pointwise kernel() {
        return new TileProvider().pointwise();
    }

    @Override
    protected boolean takesAll() {
        return true;
    }
}
