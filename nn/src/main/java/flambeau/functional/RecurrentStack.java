package flambeau.functional;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.bidirectional;
import static flambeau.args.Args.dropout;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.args.Args.numLayers;
import static flambeau.args.Args.p;
import static flambeau.args.Args.training;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RandomSource;
import flambeau.array.Shape;
import flambeau.tensor.Generator;
import flambeau.tensor.Recurrences;
import flambeau.tensor.Recurrences.Cell;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers of recurrent cells, each in one or both directions. */
final class RecurrentStack {
    /** The states after each step, and the last ones of all layers; no cells but of an LSTM. */
    record Run(Tensor output, Tensor h, @Nullable Tensor c) {}

    private final String op;
    private final Cell cell;
    private final List<? extends Tensor> weights;
    private final int layers, directions, each;
    private final boolean biased, projected, training;
    private final double dropout;
    private final RandomSource generator;

    RecurrentStack(String op, Cell cell, List<? extends Tensor> weights, Arg<?>[] args) {
        this.op = op;
        this.cell = cell;
        this.weights = weights;
        layers = given(args, numLayers(1)).value();
        directions = given(args, bidirectional(false)).value() ? 2 : 1;
        biased = given(args, bias(true)).value();
        training = given(args, training(false)).value();
        dropout = given(args, dropout(0)).value();
        var source = given(args, RandomSource.class);
        generator = Args.generator(source == null ? Generator.getDefault() : source);
        int plain = biased ? 4 : 2;
        projected = cell == Cell.LSTM && weights.size() == layers * directions * (plain + 1);
        each = projected ? plain + 1 : plain;
        if (layers < 1) throw Refusal.of("%s: numLayers must be positive, got %s", op, layers);
        if (!(dropout >= 0 && dropout <= 1)) throw Refusal.of("%s: dropout must be in [0, 1], got %s", op, dropout);
        if (weights.size() != layers * directions * each)
            throw Refusal.of(
                    "%s: %s layers in %s directions take %s weights, got %s",
                    op, layers, directions, layers * directions * each, weights.size());
        for (int i = 0; i < layers * directions; i++) check(i);
    }

    private void check(int i) {
        Tensor ih = weight(i, 0), hh = weight(i, 1);
        if (ih.dim() != 2 || ih.size(0) % cell.gates() != 0)
            throw Refusal.of(
                    "%s: weightIh must be [%s hidden, in], got %s",
                    op, cell.gates(), ih.shape().text());
        check("weightHh", hh, ih, ih.size(0), out());
        if (i >= directions && ih.size(1) != out() * directions)
            throw Refusal.of(
                    "%s: weightIh of layer %s must take %s, got %s",
                    op, i / directions, out() * directions, ih.shape().text());
        if (biased) check("biasIh", weight(i, 2), ih, ih.size(0));
        if (biased) check("biasHh", weight(i, 3), ih, ih.size(0));
        if (projected) check("weightHr", weight(i, each - 1), ih, out(), hidden());
    }

    private void check(String name, Tensor w, Tensor ih, int... sizes) {
        if (!w.shape().equals(Shape.of(sizes)) || w.dtype() != ih.dtype())
            throw Refusal.of(
                    "%s: %s must be %s %s, got %s",
                    op, name, ih.dtype(), Shape.of(sizes).text(), w.describe());
    }

    private Tensor weight(int i, int which) {
        return weights.get(i * each + which);
    }

    private int hidden() {
        return weights.getFirst().size(0) / cell.gates();
    }

    private int out() {
        return projected ? weights.get(each - 1).size(0) : hidden();
    }

    /** Of a padded batch [steps, n, in], [n, steps, in] or a single sequence [steps, in]. */
    Run run(Tensor x, @Nullable Tensor h, @Nullable Tensor c, boolean batchFirst) {
        boolean batched = x.dim() == 3;
        if (!batched && x.dim() != 2)
            throw Refusal.of(
                    "%s: input must be [steps, in] or [%s, in], got %s",
                    op, batchFirst ? "n, steps" : "steps, n", x.shape().text());
        int rank = batched ? 3 : 2;
        if (h != null && h.dim() != rank || c != null && c.dim() != rank)
            throw Refusal.of(
                    "%s: the state of input %s must have %s dimensions",
                    op, x.shape().text(), rank);
        if (!batched) {
            var y = run(x.unsqueeze(1), h == null ? null : h.unsqueeze(1), c == null ? null : c.unsqueeze(1), false);
            return new Run(y.output.squeeze(1), y.h.squeeze(1), y.c == null ? null : y.c.squeeze(1));
        }
        var steps = batchFirst ? x.transpose(0, 1) : x;
        int t = steps.size(0), n = steps.size(1);
        if (t == 0) throw Refusal.of("%s: input %s has no steps", op, x.shape().text());
        var sizes = new int[t];
        Arrays.fill(sizes, n);
        var y = run(steps.reshape(Math.multiplyExact(t, n), x.size(2)), sizes, h, c);
        var output = y.output.view(t, n, out() * directions);
        return new Run(batchFirst ? output.transpose(0, 1) : output, y.h, y.c);
    }

    /** Of packed sequences, the states being those of the sequences in their own order. */
    Run run(PackedSequence x, @Nullable Tensor h, @Nullable Tensor c) {
        if (x.data().dim() != 2)
            throw Refusal.of(
                    "%s: the data of a PackedSequence must be [rows, in], got %s",
                    op, x.data().shape().text());
        Tensor to = x.sortedIndices(), from = x.unsortedIndices();
        var sizes = x.sizes();
        if (sizes.length == 0) throw Refusal.of("%s: the PackedSequence has no steps", op);
        for (var state : Arrays.asList(h, c))
            if (state != null) checkState(state, sizes[0], state == h ? out() : hidden());
        var y = run(x.data(), sizes, order(h, to), order(c, to));
        return new Run(y.output, from == null ? y.h : y.h.indexSelect(1, from), order(y.c, from));
    }

    private static @Nullable Tensor order(@Nullable Tensor states, @Nullable Tensor places) {
        return states == null || places == null ? states : states.indexSelect(1, places);
    }

    private Run run(Tensor rows, int[] sizes, @Nullable Tensor h0, @Nullable Tensor c0) {
        if (rows.dtype() != weights.getFirst().dtype())
            throw Refusal.of(
                    "%s: input (%s) and weights (%s) must have one dtype",
                    op, rows.dtype(), weights.getFirst().dtype());
        if (rows.size(1) != weights.getFirst().size(1))
            throw Refusal.of(
                    "%s: input has %s features, the weights take %s",
                    op, rows.size(1), weights.getFirst().size(1));
        var h = state(h0, rows, sizes[0], out());
        var c = cell == Cell.LSTM ? state(c0, rows, sizes[0], hidden()) : null;
        var x = rows;
        List<Tensor> states = new ArrayList<>(), cells = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            if (layer > 0) x = F.dropout(x, p(dropout), training(training), generator);
            var outputs = new ArrayList<Tensor>();
            for (int d = 0; d < directions; d++) {
                int i = layer * directions + d;
                var in = new Recurrences.Inputs(
                        x,
                        h.select(0, i),
                        c == null ? null : c.select(0, i),
                        weight(i, 0),
                        weight(i, 1),
                        biased ? weight(i, 2) : null,
                        biased ? weight(i, 3) : null,
                        projected ? weight(i, each - 1) : null);
                var y = Recurrences.run(cell, sizes, d == 1, in);
                outputs.add(y.output());
                states.add(y.h());
                if (y.c() != null) cells.add(y.c());
            }
            x = directions == 1 ? outputs.getFirst() : Tensors.cat(outputs, 1);
        }
        return new Run(x, Tensors.stack(states, 0), cells.isEmpty() ? null : Tensors.stack(cells, 0));
    }

    private Tensor state(@Nullable Tensor given, Tensor x, int n, int size) {
        if (given == null) return Tensors.zeros(Shape.of(layers * directions, n, size), dtype(x.dtype()));
        checkState(given, n, size);
        if (given.dtype() != x.dtype())
            throw Refusal.of("%s: input (%s) and state (%s) must have one dtype", op, x.dtype(), given.dtype());
        return given;
    }

    private void checkState(Tensor state, int n, int size) {
        var expected = Shape.of(layers * directions, n, size);
        if (!state.shape().equals(expected))
            throw Refusal.of(
                    "%s: the state must be %s, got %s",
                    op, expected.text(), state.shape().text());
    }
}
