package flambeau.kernel;

import flambeau.kernel.vector.VectorProvider;
import java.util.Objects;

final class VectorGatesTest extends GatesContract {
    @Override
    protected Gates kernel() {
        return Objects.requireNonNull(VectorProvider.eager().gates());
    }
}
