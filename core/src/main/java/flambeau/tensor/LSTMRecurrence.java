package flambeau.tensor;

import flambeau.array.Array;
import flambeau.kernel.Kernels;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Long short-term memory, its state projected or not. */
final class LSTMRecurrence extends Recurrence {
    private final Array gates; // [rows, 4 hidden]
    private final Array firstCells; // [n, hidden]
    private final Array cells; // [rows, hidden]
    private final Array states; // [rows, hidden], before they are projected
    private final Array ofState; // [n, 4 hidden], of one step

    LSTMRecurrence(Steps steps, Recurrences.Inputs in) {
        super(steps, in, 4);
        gates = ofInput(bothBiases());
        firstCells = dense(Objects.requireNonNull(in.c()).array());
        cells = empty(steps.rows, hidden);
        states = in.weightHr() == null ? y : empty(steps.rows, hidden);
        ofState = empty(steps.sequences(), 4 * hidden);
    }

    @Override
    void step(int k) {
        var product = Steps.top(ofState, steps.size(k));
        Kernels.matmul(steps.before(y, h, k), transposed(in.weightHh()), null, product);
        var state = steps.rows(states, k);
        Kernels.lstm(steps.rows(gates, k), product, steps.before(cells, firstCells, k), steps.rows(cells, k), state);
        if (in.weightHr() != null) Kernels.matmul(state, transposed(in.weightHr()), null, steps.rows(y, k));
        if (k == steps.count() - 1) ofState.storage().release();
    }

    @Override
    Array cells() {
        return cells;
    }

    @Override
    void release() {
        gates.storage().release();
        cells.storage().release();
        if (states != y) states.storage().release();
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
        void step(int k, Array dh) {
            int n = steps.size(k);
            var d = dh;
            if (in.weightHr() != null) {
                Kernels.copy(dh, steps.rows(dprojected, k));
                d = Steps.top(dstate, n);
                Kernels.matmul(dh, in.weightHr().array(), null, d);
            }
            var dg = steps.rows(dgates, k);
            var before = steps.before(cells, firstCells, k);
            Kernels.lstmBackward(d, steps.rows(gates, k), before, steps.rows(cells, k), Steps.top(dc, n), dg);
            Kernels.matmul(dg, in.weightHh().array(), null, dh);
        }

        @Override
        Array dhidden() {
            return dgates;
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
