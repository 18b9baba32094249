package flambeau.nn;

import flambeau.args.Arg;
import flambeau.functional.F;
import flambeau.functional.PackedSequence;
import flambeau.functional.RecurrentOutput;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Gated recurrent units: at each step of a sequence, {@code h' = (1 - z) m + z h} with gates r and z and {@code m = tanh(x W + r
 * (h U + b))}; see {@link F#gruCell}.
 *
 * <p>Shapes and names of weights are as in {@link RNN}; weights have the rows of r, z and m one below the other. Source: {@code
 * torch.nn.GRU}; Cho et al., Learning phrase representations using RNN encoder-decoder.
 *
 * {@snippet :
 * var gru = new GRU(10, 20, batchFirst(true), bidirectional(true));
 * var y = gru.apply(randn(3, 5, 10));
 * var last = y.hN(); // [2, 3, 20]
 * }
 */
public class GRU extends RNNBase {
    /**
     * A network of gated recurrent units.
     *
     * @param inputSize the size of each element of a sequence
     * @param hiddenSize the size of a hidden state
     * @param args numLayers (1), bias (true), batchFirst (false), dropout (0) between layers in training, bidirectional
     *     (false), generator (the default one)
     * @throws IllegalArgumentException if a size is not positive or dropout is not in [0, 1]
     */
    @SafeVarargs
    public GRU(int inputSize, int hiddenSize, Arg<? super GRU>... args) {
        super("GRU", 3, inputSize, hiddenSize, 0, args);
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
        return call(() -> F.gru(input, hx, weights(), options()));
    }

    /** Like {@link #apply(Tensor)} of packed sequences. */
    public final RecurrentOutput<PackedSequence> apply(PackedSequence input) {
        return apply(input, null);
    }

    /** Like {@link #apply(Tensor, Tensor)} of packed sequences. */
    public final RecurrentOutput<PackedSequence> apply(PackedSequence input, @Nullable Tensor hx) {
        return call(() -> F.gru(input, hx, weights(), options()));
    }
}
