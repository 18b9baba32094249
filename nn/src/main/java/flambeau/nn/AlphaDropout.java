package flambeau.nn;

import static flambeau.functional.F.alphaDropout;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.args.P;
import flambeau.args.RandomSource;
import flambeau.tensor.Tensor;

/**
 * In training, sets each element with probability p to the value that {@link SELU} has far below 0, then scales and shifts all so
 * that mean and variance stay; in evaluation, {@code y = x}.
 *
 * <p>Input and output have any shape. The mask is PyTorch's for the same seed. Source: {@code torch.nn.AlphaDropout}; Klambauer et
 * al., Self-normalizing neural networks.
 *
 * {@snippet :
 * var drop = new AlphaDropout(p(0.2));
 * }
 */
public class AlphaDropout extends Drop implements P.Taker, Inplace.Taker, RandomSource.Taker {
    /**
     * A dropout.
     *
     * @param args p (0.5), inplace (false): shown but without effect, as in PyTorch; generator (the default one)
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    @SafeVarargs
    public AlphaDropout(Arg<? super AlphaDropout>... args) {
        super("AlphaDropout", args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return alphaDropout(x, p, training(), generator());
    }
}
