package flambeau.kernel;

import flambeau.kernel.vector.VectorProvider;
import java.util.Objects;

final class VectorConvTest extends ConvContract {
    @Override
    protected Conv kernel() {
        return Objects.requireNonNull(VectorProvider.eager().conv());
    }
}
