package flambeau.nn;

import flambeau.args.Affine;
import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Eps;
import flambeau.args.Momentum;
import flambeau.args.TrackRunningStats;

/**
 * Instance normalisation of volumes; see {@link InstanceNorm2d}.
 *
 * <p>Input and output {@code [n, c, d, h, w]} or {@code [c, d, h, w]}. Source: {@code torch.nn.InstanceNorm3d}.
 *
 * {@snippet :
 * var norm = new InstanceNorm3d(64, affine(true));
 * }
 */
public class InstanceNorm3d extends InstanceNorm
        implements Eps.Taker, Momentum.Taker, Affine.Taker, TrackRunningStats.Taker, Bias.Taker {
    /**
     * An instance normalisation.
     *
     * @param numFeatures the channels of the input
     * @param args eps (1e-5), momentum (0.1), affine (false), trackRunningStats (false), bias (true)
     * @throws IllegalArgumentException if numFeatures is negative
     */
    @SafeVarargs
    public InstanceNorm3d(int numFeatures, Arg<? super InstanceNorm3d>... args) {
        super(3, numFeatures, args);
    }

    /** One that learns the channels of its input. */
    InstanceNorm3d(Arg<?>[] args) {
        super(3, true, Lazy.UNKNOWN, args);
    }
}
