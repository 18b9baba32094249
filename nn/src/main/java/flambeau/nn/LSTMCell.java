package flambeau.nn;

import flambeau.args.Arg;
import flambeau.functional.F;
import flambeau.functional.LSTMState;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A step of {@link LSTM}; see {@link F#lstmCell}.
 *
 * <p>Shapes and first values are as in {@link RNNCell}; weights have the rows of i, f, g and o one below the other. Source:
 * {@code torch.nn.LSTMCell}.
 *
 * {@snippet :
 * var cell = new LSTMCell(10, 20);
 * var state = cell.apply(randn(3, 10));
 * state = cell.apply(randn(3, 10), state);
 * }
 */
public class LSTMCell extends RNNCellBase {
    /**
     * A cell of long short-term memory.
     *
     * @param inputSize the size of the input
     * @param hiddenSize the size of the hidden state
     * @param args bias (true)
     * @throws IllegalArgumentException if a size is negative
     */
    @SafeVarargs
    public LSTMCell(int inputSize, int hiddenSize, Arg<? super LSTMCell>... args) {
        super("LSTMCell", 4, inputSize, hiddenSize, args);
    }

    /** Like {@link #apply(Tensor, LSTMState)} from a state of zeros. */
    public final LSTMState apply(Tensor input) {
        return apply(input, null);
    }

    /**
     * The next state.
     *
     * @param input [n, in] or [in]
     * @param hx the state before; null for zeros
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    public final LSTMState apply(Tensor input, @Nullable LSTMState hx) {
        return call(() -> F.lstmCell(input, hx, weightIh, weightHh, biasIh, biasHh));
    }
}
