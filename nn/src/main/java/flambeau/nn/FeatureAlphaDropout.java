package flambeau.nn;

import static flambeau.functional.F.featureAlphaDropout;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.args.P;
import flambeau.args.RandomSource;
import flambeau.tensor.Tensor;

/**
 * In training, sets each channel of each sample with probability p to the value that {@link SELU} has far below 0, then scales and shifts all so
 * that mean and variance stay; in evaluation, {@code y = x}.
 *
 * <p>Input and output have the shape {@code [n, c, ..]}. The mask is PyTorch's for the same seed. Source: {@code torch.nn.FeatureAlphaDropout}; Klambauer et
 * al., Self-normalizing neural networks.
 *
 * {@snippet :
 * var drop = new FeatureAlphaDropout(p(0.2));
 * }
 */
public class FeatureAlphaDropout extends Drop implements P.Taker, Inplace.Taker, RandomSource.Taker {
    /**
     * A dropout.
     *
     * @param args p (0.5), inplace (false): shown but without effect, as in PyTorch; generator (the default one)
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    @SafeVarargs
    public FeatureAlphaDropout(Arg<? super FeatureAlphaDropout>... args) {
        super("FeatureAlphaDropout", args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return featureAlphaDropout(x, p, training(), generator());
    }
}
