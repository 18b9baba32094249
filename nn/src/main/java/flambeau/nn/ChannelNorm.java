package flambeau.nn;

import static flambeau.args.Args.affine;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.trackRunningStats;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.zeros;

import flambeau.args.Arg;
import flambeau.args.Eps;
import flambeau.args.Momentum;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link BatchNorm} and {@link InstanceNorm} share. */
abstract class ChannelNorm extends Layer {
    /** The channels of the input; a lazy layer learns them. */
    public int numFeatures;

    /** What is added to the variance. */
    public final Eps eps;

    /** The share of a batch in the running statistics. */
    public Momentum momentum;

    /** [c]: the scale of each channel; null unless affine. */
    public final @Nullable Parameter weight;

    /** [c]: the shift of each channel; null unless affine with a bias. */
    public final @Nullable Parameter bias;

    /** [c]; null unless statistics are tracked. */
    public final @Nullable Buffer runningMean;

    /** [c]; null unless statistics are tracked. */
    public final @Nullable Buffer runningVar;

    /** Batches seen in training; null unless statistics are tracked. */
    public final @Nullable Buffer numBatchesTracked;

    private boolean waiting; // for the first input of a lazy layer

    /** A normalisation with these defaults of affine and trackRunningStats; a lazy one learns the channels of its input. */
    ChannelNorm(
            String name,
            boolean affineByDefault,
            boolean trackedByDefault,
            boolean lazy,
            int numFeatures,
            Arg<?>[] args) {
        if (numFeatures < 0)
            throw new IllegalArgumentException(name + ": numFeatures must not be negative, got " + numFeatures);
        this.numFeatures = numFeatures;
        eps = given(args, eps(1e-5));
        momentum = given(args, momentum(0.1));
        boolean affine = given(args, affine(affineByDefault)).value(),
                shifted = given(args, bias(true)).value();
        boolean tracked = given(args, trackRunningStats(trackedByDefault)).value();
        waiting = lazy && (affine || tracked);
        weight = affine ? parameter(lazy, ones(numFeatures)) : null;
        bias = affine && shifted ? parameter(lazy, zeros(numFeatures)) : null;
        runningMean = tracked ? buffer(lazy, zeros(numFeatures)) : null;
        runningVar = tracked ? buffer(lazy, ones(numFeatures)) : null;
        numBatchesTracked = tracked ? new Buffer(zeros(Shape.SCALAR, dtype(DType.INT64))) : null;
    }

    private static Parameter parameter(boolean lazy, Tensor data) {
        return lazy ? Parameter.uninitialized(-1) : new Parameter(data);
    }

    private static Buffer buffer(boolean lazy, Tensor data) {
        return lazy ? Buffer.uninitialized(new int[] {-1}) : new Buffer(data);
    }

    /** Gives the state of a lazy layer its shapes, by the channels of its first input. */
    final void begin(int channels) {
        if (waiting) shape(channels);
    }

    private void shape(int channels) {
        numFeatures = channels;
        if (Lazy.shape(weight, channels) && weight != null) Init.ones_(weight);
        Lazy.shape(bias, channels);
        Lazy.shape(runningMean, channels);
        if (Lazy.shape(runningVar, channels) && runningVar != null) Init.ones_(runningVar);
        waiting = false;
    }

    /** Whether nothing waits for the first input. */
    final boolean isReady() {
        return !waiting;
    }

    @Override
    final void settle() {
        for (var t : new @Nullable Tensor[] {weight, bias, runningMean, runningVar})
            if (t != null && !Lazy.isUninitialized(t)) shape(t.size(0));
    }

    /** Forgets the running statistics. */
    public final void resetRunningStats() {
        if (runningMean != null) Init.zeros_(runningMean);
        if (runningVar != null) Init.ones_(runningVar);
        if (numBatchesTracked != null) Init.zeros_(numBatchesTracked);
    }

    /** Forgets the running statistics, and sets scales to 1 and shifts to 0. */
    public final void resetParameters() {
        resetRunningStats();
        if (weight != null) Init.ones_(weight);
        if (bias != null) Init.zeros_(bias);
    }

    /** States from before PyTorch 1.0 do not count batches. */
    @Override
    final void upgrade(Map<String, Tensor> state, String prefix) {
        if (numBatchesTracked != null) state.putIfAbsent(prefix + "num_batches_tracked", numBatchesTracked.detach());
    }

    @Override
    protected String extraRepr() {
        return "%s, eps=%s, momentum=%s, affine=%s, bias=%s, track_running_stats=%s"
                .formatted(
                        numFeatures,
                        Repr.of(eps.value()),
                        momentum.isCumulative() ? "None" : Repr.of(momentum.value()),
                        Repr.of(weight != null),
                        Repr.of(bias != null),
                        Repr.of(runningMean != null));
    }
}
