package flambeau.nn;

import flambeau.args.Affine;
import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Eps;
import flambeau.args.Momentum;
import flambeau.args.TrackRunningStats;

/**
 * Instance normalisation of images: {@code y = (x - mean) / sqrt(var + eps) weight + bias}, with the mean and the variance of
 * each channel of each sample.
 *
 * <p>Input and output {@code [n, c, h, w]} or {@code [c, h, w]}. The variance is divided by the count. With
 * trackRunningStats(true), evaluation normalises by the running statistics, which training moves: {@code running = (1 -
 * momentum) running + momentum measured}, measured being the mean over samples, with the variance divided by the count less 1.
 * Momentum null leaves them as they are. Without weights, numFeatures need not be the channels of the input. Source: {@code
 * torch.nn.InstanceNorm2d}; Ulyanov, Vedaldi and Lempitsky, Instance Normalization.
 *
 * {@snippet :
 * var norm = new InstanceNorm2d(64, affine(true));
 * }
 */
public class InstanceNorm2d extends InstanceNorm
        implements Eps.Taker, Momentum.Taker, Affine.Taker, TrackRunningStats.Taker, Bias.Taker {
    /**
     * An instance normalisation.
     *
     * @param numFeatures the channels of the input
     * @param args eps (1e-5), momentum (0.1), affine (false), trackRunningStats (false), bias (true)
     * @throws IllegalArgumentException if numFeatures is negative
     */
    @SafeVarargs
    public InstanceNorm2d(int numFeatures, Arg<? super InstanceNorm2d>... args) {
        super(2, numFeatures, args);
    }

    /** One that learns the channels of its input. */
    InstanceNorm2d(Arg<?>[] args) {
        super(2, true, Lazy.UNKNOWN, args);
    }
}
