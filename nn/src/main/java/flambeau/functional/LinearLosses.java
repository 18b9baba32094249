package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.ignoreIndex;
import static flambeau.args.Args.labelSmoothing;
import static flambeau.args.Args.linearBias;
import static flambeau.args.Args.weight;

import flambeau.args.Arg;
import flambeau.args.IgnoreIndex;
import flambeau.args.LinearCrossEntropyOptions;
import flambeau.args.Reduction;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Linear layers together with their loss. */
abstract sealed class LinearLosses extends Losses permits F {
    LinearLosses() {}

    /**
     * {@code crossEntropy(x linearWeight^T + linearBias, target)}: see {@link #crossEntropy}.
     *
     * <p>With options, and class indices, no smoothing and a weight [c, in], the scores are computed for some rows at a time, in the
     * backward pass again; otherwise options have no effect.
     *
     * {@snippet :
     * var loss = linearCrossEntropy(x, w, labels, options(new flambeau.args.LinearCrossEntropyOptions(batchChunkSize(256))));
     * }
     *
     * @param x [n, in] or [in]
     * @param linearWeight [c, in], or [c, d1, .., in] for scores [n, c, d1, ..]
     * @param target class indices, int64: [n], [] or [n, d1, ..]; or probabilities in the shape of the scores
     * @param args linearBias (none): [c] or [c, d1, ..]; weight (none): [c]; reduction (MEAN), ignoreIndex (-100, not with
     *     probabilities), labelSmoothing (0), options (none)
     * @return a scalar; with reduction NONE the shape of the scores without their classes
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     * @throws IndexOutOfBoundsException if a target is no class
     */
    @SafeVarargs
    public static Tensor linearCrossEntropy(
            Tensor x, Tensor linearWeight, Tensor target, Arg<? super LossTakes.LinearCrossEntropy>... args) {
        var bias = (Tensor) given(args, linearBias(null)).value();
        var scores = checkLinear(x, linearWeight, bias);
        var ignored = given(args, IgnoreIndex.class);
        if (ignored != null && target.shape().equals(scores))
            throw Refusal.of(
                    "linearCrossEntropy: ignoreIndex takes class indices as target, got %s for scores %s",
                    target.describe(), scores.text());
        if (ignored == null) ignored = ignoreIndex(-100);
        var smoothing = given(args, labelSmoothing(0));
        var w = (Tensor) given(args, weight(null)).value();
        var reduction = reduction(args);
        var options = given(args, LinearCrossEntropyOptions.class);
        boolean chunks = linearWeight.dim() == 2
                && smoothing.value() == 0
                && target.dtype() == DType.INT64
                && x.dtype().isFloatingPoint();
        if (chunks && options != null)
            return chunked(x, linearWeight, bias, target, w, ignored.value(), options, reduction);
        int in = x.size(-1);
        var flat = linear(x, linearWeight.reshape(-1, in), bias == null ? null : bias.reshape(-1));
        return crossEntropy(flat.reshape(scores), target, weight(w), ignored, smoothing, reduction);
    }

    /** The shape of the scores. */
    private static Shape checkLinear(Tensor x, Tensor w, @Nullable Tensor bias) {
        if (x.dim() != 1 && x.dim() != 2)
            throw Refusal.of(
                    "linearCrossEntropy: input must be [n, in] or [in], got %s",
                    x.shape().text());
        if (w.dim() < 2 || w.size(-1) != x.size(-1))
            throw Refusal.of(
                    "linearCrossEntropy: input %s takes a weight [c, .., %d], got %s",
                    x.shape().text(), x.size(-1), w.shape().text());
        if (w.dim() > 2 && x.dim() == 1)
            throw Refusal.of(
                    "linearCrossEntropy: weight %s takes an input [n, %d], got %s",
                    w.shape().text(), x.size(-1), x.shape().text());
        var outputs = w.shape().without(w.dim() - 1);
        if (bias != null && !bias.shape().equals(outputs))
            throw Refusal.of(
                    "linearCrossEntropy: linearBias must be %s, got %s",
                    outputs.text(), bias.shape().text());
        return x.dim() == 1 ? outputs : outputs.insert(0, x.size(0));
    }

    private static Tensor chunked(
            Tensor x,
            Tensor linearWeight,
            @Nullable Tensor bias,
            Tensor target,
            @Nullable Tensor w,
            int ignored,
            LinearCrossEntropyOptions options,
            Reduction reduction) {
        var expected = x.dim() == 1 ? Shape.of() : Shape.of(x.size(0));
        if (!target.shape().equals(expected))
            throw Refusal.of(
                    "linearCrossEntropy: input %s takes target %s, got %s",
                    x.shape().text(), expected.text(), target.shape().text());
        int c = linearWeight.size(0);
        if (w != null && (w.dim() != 1 || w.size(0) != c || w.dtype() != x.dtype()))
            throw Refusal.of(
                    "linearCrossEntropy: weight must be %s [%d], one a class, got %s",
                    x.dtype().word(), c, w.describe());
        for (long t : target.toLongArray())
            if (t != ignored && (t < 0 || t >= c))
                throw Refusal.ofIndex("linearCrossEntropy: target %d is out of bounds for %d classes", t, c);
        var classes = target.reshape(-1);
        var counts = classes.ne(ignored);
        classes = classes.where(counts, 0);
        var shares =
                (w == null ? counts.to(x.dtype()) : w.indexSelect(0, classes).where(counts, 0));
        var rows = x.dim() == 1 ? x.unsqueeze(0) : x;
        int size = options.rows(rows.size(0), rows.size(1), c);
        var losses = new ChunkedLosses(rows, linearWeight, bias, classes, counts, size, options)
                .losses()
                .mul(shares);
        return switch (reduction) {
            case NONE -> losses.reshape(target.shape());
            case SUM -> losses.sum();
            case MEAN -> losses.sum().div(shares.sum());
            case BATCHMEAN -> throw Refusal.of("linearCrossEntropy: reduction BATCHMEAN belongs to klDiv");
        };
    }
}
