package flambeau.tensor;

import static flambeau.args.Args.allowUnused;
import static flambeau.args.Args.createGraph;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Backward;
import flambeau.autograd.GradMode;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One direction of one recurrent layer: the steps forward, and what they saved for the steps back. */
abstract sealed class Recurrence implements Backward.Several<Tensor>
        permits PlainRecurrence, LSTMRecurrence, GRURecurrence {
    final Steps steps;
    final Recurrences.Inputs in;
    final int hidden; // the size of a state before it is projected
    final Array h; // [n, out], the first states
    final Array y; // [rows, out]

    Recurrence(Steps steps, Recurrences.Inputs in, int gates) {
        this.steps = steps;
        this.in = in;
        hidden = in.weightIh().size(0) / gates;
        h = dense(in.h().array());
        y = empty(steps.rows, in.h().size(1));
    }

    final Array empty(int rows, int columns) {
        return Array.empty(Shape.of(rows, columns), in.x().dtype());
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

    static @Nullable Array array(@Nullable Tensor x) {
        return x == null ? null : x.array();
    }

    /** The part of the input in the gates of all steps. */
    final Array ofInput(@Nullable Array bias) {
        var g = empty(steps.rows, in.weightIh().size(0));
        if (steps.rows > 0) Kernels.matmul(in.x().array(), transposed(in.weightIh()), bias, g);
        return g;
    }

    /** Both biases as one. */
    final @Nullable Array bothBiases() {
        if (in.biasIh() == null || in.biasHh() == null) return null;
        return in.biasIh().unrecorded().add(in.biasHh().unrecorded()).array();
    }

    /** The output and the last states. */
    final List<Tensor> forward() {
        var last = empty(steps.sequences(), in.h().size(1));
        for (int k = 0; k < steps.count(); k++) {
            if (steps.size(k) > 0) step(k);
            steps.finish(y, last, k);
        }
        var cells = cells();
        if (cells == null) return List.of(new Tensor(y), new Tensor(last));
        var lastCells = empty(steps.sequences(), hidden);
        for (int k = 0; k < steps.count(); k++) steps.finish(cells, lastCells, k);
        return List.of(new Tensor(y), new Tensor(last), new Tensor(lastCells));
    }

    /** Computes the rows of step k of y, and what the way back needs. */
    abstract void step(int k);

    /** [rows, hidden]: the cells after all steps, where a step has some. */
    @Nullable
    Array cells() {
        return null;
    }

    /** Gives back what was saved: there is no way back. */
    abstract void release();

    /** The way back: what is computed step by step. */
    abstract class Back {
        final Array dgates; // of the part of the input

        Back() {
            dgates = empty(steps.rows, in.weightIh().size(0));
        }

        /** Turns {@code dh} of the states after step k into that of the states before it. */
        abstract void step(int k, Array dh);

        /** [rows, gates hidden]: of the part of the state in the gates. */
        abstract Array dhidden();

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
        for (int k = steps.count() - 1; k >= 0; k--) {
            if (steps.size(k) == 0) continue;
            var part = Steps.top(dh, steps.size(k));
            if (dy != null) Kernels.binary(Binary.ADD, part, steps.rows(dy, k), part);
            back.step(k, part);
        }
        var dgates = new Tensor(back.dgates);
        var dhidden = new Tensor(back.dhidden());
        var all = new ArrayList<@Nullable Tensor>();
        all.add(in.x().requiresGrad() ? dgates.mm(in.weightIh()) : null);
        all.add(new Tensor(dh));
        all.add(back.dcells());
        all.add(in.weightIh().requiresGrad() ? dgates.t().mm(in.x()) : null);
        all.add(in.weightHh().requiresGrad() ? dhidden.t().mm(new Tensor(steps.allBefore(output(), h))) : null);
        all.add(in.biasIh() == null ? null : dgates.sum(0));
        all.add(in.biasHh() == null ? null : dhidden.sum(0));
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
