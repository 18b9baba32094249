package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.p;
import static flambeau.args.Args.training;
import static flambeau.tensor.Tensors.empty;
import static flambeau.tensor.Tensors.emptyLike;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RandomSource;
import flambeau.array.Shape;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Dropout. */
abstract sealed class Dropping extends GroupNormalization permits Lookups {
    /** Minus the value of SELU far below 0. Source: Klambauer et al., Self-normalizing neural networks. */
    private static final double SELU_FLOOR = Rectifiers.SELU_ALPHA * Rectifiers.SELU_SCALE;

    Dropping() {}

    /**
     * In training, each element becomes 0 with probability p, and the others are divided by {@code 1 - p}; otherwise x itself.
     *
     * <p>The mask is PyTorch's for the same seed: {@code bernoulli(1 - p)}, drawn in row-major order, or in that of memory
     * if x is a transposed view. Source: Hinton et al.,
     * Improving neural networks by preventing co-adaptation of feature detectors.
     *
     * @param x any shape, floating
     * @param args p (0.5), training (true), inplace (false), generator (the default one)
     * @return x's shape
     * @throws IllegalArgumentException if p is not in [0, 1], or x is not floating
     */
    @SafeVarargs
    public static Tensor dropout(Tensor x, Arg<? super Takes.Dropout>... args) {
        return drop("dropout", x, x.shape(), true, args);
    }

    /**
     * {@link #dropout} of whole channels.
     *
     * @param x [n, c, l] or [c, l], floating
     * @param args p (0.5), training (true), inplace (false), generator (the default one)
     * @return x's shape
     * @throws IllegalArgumentException if p is not in [0, 1], or x has another shape or is not floating
     */
    @SafeVarargs
    public static Tensor dropout1d(Tensor x, Arg<? super Takes.Dropout>... args) {
        if (x.dim() != 2 && x.dim() != 3)
            throw Refusal.of(
                    "dropout1d: input must be [c, l] or [n, c, l], got %s",
                    x.shape().text());
        return drop("dropout1d", x, channels(x, x.dim() == 3 ? 0 : -1), true, args);
    }

    /**
     * {@link #dropout} of whole channels. As in PyTorch, {@code [n, c, l]} is a batch of rows and no image.
     *
     * @param x [n, c, h, w] or [n, c, ..], floating
     * @param args p (0.5), training (true), inplace (false), generator (the default one)
     * @return x's shape
     * @throws IllegalArgumentException if p is not in [0, 1], or x has fewer than 2 dimensions or is not floating
     */
    @SafeVarargs
    public static Tensor dropout2d(Tensor x, Arg<? super Takes.Dropout>... args) {
        return drop("dropout2d", x, channels(x, 0), true, args);
    }

    /**
     * {@link #dropout} of whole channels.
     *
     * @param x [n, c, d, h, w] or [c, d, h, w], floating; as in PyTorch another shape counts as one without n
     * @param args p (0.5), training (true), inplace (false), generator (the default one)
     * @return x's shape
     * @throws IllegalArgumentException if p is not in [0, 1], or x is not floating
     */
    @SafeVarargs
    public static Tensor dropout3d(Tensor x, Arg<? super Takes.Dropout>... args) {
        return drop("dropout3d", x, channels(x, x.dim() == 5 ? 0 : -1), true, args);
    }

    /**
     * In training, each element becomes with probability p the value that SELU has far below 0, and all are scaled and shifted
     * so that mean and variance stay; otherwise x itself. Source: Klambauer et al., Self-normalizing neural networks.
     *
     * @param x any shape, floating
     * @param args p (0.5), training (false), inplace (false), generator (the default one)
     * @return x's shape
     * @throws IllegalArgumentException if p is not in [0, 1], or x is not floating
     */
    @SafeVarargs
    public static Tensor alphaDropout(Tensor x, Arg<? super Takes.Dropout>... args) {
        return drop("alphaDropout", x, x.shape(), false, args);
    }

    /**
     * {@link #alphaDropout} of whole channels of each sample.
     *
     * @param x [n, c, ..], floating
     * @param args p (0.5), training (false), inplace (false), generator (the default one)
     * @return x's shape
     * @throws IllegalArgumentException if p is not in [0, 1], or x has fewer than 2 dimensions or is not floating
     */
    @SafeVarargs
    public static Tensor featureAlphaDropout(Tensor x, Arg<? super Takes.Dropout>... args) {
        return drop("featureAlphaDropout", x, channels(x, 0), false, args);
    }

    /** The shape with one number for each channel of each sample; n is dimension {@code first}, -1 if there is none. */
    private static @Nullable Shape channels(Tensor x, int first) {
        if (x.dim() < first + 2) return null;
        var sizes = x.shape().sizes().clone();
        for (int d = first + 2; d < sizes.length; d++) sizes[d] = 1;
        return Shape.of(sizes);
    }

    /** Whether the channels of a pixel lie together, as convolutions here leave them and PyTorch's do not. */
    private static boolean isImages(Tensor x) {
        return x.dim() > 2 && !x.isContiguous() && x.stride()[1] == 1;
    }

    /** Dropout with a mask of this shape; {@code toZero}: not alpha dropout, and in training by default. */
    private static Tensor drop(String op, Tensor x, @Nullable Shape mask, boolean toZero, Arg<?>[] args) {
        double p = given(args, p(0.5)).value();
        if (!(p >= 0 && p <= 1)) throw Refusal.of("%s: p must be in [0, 1], got %s", op, p);
        if (p == 0 || !given(args, training(toZero)).value() || x.numel() == 0) return x;
        boolean inplace = given(args, inplace(false)).value();
        if (p == 1) return inplace ? x.mul_(0) : x.mul(0);
        if (mask == null)
            throw Refusal.of(
                    "%s: input must be [n, c, ..], got %s", op, x.shape().text());
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("%s: the dtype must be floating, got %s", op, x.dtype());
        var source = given(args, RandomSource.class);
        var kept = (mask.equals(x.shape()) && !isImages(x) ? emptyLike(x) : empty(mask, Args.dtype(x.dtype())))
                .bernoulli_(1 - p, Args.generator(source == null ? Generator.getDefault() : source));
        if (toZero) {
            kept.div_(1 - p);
            return inplace ? x.mul_(kept) : x.mul(kept);
        }
        double a = 1 / Math.sqrt((SELU_FLOOR * SELU_FLOOR * p + 1) * (1 - p));
        var shift = kept.sub(1).mul_(SELU_FLOOR * a).add_(SELU_FLOOR * a * p);
        kept.mul_(a);
        return (inplace ? x.mul_(kept) : x.mul(kept)).add_(shift);
    }
}
