package flambeau.functional;

import static flambeau.args.Args.blank;
import static flambeau.args.Args.given;
import static flambeau.args.Args.logTarget;
import static flambeau.args.Args.posWeight;
import static flambeau.args.Args.weight;
import static flambeau.args.Args.zeroInfinity;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Reduction;
import flambeau.autograd.Op;
import flambeau.tensor.Alignments;
import flambeau.tensor.Curves;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.Arrays;

/** How far probabilities are from what happened. */
abstract sealed class ProbabilityLosses extends RegressionLosses permits MarginLosses {
    ProbabilityLosses() {}

    /**
     * {@code -(target log(input) + (1 - target) log(1 - input))} for probabilities; no logarithm counts below -100.
     *
     * @param input probabilities, any shape, floating
     * @param target the same shape and dtype, from 0 to 1
     * @param args weight (none): broadcasts to the shape; reduction (MEAN)
     * @return a scalar; with reduction NONE the shape of the input
     * @throws IllegalArgumentException if shapes differ, or an input is not in [0, 1]
     */
    @SafeVarargs
    public static Tensor binaryCrossEntropy(
            Tensor input, Tensor target, Arg<? super LossTakes.BinaryCrossEntropy>... args) {
        checkSame("binaryCrossEntropy", input, target);
        var x = input.detach();
        if (x.ge(0).logicalAnd(x.le(1)).logicalNot().any().isTrue())
            throw Refusal.of(
                    "binaryCrossEntropy: each input must be in [0, 1]; use binaryCrossEntropyWithLogits for scores");
        var losses = Curves.binaryCrossEntropy(input, target);
        losses = times(losses, given(args, weight(null)).value());
        return Op.named("BinaryCrossEntropy", reduce("binaryCrossEntropy", losses, args));
    }

    /**
     * {@link #binaryCrossEntropy} of {@code 1 / (1 + e^-input)}, without overflow.
     *
     * @param input scores, any shape, floating
     * @param target the same shape, from 0 to 1
     * @param args weight (none), posWeight (none): a factor of the positive part; both broadcast to the shape; reduction (MEAN)
     * @return a scalar; with reduction NONE the shape of the input
     * @throws IllegalArgumentException if shapes differ
     */
    @SafeVarargs
    public static Tensor binaryCrossEntropyWithLogits(
            Tensor input, Tensor target, Arg<? super LossTakes.BinaryCrossEntropyWithLogits>... args) {
        checkSame("binaryCrossEntropyWithLogits", input, target);
        var positive = (Tensor) given(args, posWeight(null)).value();
        var logP = Curves.logSigmoid(input);
        var factor =
                positive == null ? logP : logP.mul(positive.sub(1).mul(target).add(1));
        var losses = target.neg().add(1).mul(input).sub(factor);
        losses = times(losses, given(args, weight(null)).value());
        return Op.named("BinaryCrossEntropyWithLogits", reduce("binaryCrossEntropyWithLogits", losses, args));
    }

    /**
     * {@code target (log(target) - input)}: the Kullback-Leibler divergence of an input of log probabilities from a target of
     * probabilities.
     *
     * @param input log probabilities, any shape, floating
     * @param target the same shape; log probabilities if logTarget
     * @param args reduction (MEAN: over elements; BATCHMEAN is what mathematics means), logTarget (false), broadcast (false)
     * @return a scalar; with reduction NONE the shape of the input
     */
    @SafeVarargs
    public static Tensor klDiv(Tensor input, Tensor target, Arg<? super LossTakes.KlDiv>... args) {
        checkShapes("klDiv", input, target, args);
        var losses = given(args, logTarget(false)).value()
                ? target.exp().mul(target.sub(input))
                : target.xlogy(target).sub(target.mul(input));
        if (reduction(args) != Reduction.BATCHMEAN) return reduce("klDiv", losses, args);
        return losses.sum().div(input.dim() == 0 ? 1 : input.size(0));
    }

    /**
     * The negative log likelihood of label sequences that are shorter than the input and not aligned with it. Source: Graves et
     * al., Connectionist temporal classification.
     *
     * @param logProbs log probabilities, [t, n, c] or [t, c], floating
     * @param targets labels, integers: [n, s], or all sequences one behind the other
     * @param inputLengths how many times of each sequence count: [n], integers
     * @param targetLengths how many labels each sequence has: [n], integers
     * @param args blank (0): the class that stands for no label; reduction (MEAN: of the losses divided by their target lengths);
     *     zeroInfinity (false)
     * @return a scalar; with reduction NONE [n] or []
     * @throws IllegalArgumentException if shapes or lengths do not agree
     * @throws IndexOutOfBoundsException if a label is no class
     */
    @SafeVarargs
    public static Tensor ctcLoss(
            Tensor logProbs,
            Tensor targets,
            Tensor inputLengths,
            Tensor targetLengths,
            Arg<? super LossTakes.Ctc>... args) {
        return ctcLoss(logProbs, targets, inputLengths.toIntArray(), targetLengths.toIntArray(), args);
    }

    /**
     * {@link #ctcLoss(Tensor, Tensor, Tensor, Tensor, Arg...)} with the lengths in arrays.
     *
     * @param args blank (0), reduction (MEAN), zeroInfinity (false)
     */
    @SafeVarargs
    public static Tensor ctcLoss(
            Tensor logProbs,
            Tensor targets,
            int[] inputLengths,
            int[] targetLengths,
            Arg<? super LossTakes.Ctc>... args) {
        if (logProbs.dim() != 2 && logProbs.dim() != 3 || !logProbs.dtype().isFloatingPoint())
            throw Refusal.of("ctcLoss: logProbs must be floating [t, n, c] or [t, c], got %s", logProbs.describe());
        var logP = logProbs.dim() == 3 ? logProbs : logProbs.unsqueeze(1);
        int n = logP.size(1), c = logP.size(2), none = given(args, blank(0)).value();
        if (none < 0 || none >= c) throw Refusal.of("ctcLoss: blank (%d) must be one of %d classes", none, c);
        checkLengths(inputLengths, targetLengths, n, logP.size(0));
        var labels = labels(targets, targetLengths, c);
        boolean zero = given(args, zeroInfinity(false)).value();
        var losses = Alignments.losses(logP, labels, inputLengths, targetLengths, none, zero);
        if (reduction(args) == Reduction.MEAN) {
            var lengths = new double[n];
            for (int i = 0; i < n; i++) lengths[i] = Math.max(targetLengths[i], 1);
            return losses.div(Tensors.tensor((Object) lengths, Args.dtype(losses.dtype())))
                    .mean();
        }
        return reduce("ctcLoss", logProbs.dim() == 3 ? losses : losses.squeeze(0), args);
    }

    private static void checkLengths(int[] inputs, int[] targets, int n, int times) {
        if (inputs.length != n || targets.length != n)
            throw Refusal.of(
                    "ctcLoss: %d sequences take as many lengths, got %d of inputs and %d of targets",
                    n, inputs.length, targets.length);
        for (int i = 0; i < n; i++) {
            if (inputs[i] < 0 || inputs[i] > times)
                throw Refusal.of("ctcLoss: input length %d (%d) must be in [0, %d]", i, inputs[i], times);
            if (targets[i] < 0) throw Refusal.of("ctcLoss: target length %d (%d) must not be negative", i, targets[i]);
        }
    }

    private static int[][] labels(Tensor targets, int[] lengths, int classes) {
        if (targets.dtype().isFloatingPoint())
            throw Refusal.of("ctcLoss: targets must be integers, got %s", targets.dtype());
        var all = targets.toIntArray();
        var labels = new int[lengths.length][];
        boolean rows = targets.dim() == 2;
        for (int i = 0, at = 0; i < lengths.length; i++) {
            int from = rows ? i * targets.size(1) : at, end = rows ? from + targets.size(1) : all.length;
            if (from + lengths[i] > end || rows && targets.size(0) != lengths.length)
                throw Refusal.of(
                        "ctcLoss: targets %s do not hold %d labels of sequence %d",
                        targets.shape().text(), lengths[i], i);
            labels[i] = Arrays.copyOfRange(all, from, from + lengths[i]);
            for (int label : labels[i])
                if (label < 0 || label >= classes)
                    throw Refusal.ofIndex("ctcLoss: label %d is out of bounds for %d classes", label, classes);
            at += lengths[i];
        }
        if (!rows && Arrays.stream(lengths).sum() != all.length)
            throw Refusal.of(
                    "ctcLoss: %d labels, but the lengths sum to %d",
                    all.length, Arrays.stream(lengths).sum());
        return labels;
    }

    private static void checkSame(String op, Tensor input, Tensor target) {
        if (!input.shape().equals(target.shape()))
            throw Refusal.of(
                    "%s: input %s and target %s must have one shape",
                    op, input.shape().text(), target.shape().text());
        if (!input.dtype().isFloatingPoint()) throw Refusal.of("%s: input must be floating, got %s", op, input.dtype());
    }

    private static Tensor times(Tensor losses, flambeau.args.@org.jspecify.annotations.Nullable Operand weight) {
        return weight == null ? losses : losses.mul((Tensor) weight);
    }
}
