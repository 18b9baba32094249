package flambeau.tensor;

import flambeau.kernel.Binary;
import flambeau.kernel.Gemm;
import flambeau.kernel.Kernels;
import flambeau.kernel.Unary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code h = tanh(x W + h U + b)}, or with max(., 0) for tanh. */
final class PlainRecurrence extends Recurrence {
    private final boolean relu;

    PlainRecurrence(Steps steps, Recurrences.Inputs in, boolean relu) {
        super(steps, in, 1);
        this.relu = relu;
    }

    @Override
    Walk forward(Steps part, Gemm.Prepared ofState) {
        return (k, g) -> {
            var state = part.rows(y, k);
            ofState.times(part.before(y, part.own(h), k), state);
            Kernels.binary(Binary.ADD, state, g, state);
            Kernels.unary(relu ? Unary.RELU : Unary.TANH, state, state);
        };
    }

    @Override
    Back back(@Nullable Tensor dcells) {
        return new Back() {
            @Override
            WalkBack walk(Steps part, Gemm.Prepared ofGates) {
                return (k, dh) -> {
                    var d = part.rows(dgates, k);
                    Kernels.binary(relu ? Binary.RELU_GRAD : Binary.TANH_GRAD, dh, part.rows(y, k), d);
                    ofGates.times(d, dh);
                };
            }
        };
    }

    @Override
    List<Tensor> compose(Tensor x, Tensor h, @Nullable Tensor c, Recurrences.Inputs in) {
        var sum = x.linear(in.weightIh(), in.biasIh()).add(h.linear(in.weightHh(), in.biasHh()));
        return List.of(relu ? sum.relu() : sum.tanh());
    }
}
