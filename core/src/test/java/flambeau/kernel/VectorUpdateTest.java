package flambeau.kernel;

import flambeau.kernel.vector.VectorProvider;
import java.util.Objects;

final class VectorUpdateTest extends UpdateContract {
    @Override
    protected Update kernel() {
        return Objects.requireNonNull(VectorProvider.eager().update());
    }
}
