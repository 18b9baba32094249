package flambeau.nn;

import static flambeau.args.Args.momentum;
import static flambeau.args.Args.training;
import static flambeau.functional.F.batchNorm;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/** What {@link BatchNorm1d}, {@link BatchNorm2d} and {@link BatchNorm3d} share. */
public abstract class BatchNorm extends ChannelNorm {
    private final String input; // the shapes that this takes
    private final int leastDims, mostDims;

    BatchNorm(String input, int leastDims, int mostDims, int numFeatures, Arg<?>[] args) {
        this(input, leastDims, mostDims, false, numFeatures, args);
    }

    /** A lazy one learns the channels of its input. */
    BatchNorm(String input, int leastDims, int mostDims, boolean lazy, int numFeatures, Arg<?>[] args) {
        super("BatchNorm", true, true, lazy, numFeatures, args);
        this.input = input;
        this.leastDims = leastDims;
        this.mostDims = mostDims;
    }

    /** Gives the state of a lazy layer its shapes, by its first input. */
    final void begin(Tensor x) {
        if (x.dim() >= leastDims && x.dim() <= mostDims) begin(x.size(1));
    }

    @Override
    protected Tensor forward(Tensor x) {
        if (x.dim() < leastDims || x.dim() > mostDims)
            throw new IllegalArgumentException("%s: input must be %s, got %s"
                    .formatted(Repr.name(this), input, x.shape().text()));
        if (!isTraining())
            return batchNorm(x, runningMean, runningVar, weight, bias, eps, training(runningMean == null));
        var factor = momentum;
        if (numBatchesTracked != null) {
            numBatchesTracked.add_(1);
            if (momentum.isCumulative())
                factor = momentum(1 / numBatchesTracked.item().doubleValue());
        }
        return batchNorm(x, runningMean, runningVar, weight, bias, eps, factor, training(true));
    }
}
