package flambeau.nn;

import flambeau.args.Affine;
import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Eps;
import flambeau.args.Momentum;
import flambeau.args.TrackRunningStats;

/**
 * {@code y = (x - mean) / sqrt(var + eps) weight + bias}, channel by channel.
 *
 * <p>Input and output {@code [n, c, h, w]}. In training, mean and variance are those of the batch, and the running ones move
 * towards them by {@code momentum}; with {@code momentum(null)} these are plain averages over all batches. In evaluation they are
 * the running ones, or those of the batch if none are tracked. Training on one value a channel is refused: a DataLoader with
 * {@code dropLast(true)} leaves a last batch of one out. Source: {@code torch.nn.BatchNorm2d}; Ioffe and Szegedy, Batch
 * Normalization.
 *
 * {@snippet :
 * var bn = new BatchNorm2d(64, momentum(0.05));
 * }
 */
public class BatchNorm2d extends BatchNorm
        implements Eps.Taker, Momentum.Taker, Affine.Taker, TrackRunningStats.Taker, Bias.Taker {
    /**
     * A batch normalisation.
     *
     * @param numFeatures the channels of the input
     * @param args eps (1e-5), momentum (0.1; null: a plain average), affine (true), trackRunningStats (true), bias (true)
     * @throws IllegalArgumentException if numFeatures is negative
     */
    @SafeVarargs
    public BatchNorm2d(int numFeatures, Arg<? super BatchNorm2d>... args) {
        super("[n, c, h, w]", 4, 4, numFeatures, args);
    }

    /** One that learns the channels of its input. */
    BatchNorm2d(Arg<?>[] args) {
        super("[n, c, h, w]", 4, 4, true, Lazy.UNKNOWN, args);
    }
}
