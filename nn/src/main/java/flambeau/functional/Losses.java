package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.ignoreIndex;
import static flambeau.args.Args.labelSmoothing;
import static flambeau.args.Args.numClasses;
import static flambeau.args.Args.weight;
import static flambeau.tensor.Tensors.arange;

import flambeau.args.Arg;
import flambeau.args.Reduction;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** How far an input is from its target. */
abstract sealed class Losses extends TripletLosses permits LinearLosses {
    private static final int IGNORED = -100;

    Losses() {}

    /**
     * {@code -w[t] input[t]} for class t: the negative log likelihood of log probabilities.
     *
     * @param input [n, c], [c] or [n, c, d1, ..], floating
     * @param target class indices, int64: [n], [] or [n, d1, ..]
     * @param args weight (none): [c]; ignoreIndex (-100): a target that does not count; reduction (MEAN): divided by the sum
     *     of the weights of the targets that count
     * @return a scalar; with reduction NONE the shape of the target
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     * @throws IndexOutOfBoundsException if a target is no class
     */
    @SafeVarargs
    public static Tensor nllLoss(Tensor input, Tensor target, Arg<? super LossTakes.NllLoss>... args) {
        int ignored = given(args, ignoreIndex(IGNORED)).value();
        return Likelihood.of("nllLoss", input, target, classWeight("nllLoss", input, args), ignored)
                .loss(reduction(args));
    }

    /**
     * {@code -w[t] log softmax(input)[t]} for class t: the cross entropy between scores and a target, which is a class or a
     * probability for each class.
     *
     * <p>With label smoothing s, the target is {@code (1 - s) target + s / c}. The mean over class indices is divided by the
     * sum of the weights of the targets that count, that over probabilities by the number of targets. Source: {@code
     * torch.nn.functional.cross_entropy}.
     *
     * {@snippet :
     * var loss = crossEntropy(scores, labels, labelSmoothing(0.1));
     * }
     *
     * @param input scores: [n, c], [c] or [n, c, d1, ..], floating
     * @param target class indices, int64: [n], [] or [n, d1, ..]; or probabilities in the shape and dtype of the input
     * @param args weight (none): [c]; ignoreIndex (-100): a class index that does not count; reduction (MEAN); labelSmoothing
     *     (0)
     * @return a scalar; with reduction NONE the shape of the input without its classes
     * @throws IllegalArgumentException if shapes or dtypes do not agree, or the smoothing is not in [0, 1]
     * @throws IndexOutOfBoundsException if a target is no class
     */
    @SafeVarargs
    public static Tensor crossEntropy(Tensor input, Tensor target, Arg<? super LossTakes.CrossEntropy>... args) {
        double smoothing = given(args, labelSmoothing(0)).value();
        int ignored = given(args, ignoreIndex(IGNORED)).value();
        if (!(smoothing >= 0 && smoothing <= 1))
            throw Refusal.of("crossEntropy: labelSmoothing must be in [0, 1], got %s", smoothing);
        Likelihood.checkInput("crossEntropy", input);
        var w = classWeight("crossEntropy", input, args);
        var logP = logSoftmax(input, Likelihood.classes(input));
        if (!target.dtype().isFloatingPoint()) {
            var likelihood = Likelihood.of("crossEntropy", logP, target, w, ignored);
            var loss = likelihood.loss(reduction(args));
            return smoothing == 0 ? loss : likelihood.smoothed(loss, smoothing, reduction(args));
        }
        if (ignored >= 0)
            throw Refusal.of("crossEntropy: ignoreIndex takes class indices as target, got %s", target.dtype());
        return ofProbabilities(logP, target, w, smoothing, reduction(args));
    }

    private static Tensor ofProbabilities(
            Tensor logP, Tensor target, @Nullable Tensor w, double smoothing, Reduction reduction) {
        if (!target.shape().equals(logP.shape()) || target.dtype() != logP.dtype())
            throw Refusal.of(
                    "crossEntropy: probabilities must be %s like the input, got %s; class indices are int64",
                    logP.describe(), target.describe());
        int d = Likelihood.classes(logP), c = logP.size(d);
        var q = smoothing == 0 ? target : target.mul(1 - smoothing).add(smoothing / c);
        var parts = logP.mul(q);
        if (w != null) parts = parts.mul(Likelihood.perClass(w, logP));
        var losses = parts.sum(d).neg();
        var loss = reduce("crossEntropy", losses, reduction);
        return reduction == Reduction.MEAN ? Op.named("Div", 1, loss) : loss;
    }

    /**
     * Vectors with a 1 at each class and 0 elsewhere.
     *
     * @param classes int64, any shape
     * @param args numClasses (-1: the largest class and 1)
     * @return int64, [.., numClasses]
     * @throws IllegalArgumentException if the classes are not int64, or there are none to count
     * @throws IndexOutOfBoundsException if one is negative or too large
     */
    @SafeVarargs
    public static Tensor oneHot(Tensor classes, Arg<? super Takes.OneHot>... args) {
        int wanted = given(args, numClasses(-1)).value();
        if (classes.dtype() != DType.INT64) throw Refusal.of("oneHot: classes must be int64, got %s", classes.dtype());
        if (wanted == 0 || wanted < -1) throw Refusal.of("oneHot: numClasses must be positive, or -1, got %d", wanted);
        if (wanted == -1 && classes.numel() == 0) throw Refusal.of("oneHot: no classes to count, give numClasses");
        long largest = -1;
        for (long c : classes.toLongArray()) {
            if (c < 0 || wanted > 0 && c >= wanted)
                throw Refusal.ofIndex(
                        "oneHot: class %d is out of bounds%s", c, wanted > 0 ? " for " + wanted + " classes" : "");
            largest = Math.max(largest, c);
        }
        return classes.unsqueeze(-1)
                .eq(arange(wanted > 0 ? wanted : largest + 1))
                .toLong();
    }

    private static @Nullable Tensor classWeight(String op, Tensor input, Arg<?>[] args) {
        var w = (Tensor) given(args, weight(null)).value();
        if (w == null) return null;
        int c = input.dim() == 0 ? 0 : input.size(Likelihood.classes(input));
        if (w.dim() != 1 || w.size(0) != c || w.dtype() != input.dtype())
            throw Refusal.of(
                    "%s: weight must be %s [%d], one a class, got %s",
                    op, input.dtype().word(), c, w.describe());
        return w;
    }
}
