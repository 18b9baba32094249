package flambeau.tensor;

import flambeau.array.Array;
import flambeau.kernel.Gemm;
import flambeau.kernel.Kernels;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Long short-term memory, its state projected or not. */
final class LSTMRecurrence extends Recurrence {
    private final Array firstCells; // [n, hidden]
    private final Array cells; // [rows, hidden]
    private final Array states; // [rows, hidden], before they are projected
    private final Array products; // [n, 4 hidden], of the states before a step

    LSTMRecurrence(Steps steps, Recurrences.Inputs in) {
        super(steps, in, 4);
        firstCells = dense(Objects.requireNonNull(in.c()).array());
        cells = empty(steps.rows, hidden);
        states = in.weightHr() == null ? y : empty(steps.rows, hidden);
        products = empty(steps.sequences(), 4 * hidden);
    }

    @Override
    Walk forward(Steps part, Gemm.Prepared ofState) {
        return (k, g) -> {
            Array product = Steps.top(part.own(products), part.size(k)), state = part.rows(states, k);
            ofState.times(part.before(y, part.own(h), k), product);
            var before = part.before(cells, part.own(firstCells), k);
            Kernels.lstm(g, product, before, part.rows(cells, k), state);
            if (in.weightHr() != null) Kernels.matmul(state, transposed(in.weightHr()), null, part.rows(y, k));
        };
    }

    @Override
    void done() {
        release(products);
        if (!saves && states != y) release(states);
    }

    @Override
    Array cells() {
        return cells;
    }

    @Override
    Back back(@Nullable Tensor dcells) {
        return new Way(dcells);
    }

    private final class Way extends Back {
        private final Array dc;
        private final Array dprojected =
                in.weightHr() == null ? y : empty(steps.rows, y.shape().get(1));
        private final Array dstate = in.weightHr() == null ? y : empty(steps.sequences(), hidden);

        Way(@Nullable Tensor dcells) {
            dc = start(dcells, hidden);
        }

        @Override
        WalkBack walk(Steps part, Gemm.Prepared ofGates) {
            return (k, dh) -> {
                int n = part.size(k);
                var d = dh;
                if (in.weightHr() != null) {
                    Kernels.copy(dh, part.rows(dprojected, k));
                    d = Steps.top(part.own(dstate), n);
                    Kernels.matmul(dh, in.weightHr().array(), null, d);
                }
                var before = part.before(cells, part.own(firstCells), k);
                var dcell = Steps.top(part.own(dc), n);
                Kernels.lstmBackward(d, part.rows(gates, k), before, part.rows(cells, k), dcell, part.rows(dgates, k));
                ofGates.times(part.rows(dgates, k), dh);
            };
        }

        @Override
        Tensor dcells() {
            return new Tensor(dc);
        }

        @Override
        @Nullable
        Tensor dprojection() {
            return in.weightHr() == null ? null : new Tensor(dprojected).t().mm(new Tensor(states));
        }
    }

    @Override
    List<Tensor> compose(Tensor x, Tensor h, @Nullable Tensor c, Recurrences.Inputs in) {
        var sum = x.linear(in.weightIh(), in.biasIh()).add(h.linear(in.weightHh(), in.biasHh()));
        Tensor i = gate(sum, 0).sigmoid(),
                f = gate(sum, 1).sigmoid(),
                g = gate(sum, 2).tanh();
        var cell = f.mul(Objects.requireNonNull(c)).add(i.mul(g));
        var state = gate(sum, 3).sigmoid().mul(cell.tanh());
        return List.of(in.weightHr() == null ? state : state.linear(in.weightHr(), null), cell);
    }

    private Tensor gate(Tensor all, int i) {
        return all.narrow(1, i * hidden, hidden);
    }
}
