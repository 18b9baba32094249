package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.nonlinearity;

import flambeau.args.Arg;
import flambeau.args.Nonlinearity;
import flambeau.functional.F;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A step of {@link RNN}: {@code h' = tanh(x Wih^T + bih + h Whh^T + bhh)}, or with max(., 0) for tanh.
 *
 * <p>Input {@code [n, in]} or {@code [in]}, state and output {@code [n, hidden]} or {@code [hidden]}. First values are even in
 * {@code [-1 / sqrt(hidden), 1 / sqrt(hidden))}. Source: {@code torch.nn.RNNCell}.
 *
 * {@snippet :
 * var cell = new RNNCell(10, 20);
 * var h = cell.apply(randn(3, 10));
 * h = cell.apply(randn(3, 10), h);
 * }
 */
public class RNNCell extends RNNCellBase implements Nonlinearity.Taker {
    /** TANH or RELU. */
    public final Nonlinearity nonlinearity;

    /**
     * A recurrent cell.
     *
     * @param inputSize the size of the input
     * @param hiddenSize the size of the hidden state
     * @param args bias (true), nonlinearity (TANH)
     * @throws IllegalArgumentException if a size is negative or the nonlinearity is another
     */
    @SafeVarargs
    public RNNCell(int inputSize, int hiddenSize, Arg<? super RNNCell>... args) {
        super("RNNCell", 1, inputSize, hiddenSize, args);
        nonlinearity = checked("RNNCell", given(args, nonlinearity(Nonlinearity.TANH)));
    }

    /** Like {@link #apply(Tensor, Tensor)} from a state of zeros. */
    public final Tensor apply(Tensor input) {
        return apply(input, null);
    }

    /**
     * The next state.
     *
     * @param input [n, in] or [in]
     * @param hx the state before; null for zeros
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    public final Tensor apply(Tensor input, @Nullable Tensor hx) {
        return call(() -> nonlinearity == Nonlinearity.RELU
                ? F.rnnReluCell(input, hx, weightIh, weightHh, biasIh, biasHh)
                : F.rnnTanhCell(input, hx, weightIh, weightHh, biasIh, biasHh));
    }

    @Override
    protected String extraRepr() {
        return super.extraRepr() + (nonlinearity == Nonlinearity.TANH ? "" : ", nonlinearity=" + nonlinearity);
    }
}
