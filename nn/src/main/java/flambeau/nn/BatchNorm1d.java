package flambeau.nn;

import flambeau.args.Affine;
import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Eps;
import flambeau.args.Momentum;
import flambeau.args.TrackRunningStats;

/**
 * Batch normalisation of vectors or rows; see {@link BatchNorm2d}.
 *
 * <p>Input and output {@code [n, c]} or {@code [n, c, l]}. Source: {@code torch.nn.BatchNorm1d}.
 *
 * {@snippet :
 * var bn = new BatchNorm1d(512);
 * }
 */
public class BatchNorm1d extends BatchNorm
        implements Eps.Taker, Momentum.Taker, Affine.Taker, TrackRunningStats.Taker, Bias.Taker {
    /**
     * A batch normalisation.
     *
     * @param numFeatures the channels of the input
     * @param args eps (1e-5), momentum (0.1; null: a plain average), affine (true), trackRunningStats (true), bias (true)
     * @throws IllegalArgumentException if numFeatures is negative
     */
    @SafeVarargs
    public BatchNorm1d(int numFeatures, Arg<? super BatchNorm1d>... args) {
        super("[n, c] or [n, c, l]", 2, 3, numFeatures, args);
    }

    /** One that learns the channels of its input. */
    BatchNorm1d(Arg<?>[] args) {
        super("[n, c] or [n, c, l]", 2, 3, true, Lazy.UNKNOWN, args);
    }
}
