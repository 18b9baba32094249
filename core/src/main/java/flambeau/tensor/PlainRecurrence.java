package flambeau.tensor;

import flambeau.array.Array;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import flambeau.kernel.Unary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code h = tanh(x W + h U + b)}, or with max(., 0) for tanh. */
final class PlainRecurrence extends Recurrence {
    private final boolean relu;
    private final Array input;

    PlainRecurrence(Steps steps, Recurrences.Inputs in, boolean relu) {
        super(steps, in, 1);
        this.relu = relu;
        input = ofInput(bothBiases());
    }

    @Override
    void step(int k) {
        var state = steps.rows(y, k);
        Kernels.matmul(steps.before(y, h, k), transposed(in.weightHh()), null, state);
        Kernels.binary(Binary.ADD, state, steps.rows(input, k), state);
        Kernels.unary(relu ? Unary.RELU : Unary.TANH, state, state);
        if (k == steps.count() - 1) input.storage().release();
    }

    @Override
    void release() {
        input.storage().release();
    }

    @Override
    Back back(@Nullable Tensor dcells) {
        return new Back() {
            @Override
            void step(int k, Array dh) {
                var d = steps.rows(dgates, k);
                Kernels.binary(relu ? Binary.RELU_GRAD : Binary.TANH_GRAD, dh, steps.rows(y, k), d);
                Kernels.matmul(d, in.weightHh().array(), null, dh);
            }

            @Override
            Array dhidden() {
                return dgates;
            }
        };
    }

    @Override
    List<Tensor> compose(Tensor x, Tensor h, @Nullable Tensor c, Recurrences.Inputs in) {
        var sum = x.linear(in.weightIh(), in.biasIh()).add(h.linear(in.weightHh(), in.biasHh()));
        return List.of(relu ? sum.relu() : sum.tanh());
    }
}
