package flambeau.functional;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.beta;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.k;
import static flambeau.args.Args.keepdim;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.p;
import static flambeau.args.Args.useInputStats;

import flambeau.args.Arg;
import flambeau.args.Eps;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.tensor.GroupNormalizations;
import flambeau.tensor.Normalizations;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Normalisation of parts of a sample. */
abstract sealed class GroupNormalization extends Normalization permits Dropping {
    GroupNormalization() {}

    /** Like {@link #instanceNorm(Tensor, Tensor, Tensor, Tensor, Tensor, Arg...)} without running statistics, scale and shift. */
    @SafeVarargs
    public static Tensor instanceNorm(Tensor x, Arg<? super Takes.InstanceNorm>... args) {
        return instanceNorm(x, null, null, null, null, args);
    }

    /**
     * {@code (x - mean) / sqrt(var + eps) w + b}, with the mean and the variance (divided by the count) of each channel of each
     * sample.
     *
     * <p>The running statistics, where given, move towards the mean over samples: {@code running = (1 - momentum) running +
     * momentum measured}, where the variance is divided by the count less 1; with useInputStats(false) they are what is
     * normalised by. Source: Ulyanov, Vedaldi and Lempitsky, Instance Normalization.
     *
     * @param x [n, c, ..], floating
     * @param runningMean [c], changed in place; null: none
     * @param runningVar [c], changed in place; null: none
     * @param w [c], or null for 1
     * @param b [c], or null for 0
     * @param args useInputStats (true), momentum (0.1), eps (1e-5)
     * @return x's shape
     * @throws IllegalArgumentException if shapes or dtypes do not agree, a channel has 1 value, or there are no statistics
     */
    @SafeVarargs
    public static Tensor instanceNorm(
            Tensor x,
            @Nullable Tensor runningMean,
            @Nullable Tensor runningVar,
            @Nullable Tensor w,
            @Nullable Tensor b,
            Arg<? super Takes.InstanceNorm>... args) {
        double eps = given(args, eps(1e-5)).value(),
                momentum = given(args, momentum(0.1)).value();
        boolean measured = given(args, useInputStats(true)).value();
        if (isMixed(x, runningMean, runningVar, w, b))
            return instanceNorm(x.to(DType.FLOAT32), runningMean, runningVar, w, b, args)
                    .to(x.dtype());
        checkChannels("instanceNorm", x, runningMean, runningVar, w, b);
        if ((runningMean == null) != (runningVar == null))
            throw Refusal.of("instanceNorm: runningMean and runningVar must both be given or both be null");
        if (!measured) {
            if (runningMean == null || runningVar == null)
                throw Refusal.of("instanceNorm: needs runningMean and runningVar, or useInputStats(true)");
            return Normalizations.fixed(x, runningMean, runningVar, w, b, eps);
        }
        long count = 1;
        for (int d = 2; d < x.dim(); d++) count *= x.size(d);
        if (count == 1)
            throw Refusal.of(
                    "instanceNorm: takes more than 1 value in each channel of a sample, got input %s",
                    x.shape().text());
        if (x.numel() == 0) return empty(x, w, b);
        var batch = GroupNormalizations.group("NativeBatchNorm", x, x.size(1), w, b, eps);
        if (runningMean != null && runningVar != null)
            try (var _ = GradMode.set(false)) {
                int n = x.size(0), c = x.size(1);
                var mean = batch.mean().view(n, c).mean(0);
                var variance = batch.variance().view(n, c).mean(0).mul(count / (count - 1.0));
                runningMean.mul_(1 - momentum).add_(mean.mul(momentum));
                runningVar.mul_(1 - momentum).add_(variance.mul(momentum));
            }
        return Op.named("View", batch.y());
    }

    /** Like {@link #groupNorm(Tensor, int, Tensor, Tensor, Arg...)} without a scale and a shift. */
    @SafeVarargs
    public static Tensor groupNorm(Tensor x, int numGroups, Arg<? super Takes.GroupNorm>... args) {
        return groupNorm(x, numGroups, null, null, args);
    }

    /**
     * {@code (x - mean) / sqrt(var + eps) w + b}, with the mean and the variance (divided by the count) of each group of
     * channels of each sample. Source: Wu and He, Group Normalization.
     *
     * @param x [n, c, ..], floating
     * @param numGroups into how many groups the channels are divided
     * @param w [c], or null for 1
     * @param b [c], or null for 0
     * @param args eps (1e-5)
     * @return x's shape
     * @throws IllegalArgumentException if shapes or dtypes do not agree, numGroups does not divide c, or a group has 1 value
     */
    @SafeVarargs
    public static Tensor groupNorm(
            Tensor x, int numGroups, @Nullable Tensor w, @Nullable Tensor b, Arg<? super Takes.GroupNorm>... args) {
        if (isMixed(x, w, b))
            return groupNorm(x.to(DType.FLOAT32), numGroups, w, b, args).to(x.dtype());
        checkChannels("groupNorm", x, null, null, w, b);
        if (numGroups < 1) throw Refusal.of("groupNorm: numGroups must be at least 1, got %d", numGroups);
        if (x.size(1) % numGroups != 0)
            throw Refusal.of(
                    "groupNorm: input channels (%d) must be divisible by numGroups (%d)", x.size(1), numGroups);
        if (x.numel() == numGroups)
            throw Refusal.of(
                    "groupNorm: takes more than 1 value a group, got input %s with %d groups",
                    x.shape().text(), numGroups);
        if (x.numel() == 0) return empty(x, w, b);
        double eps = given(args, eps(1e-5)).value();
        return GroupNormalizations.group("NativeGroupNorm", x, numGroups, w, b, eps)
                .y();
    }

    /** {@code x w + b} of an empty x: scale and shift have the gradient 0. */
    private static Tensor empty(Tensor x, @Nullable Tensor w, @Nullable Tensor b) {
        var shape = new int[x.dim()];
        Arrays.fill(shape, 1);
        shape[1] = x.size(1);
        var y = w == null ? x.clone() : x.mul(w.reshape(shape));
        return b == null ? y : y.add(b.reshape(shape));
    }

    private static void checkChannels(
            String op,
            Tensor x,
            @Nullable Tensor mean,
            @Nullable Tensor variance,
            @Nullable Tensor w,
            @Nullable Tensor b) {
        if (x.dim() < 2)
            throw Refusal.of(
                    "%s: input must be [n, c, ..], got %s", op, x.shape().text());
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("%s: the dtype must be floating, got %s", op, x.dtype());
        check(op, "runningMean", mean, x);
        check(op, "runningVar", variance, x);
        check(op, "weight", w, x);
        check(op, "bias", b, x);
    }

    /** Like {@link #rmsNorm(Tensor, int[], Tensor, Arg...)} without a scale. */
    @SafeVarargs
    public static Tensor rmsNorm(Tensor x, int[] normalizedShape, Arg<? super Takes.RmsNorm>... args) {
        return rmsNorm(x, normalizedShape, null, args);
    }

    /**
     * {@code x / sqrt(mean(x^2) + eps) w}, with the mean over the last dimensions. Source: Zhang and Sennrich, Root Mean Square
     * Layer Normalization.
     *
     * @param x [.., normalizedShape], floating
     * @param normalizedShape the sizes of the last dimensions, which are normalised together
     * @param w [normalizedShape], or null for 1
     * @param args eps (the distance from 1 to the next number of x's dtype)
     * @return x's shape
     * @throws IllegalArgumentException if shapes or dtypes do not agree, or normalizedShape is empty
     */
    @SafeVarargs
    public static Tensor rmsNorm(
            Tensor x, int[] normalizedShape, @Nullable Tensor w, Arg<? super Takes.RmsNorm>... args) {
        var normalized = Shape.of(normalizedShape);
        checkRows("rmsNorm", x, normalized);
        if (w != null && !w.shape().equals(normalized))
            throw Refusal.of(
                    "rmsNorm: weight must be %s, got %s",
                    normalized.text(), w.shape().text());
        var given = given(args, Eps.class);
        var wide = x.dtype().bytes() == 2 ? x.to(DType.FLOAT32) : x;
        double eps = given == null ? wide.dtype().finfo().eps() : given.value();
        var last = IntStream.range(x.dim() - normalized.rank(), x.dim()).toArray();
        var y = wide.mul(wide.mul(wide).mean(dim(last), keepdim(true)).add(eps).rsqrt());
        if (w != null) y = y.mul(w);
        return y.to(x.dtype());
    }

    /**
     * {@code x / (k + alpha mean(x^2))^beta}, with the mean over {@code size} neighbouring channels; those beyond the ends count
     * as 0. Source: Krizhevsky, Sutskever and Hinton, ImageNet classification with deep convolutional neural networks.
     *
     * @param x [n, c, ..], of at least 3 dimensions
     * @param size the number of channels, {@code size / 2} of which come before
     * @param args alpha (1e-4), beta (0.75), k (1)
     * @return x's shape
     * @throws IllegalArgumentException if x has too few dimensions, or size is not positive
     */
    @SafeVarargs
    public static Tensor localResponseNorm(Tensor x, int size, Arg<? super Takes.LocalResponseNorm>... args) {
        if (x.dim() < 3)
            throw Refusal.of(
                    "localResponseNorm: input must be [n, c, ..] with at least 3 dimensions, got %s",
                    x.shape().text());
        if (x.numel() == 0) return x;
        if (size < 1) throw Refusal.of("localResponseNorm: size must be at least 1, got %d", size);
        var places = new int[2 * (x.dim() - 1)];
        places[places.length - 2] = size / 2;
        places[places.length - 1] = (size - 1) / 2;
        var squares = Pads.pad(x.mul(x), places);
        var sum = squares.narrow(1, 0, x.size(1));
        for (int i = 1; i < size; i++) sum = sum.add(squares.narrow(1, i, x.size(1)));
        var mean = x.dtype().isFloatingPoint() ? sum.div(size) : sum.floorDivide(size);
        var scale = mean.mul(given(args, alpha(1e-4)).value())
                .add(given(args, k(1)).value())
                .pow(given(args, beta(0.75)).value());
        return x.div(scale);
    }

    /**
     * {@code x / max(|x|, eps)}: vectors along a dimension, divided by their norm.
     *
     * @param x any shape, floating
     * @param args p (2): the order of the norm; dim (1), eps (1e-12)
     * @return x's shape
     * @throws IllegalArgumentException if x is not floating
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    @SafeVarargs
    public static Tensor normalize(Tensor x, Arg<? super Takes.Normalize>... args) {
        var norm = x.norm(given(args, p(2)).value(), given(args, dim(1)), keepdim(true));
        return x.div(norm.clampMin(given(args, eps(1e-12)).value()));
    }
}
