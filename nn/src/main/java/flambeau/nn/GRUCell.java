package flambeau.nn;

import flambeau.args.Arg;
import flambeau.functional.F;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A step of {@link GRU}; see {@link F#gruCell}.
 *
 * <p>Shapes and first values are as in {@link RNNCell}; weights have the rows of r, z and m one below the other. Source: {@code
 * torch.nn.GRUCell}.
 *
 * {@snippet :
 * var cell = new GRUCell(10, 20);
 * var h = cell.apply(randn(3, 10));
 * h = cell.apply(randn(3, 10), h);
 * }
 */
public class GRUCell extends RNNCellBase {
    /**
     * A gated recurrent unit.
     *
     * @param inputSize the size of the input
     * @param hiddenSize the size of the hidden state
     * @param args bias (true)
     * @throws IllegalArgumentException if a size is negative
     */
    @SafeVarargs
    public GRUCell(int inputSize, int hiddenSize, Arg<? super GRUCell>... args) {
        super("GRUCell", 3, inputSize, hiddenSize, args);
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
        return call(() -> F.gruCell(input, hx, weightIh, weightHh, biasIh, biasHh));
    }
}
