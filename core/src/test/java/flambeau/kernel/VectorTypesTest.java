package flambeau.kernel;

import flambeau.kernel.vector.VectorProvider;
import java.util.Objects;

final class VectorTypesTest extends TypesContract {
    @Override
    protected Pointwise kernel() {
        return Objects.requireNonNull(VectorProvider.eager().pointwise());
    }

    @Override
    protected boolean takesAll() {
        return false;
    }
}
