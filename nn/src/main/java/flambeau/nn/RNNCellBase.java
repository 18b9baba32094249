package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.given;
import static flambeau.tensor.Tensors.empty;

import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Nonlinearity;
import org.jspecify.annotations.Nullable;

/** What {@link RNNCell}, {@link LSTMCell} and {@link GRUCell} share. */
abstract class RNNCellBase extends Module implements Bias.Taker {
    /** The size of the input. */
    public final int inputSize;

    /** The size of the hidden state. */
    public final int hiddenSize;

    /** [gates hidden, in]. */
    public final Parameter weightIh;

    /** [gates hidden, hidden]. */
    public final Parameter weightHh;

    /** [gates hidden]; null without a bias. */
    public final @Nullable Parameter biasIh;

    /** [gates hidden]; null without a bias. */
    public final @Nullable Parameter biasHh;

    RNNCellBase(String name, int gates, int inputSize, int hiddenSize, Arg<?>[] args) {
        if (inputSize < 0 || hiddenSize < 0)
            throw new IllegalArgumentException(
                    "%s: sizes must not be negative, got %s and %s".formatted(name, inputSize, hiddenSize));
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        int rows = Math.multiplyExact(gates, hiddenSize);
        boolean biased = given(args, bias(true)).value();
        weightIh = new Parameter(empty(rows, inputSize));
        weightHh = new Parameter(empty(rows, hiddenSize));
        biasIh = biased ? new Parameter(empty(rows)) : null;
        biasHh = biased ? new Parameter(empty(rows)) : null;
        resetParameters();
    }

    /** Draws new first values. */
    public final void resetParameters() {
        double bound = hiddenSize > 0 ? 1 / Math.sqrt(hiddenSize) : 0;
        Init.uniform_(weightIh, -bound, bound);
        Init.uniform_(weightHh, -bound, bound);
        if (biasIh != null) Init.uniform_(biasIh, -bound, bound);
        if (biasHh != null) Init.uniform_(biasHh, -bound, bound);
    }

    /** Refuses what no recurrent network has. */
    static Nonlinearity checked(String name, Nonlinearity nonlinearity) {
        if (nonlinearity != Nonlinearity.TANH && nonlinearity != Nonlinearity.RELU)
            throw new IllegalArgumentException(
                    "%s: nonlinearity must be TANH or RELU, got %s".formatted(name, nonlinearity.name()));
        return nonlinearity;
    }

    @Override
    protected String extraRepr() {
        return inputSize + ", " + hiddenSize + (biasIh == null ? ", bias=False" : "");
    }
}
