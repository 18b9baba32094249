package flambeau.nn;

import static flambeau.args.Args.momentum;
import static flambeau.args.Args.useInputStats;
import static flambeau.functional.F.instanceNorm;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/** What {@link InstanceNorm1d}, {@link InstanceNorm2d} and {@link InstanceNorm3d} share. */
abstract class InstanceNorm extends ChannelNorm {
    private static final String[] AXES = {"", "l", "h, w", "d, h, w"};

    private final int axes;

    InstanceNorm(int axes, int numFeatures, Arg<?>[] args) {
        this(axes, false, numFeatures, args);
    }

    /** A lazy one learns the channels of its input, and has weights and running statistics by default. */
    InstanceNorm(int axes, boolean lazy, int numFeatures, Arg<?>[] args) {
        super("InstanceNorm", lazy, lazy, lazy, numFeatures, args);
        this.axes = axes;
    }

    /** Gives the state of a lazy layer its shapes, by its first input. */
    final void begin(Tensor x) {
        if (x.dim() == axes + 1 || x.dim() == axes + 2) begin(x.size(-1 - axes));
    }

    @Override
    protected Tensor forward(Tensor x) {
        if (x.dim() != axes + 1 && x.dim() != axes + 2)
            throw new IllegalArgumentException("%s: input must be [c, %3$s] or [n, c, %3$s], got %2$s"
                    .formatted(Repr.name(this), x.shape().text(), AXES[axes]));
        int channels = x.size(-1 - axes);
        if (channels != numFeatures && (weight != null || runningMean != null))
            throw new IllegalArgumentException("%s: input %s has %s channels, numFeatures is %s"
                    .formatted(Repr.name(this), x.shape().text(), channels, numFeatures));
        boolean batch = x.dim() == axes + 2;
        var y = instanceNorm(
                batch ? x : x.unsqueeze(0),
                runningMean,
                runningVar,
                weight,
                bias,
                useInputStats(isTraining() || runningMean == null),
                momentum.isCumulative() ? momentum(0) : momentum,
                eps);
        return batch ? y : y.squeeze(0);
    }
}
