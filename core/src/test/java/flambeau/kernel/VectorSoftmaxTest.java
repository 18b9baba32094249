package flambeau.kernel;

import flambeau.kernel.vector.VectorProvider;
import java.util.Objects;

final class VectorSoftmaxTest extends SoftmaxContract {
    @Override
    protected Softmax kernel() {
        return Objects.requireNonNull(VectorProvider.eager().softmax());
    }
}
