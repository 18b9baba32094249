package flambeau.nn;

import flambeau.args.Affine;
import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Eps;
import flambeau.args.Momentum;
import flambeau.args.TrackRunningStats;

/**
 * Batch normalisation of volumes; see {@link BatchNorm2d}.
 *
 * <p>Input and output {@code [n, c, d, h, w]}. Source: {@code torch.nn.BatchNorm3d}.
 *
 * {@snippet :
 * var bn = new BatchNorm3d(16);
 * }
 */
public class BatchNorm3d extends BatchNorm
        implements Eps.Taker, Momentum.Taker, Affine.Taker, TrackRunningStats.Taker, Bias.Taker {
    /**
     * A batch normalisation.
     *
     * @param numFeatures the channels of the input
     * @param args eps (1e-5), momentum (0.1; null: a plain average), affine (true), trackRunningStats (true), bias (true)
     * @throws IllegalArgumentException if numFeatures is negative
     */
    @SafeVarargs
    public BatchNorm3d(int numFeatures, Arg<? super BatchNorm3d>... args) {
        super("[n, c, d, h, w]", 5, 5, numFeatures, args);
    }

    /** One that learns the channels of its input. */
    BatchNorm3d(Arg<?>[] args) {
        super("[n, c, d, h, w]", 5, 5, true, Lazy.UNKNOWN, args);
    }
}
