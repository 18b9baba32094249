package flambeau.kernel;

import flambeau.array.DType;
import flambeau.array.Rule;
import flambeau.kernel.vector.VectorProvider;
import java.util.Objects;

final class VectorUpdateTest extends UpdateContract {
    @Override
    protected Update kernel() {
        return Objects.requireNonNull(VectorProvider.eager().update());
    }

    @Override
    protected boolean isFor(Rule rule, DType dtype, long n) {
        return (rule instanceof Rule.Sgd || rule instanceof Rule.Adam) && dtype == DType.FLOAT32 && n >= 128;
    }
}
