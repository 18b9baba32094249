package flambeau.kernel;

import flambeau.kernel.vector.VectorProvider;
import java.util.Objects;

final class VectorNormTest extends NormContract {
    @Override
    protected Norm kernel() {
        return Objects.requireNonNull(VectorProvider.eager().norm());
    }
}
