package flambeau.tensor;

import flambeau.array.Array;
import flambeau.kernel.Binary;
import flambeau.kernel.Gemm;
import flambeau.kernel.Kernels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gated recurrent unit. */
final class GRURecurrence extends Recurrence {
    private final Array ofStates; // [rows, 3 hidden]; of one step only if there is no way back

    GRURecurrence(Steps steps, Recurrences.Inputs in) {
        super(steps, in, 3);
        ofStates = empty(saves ? steps.rows : steps.sequences(), 3 * hidden);
    }

    @Override
    @Nullable
    Array inputBias() {
        return in.biasIh() == null ? null : in.biasIh().array();
    }

    @Override
    @Nullable
    Array stateBias() {
        return in.biasHh() == null ? null : in.biasHh().array();
    }

    @Override
    Walk forward(Steps part, Gemm.Prepared ofState) {
        return (k, g) -> {
            var product = saves ? part.rows(ofStates, k) : Steps.top(part.own(ofStates), part.size(k));
            var before = part.before(y, part.own(h), k);
            ofState.times(before, product);
            Kernels.gru(g, product, before, part.rows(y, k));
        };
    }

    @Override
    void done() {
        if (!saves) release(ofStates);
    }

    @Override
    Back back(@Nullable Tensor dcells) {
        return new Way();
    }

    private final class Way extends Back {
        private final Array dhidden = empty(steps.rows, 3 * hidden);
        private final Array through = empty(steps.sequences(), hidden); // what comes through the product

        @Override
        WalkBack walk(Steps part, Gemm.Prepared ofGates) {
            return (k, dh) -> {
                Array dg = part.rows(dgates, k), dw = part.rows(dhidden, k);
                Kernels.gruBackward(
                        dh, part.rows(gates, k), part.rows(ofStates, k), part.before(y, part.own(h), k), dg, dw);
                var product = Steps.top(part.own(through), part.size(k));
                ofGates.times(dw, product);
                Kernels.binary(Binary.ADD, dh, product, dh);
            };
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
