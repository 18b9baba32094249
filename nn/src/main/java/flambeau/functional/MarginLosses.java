package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.p;
import static flambeau.args.Args.weight;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.tensor.Curves;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/** Losses that are 0 where the right answer leads by a margin. */
abstract sealed class MarginLosses extends ProbabilityLosses permits TripletLosses {
    MarginLosses() {}

    /**
     * {@code input} where the target is 1, {@code max(0, margin - input)} where it is -1.
     *
     * @param input distances, any shape, floating
     * @param target the same shape, 1 or -1
     * @param args margin (1), reduction (MEAN)
     * @return a scalar; with reduction NONE the shape of the input
     */
    @SafeVarargs
    public static Tensor hingeEmbeddingLoss(Tensor input, Tensor target, Arg<? super LossTakes.Margin>... args) {
        var hinge = input.neg().add(given(args, margin(1)).value()).clampMin(0);
        var losses = hinge.where(target.ne(1), 0).add(input.where(target.ne(-1), 0));
        return reduce("hingeEmbeddingLoss", losses, args);
    }

    /**
     * {@code max(0, -target (input1 - input2) + margin)}: a target of 1 says that the first should be ranked higher.
     *
     * @param input1 any shape
     * @param input2 the same shape
     * @param target the same shape, 1 or -1
     * @param args margin (0), reduction (MEAN)
     * @return a scalar; with reduction NONE the shape of the inputs
     * @throws IllegalArgumentException if the numbers of dimensions differ
     */
    @SafeVarargs
    public static Tensor marginRankingLoss(
            Tensor input1, Tensor input2, Tensor target, Arg<? super LossTakes.Margin>... args) {
        if (input1.dim() != input2.dim() || input1.dim() != target.dim())
            throw Refusal.of(
                    "marginRankingLoss: inputs %s, %s and target %s must have one number of dimensions",
                    input1.shape().text(), input2.shape().text(), target.shape().text());
        double margin = given(args, margin(0)).value();
        var losses = target.neg().mul(input1.sub(input2)).add(margin).clampMin(0);
        return reduce("marginRankingLoss", losses, args);
    }

    /**
     * {@code log(1 + e^(-target input))}.
     *
     * @param input scores, any shape, floating
     * @param target the same shape, 1 or -1
     * @param args reduction (MEAN)
     * @return a scalar; with reduction NONE the shape of the input
     */
    @SafeVarargs
    public static Tensor softMarginLoss(Tensor input, Tensor target, Arg<? super LossTakes.Reduced>... args) {
        var losses = Curves.logSigmoid(target.to(input.dtype()).mul(input)).neg();
        return Op.named("SoftMarginLoss", reduce("softMarginLoss", losses, args));
    }

    /**
     * {@code 1 - cos(input1, input2)} where the target is 1, {@code max(0, cos(input1, input2) - margin)} where it is -1.
     *
     * @param input1 [n, d] or [d], floating
     * @param input2 the same shape
     * @param target [n] or [], 1 or -1
     * @param args margin (0), reduction (MEAN)
     * @return a scalar; with reduction NONE the shape of the target
     * @throws IllegalArgumentException if shapes do not agree
     */
    @SafeVarargs
    public static Tensor cosineEmbeddingLoss(
            Tensor input1, Tensor input2, Tensor target, Arg<? super LossTakes.Margin>... args) {
        boolean agree = target.dim() == 0 && input1.dim() == 1 && input2.dim() == 1
                || target.dim() == 1 && input1.dim() == 2 && input2.dim() == 2;
        if (!agree)
            throw Refusal.of(
                    "cosineEmbeddingLoss: a target [n] takes inputs [n, d], one [] takes [d], got %s, %s and %s",
                    target.shape().text(), input1.shape().text(), input2.shape().text());
        double tiny = 1e-12;
        var product = input1.mul(input2).sum(-1);
        var lengths =
                input1.square().sum(-1).add(tiny).mul(input2.square().sum(-1).add(tiny));
        var cos = product.div(lengths.sqrt());
        var apart = cos.sub(given(args, margin(0)).value()).clampMin(0);
        var losses = cos.neg().add(1).where(target.eq(1), 0).add(apart.where(target.eq(-1), 0));
        return reduce("cosineEmbeddingLoss", losses, args);
    }

    /**
     * {@code w[t] sum max(0, margin - input[t] + input[i])^p / c} over all classes i but the true one t.
     *
     * @param input scores, [n, c] or [c], floating
     * @param target classes, int64, [n] or []
     * @param args p (1): or 2; margin (1), weight (none): [c]; reduction (MEAN)
     * @return a scalar; with reduction NONE the shape of the target
     * @throws IllegalArgumentException if shapes or dtypes do not agree, or p is neither 1 nor 2
     * @throws IndexOutOfBoundsException if a target is no class
     */
    @SafeVarargs
    public static Tensor multiMarginLoss(Tensor input, Tensor target, Arg<? super LossTakes.MultiMargin>... args) {
        double p = given(args, p(1)).value();
        if (p != 1 && p != 2) throw Refusal.of("multiMarginLoss: p must be 1 or 2, got %s", p);
        int c = checkScores("multiMarginLoss", input);
        if (target.dtype() != DType.INT64)
            throw Refusal.of("multiMarginLoss: classes must be int64, got %s", target.dtype());
        long n = input.dim() == 2 ? input.size(0) : 1;
        if (target.dim() > 1 || target.numel() != n)
            throw Refusal.of(
                    "multiMarginLoss: %d rows take a target [%d], got %s",
                    n, n, target.shape().text());
        for (long t : target.toLongArray())
            if (t < 0 || t >= c)
                throw Refusal.ofIndex("multiMarginLoss: target %d is out of bounds for %d classes", t, c);
        var w = classWeights("multiMarginLoss", c, given(args, weight(null)).value());
        var x = input.reshape(-1, c);
        var t = target.reshape(-1, 1);
        var hinge = x.sub(x.gather(1, t)).add(given(args, margin(1)).value()).clampMin(0);
        if (p == 2) hinge = hinge.square();
        if (w != null) hinge = hinge.mul(w.indexSelect(0, t.reshape(-1)).unsqueeze(1));
        var others = Tensors.arange(c).ne(t);
        var losses = hinge.where(others, 0).sum(1).div(c);
        var shaped = input.dim() == 2 ? losses : losses.reshape(target.shape());
        return Op.named("MultiMarginLoss", reduce("multiMarginLoss", shaped, args));
    }

    /**
     * {@code sum max(0, 1 - (input[t] - input[i])) / c} over all true classes t and all others i.
     *
     * @param input scores, [n, c] or [c], floating
     * @param target the true classes of each row, int64, in the shape of the input: those before the first -1 count
     * @param args reduction (MEAN)
     * @return a scalar; with reduction NONE [n] or []
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     * @throws IndexOutOfBoundsException if a target is no class
     */
    @SafeVarargs
    public static Tensor multilabelMarginLoss(Tensor input, Tensor target, Arg<? super LossTakes.Reduced>... args) {
        int c = checkScores("multilabelMarginLoss", input);
        if (target.dtype() != DType.INT64)
            throw Refusal.of("multilabelMarginLoss: classes must be int64, got %s", target.dtype());
        if (target.numel() != input.numel() || target.dim() > 2 || target.dim() != input.dim() && input.dim() != 0)
            throw Refusal.of(
                    "multilabelMarginLoss: input %s and target %s must have one shape",
                    input.shape().text(), target.shape().text());
        var classes = target.toLongArray();
        var counts = new boolean[classes.length];
        var isTrue = new boolean[classes.length];
        for (int row = 0; row + c <= classes.length; row += c)
            for (int i = row; i < row + c && classes[i] != -1; i++) {
                if (classes[i] < 0 || classes[i] >= c)
                    throw Refusal.ofIndex(
                            "multilabelMarginLoss: target %d is out of bounds for %d classes", classes[i], c);
                counts[i] = true;
                isTrue[row + (int) classes[i]] = true;
            }
        for (int i = 0; i < classes.length; i++) if (!counts[i]) classes[i] = 0;
        var x = input.reshape(-1, c);
        var wanted = x.gather(1, Tensors.tensor(classes).reshape(-1, c)).unsqueeze(2); // [n, c, 1]
        var hinge = x.unsqueeze(1).sub(wanted).add(1).clampMin(0); // [n, true, other]
        var pairs = Tensors.tensor(counts)
                .reshape(-1, c, 1)
                .logicalAnd(Tensors.tensor(isTrue).reshape(-1, 1, c).logicalNot());
        var losses = hinge.where(pairs, 0).sum(2).sum(1).div(c);
        var shaped = input.dim() == 2 ? losses : losses.squeeze(0);
        return Op.named("MultilabelMarginLoss", reduce("multilabelMarginLoss", shaped, args));
    }

    /**
     * The mean over classes of {@code -(target log s(input) + (1 - target) log s(-input))} with the logistic function s.
     *
     * @param input scores, [.., c], floating
     * @param target the same shape, 0 or 1
     * @param args weight (none): broadcasts to the shape; reduction (MEAN)
     * @return a scalar; with reduction NONE the shape of the input without its classes
     */
    @SafeVarargs
    public static Tensor multilabelSoftMarginLoss(
            Tensor input, Tensor target, Arg<? super LossTakes.BinaryCrossEntropy>... args) {
        var losses = target.mul(Curves.logSigmoid(input))
                .add(target.neg().add(1).mul(Curves.logSigmoid(input.neg())))
                .neg();
        var w = (Tensor) given(args, weight(null)).value();
        if (w != null) losses = losses.mul(w);
        return reduce("multilabelSoftMarginLoss", Op.named("Div", losses.mean(-1)), args);
    }

    /** The number of classes. */
    private static int checkScores(String op, Tensor input) {
        if (!input.dtype().isFloatingPoint()) throw Refusal.of("%s: input must be floating, got %s", op, input.dtype());
        int c = input.dim() == 0 ? 1 : input.size(-1);
        if (input.dim() > 2 || c == 0)
            throw Refusal.of(
                    "%s: input must be [n, c] or [c] with c > 0, got %s",
                    op, input.shape().text());
        return c;
    }

    private static @Nullable Tensor classWeights(String op, int c, flambeau.args.@Nullable Operand weight) {
        var w = (Tensor) weight;
        if (w != null && (w.dim() != 1 || w.size(0) != c))
            throw Refusal.of(
                    "%s: weight must be [%d], one a class, got %s",
                    op, c, w.shape().text());
        return w;
    }
}
