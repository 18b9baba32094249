package flambeau.kernel;

import flambeau.array.DType;
import flambeau.array.Rule;
import flambeau.kernel.tile.TileProvider;

final class TileUpdateTest extends UpdateContract {
    @Override
    protected Update kernel() {
        return new TileProvider().update();
    }

    @Override
    protected boolean isFor(Rule rule, DType dtype, long n) {
        return true;
    }
}
