package flambeau.tensor;

import flambeau.array.Array;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gated recurrent unit. */
final class GRURecurrence extends Recurrence {
    private final Array gates; // [rows, 3 hidden]
    private final Array ofState; // [rows, 3 hidden]

    GRURecurrence(Steps steps, Recurrences.Inputs in) {
        super(steps, in, 3);
        gates = ofInput(array(in.biasIh()));
        ofState = empty(steps.rows, 3 * hidden);
    }

    @Override
    void step(int k) {
        var before = steps.before(y, h, k);
        var product = steps.rows(ofState, k);
        Kernels.matmul(before, transposed(in.weightHh()), array(in.biasHh()), product);
        Kernels.gru(steps.rows(gates, k), product, before, steps.rows(y, k));
    }

    @Override
    void release() {
        gates.storage().release();
        ofState.storage().release();
    }

    @Override
    Back back(@Nullable Tensor dcells) {
        return new Way();
    }

    private final class Way extends Back {
        private final Array dhidden = empty(steps.rows, 3 * hidden);
        private final Array through = empty(steps.sequences(), hidden); // what comes through the product

        @Override
        void step(int k, Array dh) {
            var dw = steps.rows(dhidden, k);
            Kernels.gruBackward(
                    dh, steps.rows(gates, k), steps.rows(ofState, k), steps.before(y, h, k), steps.rows(dgates, k), dw);
            var part = Steps.top(through, steps.size(k));
            Kernels.matmul(dw, in.weightHh().array(), null, part);
            Kernels.binary(Binary.ADD, dh, part, dh);
        }

        @Override
        Array dhidden() {
            return dhidden;
        }
    }

    @Override
    List<Tensor> compose(Tensor x, Tensor h, @Nullable Tensor c, Recurrences.Inputs in) {
        var a = x.linear(in.weightIh(), in.biasIh());
        var b = h.linear(in.weightHh(), in.biasHh());
        Tensor r = gate(a, 0).add(gate(b, 0)).sigmoid(),
                z = gate(a, 1).add(gate(b, 1)).sigmoid();
        var m = gate(a, 2).add(r.mul(gate(b, 2))).tanh();
        return List.of(m.add(z.mul(h.sub(m))));
    }

    private Tensor gate(Tensor all, int i) {
        return all.narrow(1, i * hidden, hidden);
    }
}
