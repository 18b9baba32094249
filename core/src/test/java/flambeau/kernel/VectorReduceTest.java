package flambeau.kernel;

import flambeau.kernel.vector.VectorProvider;
import java.util.Objects;

final class VectorReduceTest extends ReduceContract {
    @Override
    protected Reduce kernel() {
        return Objects.requireNonNull(VectorProvider.eager().reduce());
    }

    @Override
    protected boolean hasArgReduce() {
        return false;
    }
}
