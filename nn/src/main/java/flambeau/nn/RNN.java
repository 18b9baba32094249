package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.nonlinearity;

import flambeau.args.Arg;
import flambeau.args.Nonlinearity;
import flambeau.functional.F;
import flambeau.functional.PackedSequence;
import flambeau.functional.RecurrentOutput;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Elman's network: at each step of a sequence, {@code h' = tanh(x Wih^T + bih + h Whh^T + bhh)}, or with max(., 0) for tanh.
 *
 * <p>Input {@code [steps, n, in]} ({@code [n, steps, in]} if batchFirst), {@code [steps, in]} for one sequence, or a
 * PackedSequence; output likewise with hidden, times 2 if bidirectional, for in. States are {@code [layers directions, n,
 * hidden]}, without n for one sequence. Weights are called as in PyTorch: {@code weight_ih_l0}, {@code weight_hh_l0},
 * {@code bias_ih_l0}, {@code bias_hh_l0}, those of the direction from the end with {@code _reverse} behind; {@link
 * #getParameter} finds them. Source: {@code torch.nn.RNN}.
 *
 * {@snippet :
 * var rnn = new RNN(10, 20, numLayers(2), nonlinearity(RELU));
 * var y = rnn.apply(randn(5, 3, 10)).output();
 * }
 */
public class RNN extends RNNBase implements Nonlinearity.Taker {
    /** TANH or RELU. */
    public final Nonlinearity nonlinearity;

    /**
     * A recurrent network.
     *
     * @param inputSize the size of each element of a sequence
     * @param hiddenSize the size of a hidden state
     * @param args numLayers (1), nonlinearity (TANH), bias (true), batchFirst (false), dropout (0) between layers in training,
     *     bidirectional (false), generator (the default one)
     * @throws IllegalArgumentException if a size is not positive, dropout is not in [0, 1] or the nonlinearity is another
     */
    @SafeVarargs
    public RNN(int inputSize, int hiddenSize, Arg<? super RNN>... args) {
        super("RNN", 1, inputSize, hiddenSize, 0, args);
        nonlinearity = RNNCellBase.checked("RNN", given(args, nonlinearity(Nonlinearity.TANH)));
    }

    /** Like {@link #apply(Tensor, Tensor)} from states of zeros. */
    public final RecurrentOutput<Tensor> apply(Tensor input) {
        return apply(input, null);
    }

    /**
     * Reads sequences.
     *
     * @param input the sequences
     * @param hx the first states of all layers; null for zeros
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    public final RecurrentOutput<Tensor> apply(Tensor input, @Nullable Tensor hx) {
        return call(() -> nonlinearity == Nonlinearity.RELU
                ? F.rnnRelu(input, hx, weights(), options())
                : F.rnnTanh(input, hx, weights(), options()));
    }

    /** Like {@link #apply(Tensor)} of packed sequences. */
    public final RecurrentOutput<PackedSequence> apply(PackedSequence input) {
        return apply(input, null);
    }

    /** Like {@link #apply(Tensor, Tensor)} of packed sequences. */
    public final RecurrentOutput<PackedSequence> apply(PackedSequence input, @Nullable Tensor hx) {
        return call(() -> nonlinearity == Nonlinearity.RELU
                ? F.rnnRelu(input, hx, weights(), options())
                : F.rnnTanh(input, hx, weights(), options()));
    }
}
