package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.projSize;

import flambeau.args.Arg;
import flambeau.args.ProjSize;
import flambeau.functional.F;
import flambeau.functional.LSTMOutput;
import flambeau.functional.LSTMState;
import flambeau.functional.PackedSequence;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Long short-term memory: at each step of a sequence, {@code c' = f c + i g} and {@code h' = o tanh(c')} with gates i, f and o;
 * see {@link F#lstmCell}. With a projection, {@code h' = (o tanh(c')) Whr^T}.
 *
 * <p>Shapes and names of weights are as in {@link RNN}; weights have the rows of i, f, g and o one below the other, and
 * {@code weight_hr_l0} is the projection. Where states are projected, those in the output and in {@code h} have projSize for
 * hidden. Source: {@code torch.nn.LSTM}; Hochreiter and Schmidhuber, Long short-term memory.
 *
 * {@snippet :
 * var lstm = new LSTM(10, 20, numLayers(2));
 * var y = lstm.apply(randn(5, 3, 10));
 * var more = lstm.apply(randn(4, 3, 10), y.state());
 * }
 */
public class LSTM extends RNNBase implements ProjSize.Taker {
    /**
     * A network of long short-term memory.
     *
     * @param inputSize the size of each element of a sequence
     * @param hiddenSize the size of a cell
     * @param args numLayers (1), bias (true), batchFirst (false), dropout (0) between layers in training, bidirectional
     *     (false), projSize (0: none), generator (the default one)
     * @throws IllegalArgumentException if a size is not positive, projSize is not below hiddenSize or dropout is not in [0, 1]
     */
    @SafeVarargs
    public LSTM(int inputSize, int hiddenSize, Arg<? super LSTM>... args) {
        super("LSTM", 4, inputSize, hiddenSize, given(args, projSize(0)).value(), args);
    }

    /** Like {@link #apply(Tensor, LSTMState)} from states of zeros. */
    public final LSTMOutput<Tensor> apply(Tensor input) {
        return apply(input, null);
    }

    /**
     * Reads sequences.
     *
     * @param input the sequences
     * @param hx the first states of all layers; null for zeros
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    public final LSTMOutput<Tensor> apply(Tensor input, @Nullable LSTMState hx) {
        return call(() -> F.lstm(input, hx, weights(), options()));
    }

    /** Like {@link #apply(Tensor)} of packed sequences. */
    public final LSTMOutput<PackedSequence> apply(PackedSequence input) {
        return apply(input, null);
    }

    /** Like {@link #apply(Tensor, LSTMState)} of packed sequences. */
    public final LSTMOutput<PackedSequence> apply(PackedSequence input, @Nullable LSTMState hx) {
        return call(() -> F.lstm(input, hx, weights(), options()));
    }
}
