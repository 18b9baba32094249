package flambeau.nn;

import flambeau.args.Affine;
import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Eps;
import flambeau.args.Momentum;
import flambeau.args.TrackRunningStats;

/**
 * Instance normalisation of rows; see {@link InstanceNorm2d}.
 *
 * <p>Input and output {@code [n, c, l]} or {@code [c, l]}. Source: {@code torch.nn.InstanceNorm1d}.
 *
 * {@snippet :
 * var norm = new InstanceNorm1d(64, affine(true));
 * }
 */
public class InstanceNorm1d extends InstanceNorm
        implements Eps.Taker, Momentum.Taker, Affine.Taker, TrackRunningStats.Taker, Bias.Taker {
    /**
     * An instance normalisation.
     *
     * @param numFeatures the channels of the input
     * @param args eps (1e-5), momentum (0.1), affine (false), trackRunningStats (false), bias (true)
     * @throws IllegalArgumentException if numFeatures is negative
     */
    @SafeVarargs
    public InstanceNorm1d(int numFeatures, Arg<? super InstanceNorm1d>... args) {
        super(1, numFeatures, args);
    }

    /** One that learns the channels of its input. */
    InstanceNorm1d(Arg<?>[] args) {
        super(1, true, Lazy.UNKNOWN, args);
    }
}
