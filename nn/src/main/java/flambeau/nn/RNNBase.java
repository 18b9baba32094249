package flambeau.nn;

import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.bidirectional;
import static flambeau.args.Args.dropout;
import static flambeau.args.Args.given;
import static flambeau.args.Args.numLayers;
import static flambeau.args.Args.training;
import static flambeau.tensor.Tensors.empty;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.BatchFirst;
import flambeau.args.Bias;
import flambeau.args.Bidirectional;
import flambeau.args.NumLayers;
import flambeau.args.RandomSource;
import flambeau.functional.Takes;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RNN}, {@link LSTM} and {@link GRU} share: their weights, for each layer and direction {@code weight_ih_l0}, {@code
 * weight_hh_l0}, {@code bias_ih_l0}, {@code bias_hh_l0} and, if projected, {@code weight_hr_l0}; of the direction from the end
 * with {@code _reverse} behind. First values are even in {@code [-1 / sqrt(hidden), 1 / sqrt(hidden))}.
 */
abstract class RNNBase extends Module
        implements NumLayers.Taker,
                Bias.Taker,
                BatchFirst.Taker,
                flambeau.args.Dropout.Taker,
                Bidirectional.Taker,
                RandomSource.Taker {
    /** The size of each element of a sequence. */
    public final int inputSize;

    /** The size of a hidden state. */
    public final int hiddenSize;

    /** The size to which hidden states are projected; 0: not at all. */
    public final int projSize;

    /** The number of layers. */
    public final NumLayers numLayers;

    /** Whether there are biases. */
    public final Bias bias;

    /** Whether the batch is the first dimension. */
    public final BatchFirst batchFirst;

    /** The probability of a 0 between layers. */
    public final flambeau.args.Dropout dropout;

    /** Whether sequences are also read from their end. */
    public final Bidirectional bidirectional;

    private final transient @Nullable RandomSource generator;
    private final transient Entries<Parameter> weights;

    RNNBase(String name, int gates, int inputSize, int hiddenSize, int projSize, Arg<?>[] args) {
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        this.projSize = projSize;
        numLayers = given(args, numLayers(1));
        bias = given(args, bias(true));
        batchFirst = given(args, batchFirst(false));
        dropout = given(args, dropout(0));
        bidirectional = given(args, bidirectional(false));
        generator = given(args, RandomSource.class);
        weights = new Entries<>(name);
        check(name);
        int out = projSize > 0 ? projSize : hiddenSize, directions = bidirectional.value() ? 2 : 1;
        for (int layer = 0; layer < numLayers.value(); layer++)
            for (int d = 0; d < directions; d++)
                add("_l" + layer + (d == 1 ? "_reverse" : ""), gates, layer == 0 ? inputSize : out * directions, out);
        resetParameters();
    }

    private void check(String name) {
        positive(name, "inputSize", inputSize);
        positive(name, "hiddenSize", hiddenSize);
        positive(name, "numLayers", numLayers.value());
        if (projSize < 0 || projSize >= hiddenSize)
            throw new IllegalArgumentException(
                    "%s: projSize must be in [0, hiddenSize), got %s of %s".formatted(name, projSize, hiddenSize));
        if (!(dropout.value() >= 0 && dropout.value() <= 1))
            throw new IllegalArgumentException(
                    "%s: dropout must be in [0, 1], got %s".formatted(name, dropout.value()));
    }

    private static void positive(String name, String what, int size) {
        if (size <= 0)
            throw new IllegalArgumentException("%s: %s must be positive, got %s".formatted(name, what, size));
    }

    private void add(String end, int gates, int in, int out) {
        int rows = Math.multiplyExact(gates, hiddenSize);
        add("weight_ih" + end, empty(rows, in));
        add("weight_hh" + end, empty(rows, out));
        if (bias.value()) {
            add("bias_ih" + end, empty(rows));
            add("bias_hh" + end, empty(rows));
        }
        if (projSize > 0) add("weight_hr" + end, empty(out, hiddenSize));
    }

    private void add(String name, Tensor values) {
        weights.add(name, new Parameter(values));
    }

    /** Draws new first values. */
    public final void resetParameters() {
        double bound = 1 / Math.sqrt(hiddenSize);
        for (var w : weights.list()) Init.uniform_(w, -bound, bound);
    }

    /** The weights of each layer and direction, in the order of their names. */
    public final List<List<Parameter>> allWeights() {
        var all = weights.list();
        int each = (bias.value() ? 4 : 2) + (projSize > 0 ? 1 : 0);
        var groups = new ArrayList<List<Parameter>>();
        for (int i = 0; i < all.size(); i += each) groups.add(List.copyOf(all.subList(i, i + each)));
        return groups;
    }

    final List<Parameter> weights() {
        return weights.list();
    }

    /** The options as the functions take them. */
    final Arg<? super Takes.Recurrent>[] options() {
        return all(
                numLayers,
                bias,
                batchFirst,
                dropout,
                training(isTraining()),
                bidirectional,
                Args.generator(generator == null ? Generator.getDefault() : generator));
    }

    @SafeVarargs
    private static Arg<? super Takes.Recurrent>[] all(Arg<? super Takes.Recurrent>... options) {
        return options;
    }

    @Override
    LinkedHashMap<String, @Nullable Object> members() {
        var all = super.members();
        all.putAll(weights.byName());
        return all;
    }

    @Override
    protected String extraRepr() {
        var text = new StringBuilder(inputSize + ", " + hiddenSize);
        if (projSize != 0) text.append(", proj_size=").append(projSize);
        if (numLayers.value() != 1) text.append(", num_layers=").append(numLayers.value());
        if (!bias.value()) text.append(", bias=False");
        if (batchFirst.value()) text.append(", batch_first=True");
        if (dropout.value() != 0) text.append(", dropout=").append(Repr.of(dropout.value()));
        if (bidirectional.value()) text.append(", bidirectional=True");
        return text.toString();
    }
}
