package flambeau.functional;

import static flambeau.args.Args.dtype;

import flambeau.array.Shape;
import flambeau.tensor.Recurrences;
import flambeau.tensor.Recurrences.Cell;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/** One step of a recurrent cell, checked. */
final class RecurrentCell {
    private RecurrentCell() {}

    static Recurrences.Result run(
            String op,
            Cell cell,
            Tensor x,
            @Nullable Tensor h,
            @Nullable Tensor c,
            Tensor weightIh,
            Tensor weightHh,
            @Nullable Tensor biasIh,
            @Nullable Tensor biasHh) {
        if (x.dim() != 1 && x.dim() != 2)
            throw Refusal.of(
                    "%s: input must be [n, in] or [in], got %s", op, x.shape().text());
        int rows = weightIh.size(0), hidden = rows / cell.gates();
        if (weightIh.dim() != 2 || weightIh.size(1) != x.size(-1))
            throw Refusal.of(
                    "%s: input %s has %s features, weightIh is %s",
                    op, x.shape().text(), x.size(-1), weightIh.shape().text());
        check(op, "weightIh", weightIh, x, Shape.of(cell.gates() * hidden, x.size(-1)));
        check(op, "weightHh", weightHh, x, Shape.of(rows, hidden));
        if ((biasIh == null) != (biasHh == null)) throw Refusal.of("%s: takes both biases or none", op);
        check(op, "biasIh", biasIh, x, Shape.of(rows));
        check(op, "biasHh", biasHh, x, Shape.of(rows));
        boolean single = x.dim() == 1;
        var state = single ? Shape.of(hidden) : Shape.of(x.size(0), hidden);
        check(op, "h", h, x, state);
        check(op, "c", c, x, state);
        var batch = single ? x.unsqueeze(0) : x;
        var before = rows(h, batch, hidden);
        var cells = cell == Cell.LSTM ? rows(c, batch, hidden) : null;
        var in = new Recurrences.Inputs(batch, before, cells, weightIh, weightHh, biasIh, biasHh, null);
        var y = Recurrences.run(cell, new int[] {batch.size(0)}, false, in);
        if (!single) return y;
        return new Recurrences.Result(y.output(), y.h().squeeze(0), y.c() == null ? null : y.c().squeeze(0));
    }

    private static Tensor rows(@Nullable Tensor state, Tensor x, int hidden) {
        if (state == null) return Tensors.zeros(Shape.of(x.size(0), hidden), dtype(x.dtype()));
        return state.dim() == 1 ? state.unsqueeze(0) : state;
    }

    private static void check(String op, String name, @Nullable Tensor w, Tensor x, Shape shape) {
        if (w == null || w.shape().equals(shape) && w.dtype() == x.dtype()) return;
        throw Refusal.of("%s: %s must be %s %s, got %s", op, name, x.dtype().word(), shape.text(), w.describe());
    }
}
