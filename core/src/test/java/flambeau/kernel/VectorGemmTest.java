package flambeau.kernel;

import flambeau.kernel.vector.VectorProvider;
import java.util.Objects;

final class VectorGemmTest extends GemmContract {
    @Override
    protected Gemm kernel() {
        return Objects.requireNonNull(VectorProvider.eager().gemm());
    }
}
