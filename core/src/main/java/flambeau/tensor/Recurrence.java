package flambeau.tensor;

import static flambeau.args.Args.allowUnused;
import static flambeau.args.Args.createGraph;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Backward;
import flambeau.autograd.GradMode;
import flambeau.kernel.Binary;
import flambeau.kernel.Gemm;
import flambeau.kernel.Kernels;
import flambeau.kernel.Parallel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One direction of one recurrent layer: the steps forward, and what they saved for the steps back. */
abstract sealed class Recurrence implements Backward.Several<Tensor>
        permits PlainRecurrence, LSTMRecurrence, GRURecurrence {
    private static final int ROWS = 16; // with fewer, products are slower

    final Steps steps;
    final Recurrences.Inputs in;
    final int hidden; // the size of a state before it is projected
    final Array h; // [n, out], the first states
    final Array x; // [rows, in]
    final Array gates; // [rows, gates hidden]: at first what the input adds to them; none if there is no way back
    final Array y; // [rows, out]
    final boolean saves; // for the way back

    Recurrence(Steps steps, Recurrences.Inputs in, int gates) {
        this.steps = steps;
        this.in = in;
        hidden = in.weightIh().size(0) / gates;
        h = dense(in.h().array());
        x = dense(in.x().array());
        y = empty(steps.rows, in.h().size(1));
        saves = GradMode.isEnabled() && in.list().stream().anyMatch(each -> each != null && each.requiresGrad());
        this.gates = empty(saves ? steps.rows : 0, in.weightIh().size(0));
    }

    final Array empty(int rows, int columns) {
        return Array.empty(Shape.of(rows, columns), in.x().dtype());
    }

    static void release(Array x) {
        x.storage().release();
    }

    final Array zeros(int rows, int columns) {
        var x = empty(rows, columns);
        x.zero();
        return x;
    }

    /** {@code x} in row-major order. */
    static Array dense(Array x) {
        if (x.layout().isContiguous()) return x;
        var copy = Array.empty(Layout.contiguous(x.shape()), x.dtype());
        Kernels.copy(x, copy);
        return copy;
    }

    private static Array copy(Array x) {
        var copy = Array.empty(Layout.contiguous(x.shape()), x.dtype());
        Kernels.copy(x, copy);
        return copy;
    }

    static Array transposed(Tensor w) {
        var w0 = w.array();
        return w0.as(w0.layout().permute(1, 0));
    }

    /** Both biases as one. */
    final @Nullable Array bothBiases() {
        if (in.biasIh() == null || in.biasHh() == null) return null;
        return in.biasIh().unrecorded().add(in.biasHh().unrecorded()).array();
    }

    /** The output and the last states. */
    final List<Tensor> forward() {
        var last = empty(steps.sequences(), in.h().size(1));
        var cells = cells();
        var lastCells = cells == null ? null : empty(steps.sequences(), hidden);
        int rows = rows();
        var w = transposed(in.weightIh());
        if (saves && steps.rows > 0) Kernels.matmul(x, w, inputBias(), gates);
        try (var ofInput = saves ? null : Kernels.prepare(w, inputBias(), rows * StepsAhead.COUNT);
                var ofState = Kernels.prepare(transposed(in.weightHh()), stateBias(), rows)) {
            each(rows, part -> {
                var ahead = ofInput == null
                        ? null
                        : new StepsAhead(part, x, w.shape().get(1), ofInput);
                var walk = forward(part, ofState);
                for (int k = 0; k < part.count(); k++) {
                    var g = ahead == null ? part.rows(gates, k) : ahead.rows(k);
                    if (part.size(k) > 0) walk.step(k, g);
                    part.finish(y, part.own(last), k);
                    if (cells != null && lastCells != null) part.finish(cells, part.own(lastCells), k);
                }
                if (ahead != null) ahead.release();
            });
        }
        done();
        if (cells == null || lastCells == null) return List.of(new Tensor(y), new Tensor(last));
        if (!saves) release(cells);
        return List.of(new Tensor(y), new Tensor(last), new Tensor(lastCells));
    }

    /** The sequences that a thread takes through all steps, as the states of few stay in the processor's cache. */
    private int rows() {
        int n = Math.max(steps.sequences(), 1);
        return in.x().array().isFloat32() ? Math.ceilDiv(n, Math.ceilDiv(n, ROWS)) : n;
    }

    private void each(int rows, Consumer<Steps> walk) {
        Parallel.forRange(steps.sequences(), rows, (low, high) -> walk.accept(steps.part((int) low, (int) high)));
    }

    /** The bias of the part of the input, or null. */
    @Nullable
    Array inputBias() {
        return bothBiases();
    }

    /** The bias of the part of the state, or null. */
    @Nullable
    Array stateBias() {
        return null;
    }

    /** The way of some sequences through the steps. */
    @FunctionalInterface
    interface Walk {
        /** Computes the rows of step k of y, and what the way back needs; {@code gates}: what the input adds to them. */
        void step(int k, Array gates);
    }

    /** The way of the sequences of {@code part}, given the product of the state. */
    abstract Walk forward(Steps part, Gemm.Prepared ofState);

    /** Gives back what the steps needed, and the way back does not. */
    void done() {}

    /** [rows, hidden]: the cells after all steps, where a step has some. */
    @Nullable
    Array cells() {
        return null;
    }

    /** The way back of some sequences. */
    @FunctionalInterface
    interface WalkBack {
        /** Turns {@code dh} of the states after step k into that of the states before it. */
        void step(int k, Array dh);
    }

    /** The way back: what is computed step by step. */
    abstract class Back {
        final Array dgates = empty(steps.rows, in.weightIh().size(0)); // of the part of the input

        /** The way of the sequences of {@code part}, given the product of the gradients of gates. */
        abstract WalkBack walk(Steps part, Gemm.Prepared ofGates);

        /** [rows, gates hidden]: of the part of the state in the gates. */
        Array dhidden() {
            return dgates;
        }

        @Nullable
        Tensor dcells() {
            return null;
        }

        @Nullable
        Tensor dprojection() {
            return null;
        }
    }

    abstract Back back(@Nullable Tensor dcells);

    @Override
    public final List<@Nullable Tensor> apply(List<@Nullable Tensor> dys) {
        if (GradMode.isEnabled()) return composed(dys);
        var dy = dys.get(0) == null ? null : dense(dys.get(0).array());
        var dh = start(dys.get(1), in.h().size(1));
        var back = back(dys.size() > 2 ? dys.get(2) : null);
        int rows = rows();
        try (var ofGates = Kernels.prepare(in.weightHh().array(), null, rows)) {
            each(rows, part -> {
                var walk = back.walk(part, ofGates);
                for (int k = part.count() - 1; k >= 0; k--) {
                    if (part.size(k) == 0) continue;
                    var d = Steps.top(part.own(dh), part.size(k));
                    if (dy != null) Kernels.binary(Binary.ADD, d, part.rows(dy, k), d);
                    walk.step(k, d);
                }
            });
        }
        var dgates = new Tensor(back.dgates);
        boolean one = back.dhidden() == back.dgates;
        var dhidden = one ? dgates : new Tensor(back.dhidden());
        var all = new ArrayList<@Nullable Tensor>();
        all.add(in.x().requiresGrad() ? dgates.mm(in.weightIh()) : null);
        all.add(new Tensor(dh));
        all.add(back.dcells());
        all.add(in.weightIh().requiresGrad() ? dgates.t().mm(in.x()) : null);
        all.add(in.weightHh().requiresGrad() ? dhidden.t().mm(new Tensor(steps.allBefore(output(), h))) : null);
        var dbias = in.biasIh() == null ? null : dgates.sum(0);
        all.add(dbias);
        all.add(one || in.biasHh() == null ? dbias : dhidden.sum(0));
        all.add(back.dprojection());
        return all;
    }

    /** The output, as it must still be. */
    private Array output() {
        BackwardPass.check(y.storage());
        return y;
    }

    final Array start(@Nullable Tensor gradient, int columns) {
        return gradient == null ? zeros(steps.sequences(), columns) : copy(gradient.array());
    }

    /** The same gradients, recorded: by the steps in operations of tensors. */
    private List<@Nullable Tensor> composed(List<@Nullable Tensor> dys) {
        var inputs = in.list();
        inputs.replaceAll(x -> x == null ? null : x.narrow(0, 0, x.size(0))); // paths between inputs are not ours
        var ys = compose(Recurrences.Inputs.of(inputs));
        List<Tensor> outputs = new ArrayList<>(), gradients = new ArrayList<>(), wanted = new ArrayList<>();
        for (int i = 0; i < ys.size(); i++) {
            var dy = dys.get(i);
            if (dy == null) continue;
            outputs.add(ys.get(i));
            gradients.add(dy);
        }
        for (var x : inputs) if (x != null && x.requiresGrad()) wanted.add(x);
        var found = Tensors.grad(outputs, wanted, gradients, createGraph(true), allowUnused(true));
        var all = new ArrayList<@Nullable Tensor>();
        int at = 0;
        for (var x : inputs) all.add(x != null && x.requiresGrad() ? found.get(at++) : null);
        return all;
    }

    private List<Tensor> compose(Recurrences.Inputs in) {
        var outputs = new ArrayList<Tensor>();
        List<Tensor> lasts = new ArrayList<>(), lastCells = new ArrayList<>();
        Tensor state = in.h(), cell = in.c();
        for (int k = 0; k < steps.count(); k++) {
            var before = steps.before(state, in.h(), k);
            var cellBefore = cell == null || in.c() == null ? null : steps.before(cell, in.c(), k);
            var after = compose(steps.rows(in.x(), k), before, cellBefore, in);
            state = after.getFirst();
            outputs.add(state);
            keep(steps.finished(state, k), lasts);
            if (cell == null) continue;
            cell = after.getLast();
            keep(steps.finished(cell, k), lastCells);
        }
        if (steps.isReverse()) Collections.reverse(outputs);
        var all = new ArrayList<>(List.of(Tensors.cat(outputs, 0), Tensors.cat(lasts, 0)));
        if (cell != null) all.add(Tensors.cat(lastCells, 0));
        return all;
    }

    /** The sequences that end first are the last ones. */
    private static void keep(@Nullable Tensor states, List<Tensor> all) {
        if (states != null) all.addFirst(states);
    }

    /** A step in operations of tensors: the states after it, and the cells where there are some. */
    abstract List<Tensor> compose(Tensor x, Tensor h, @Nullable Tensor c, Recurrences.Inputs in);
}
