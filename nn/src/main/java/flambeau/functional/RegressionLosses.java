package flambeau.functional;

import static flambeau.args.Args.beta;
import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.delta;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.full;
import static flambeau.args.Args.given;
import static flambeau.args.Args.logInput;
import static flambeau.args.Args.weight;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Reduction;
import flambeau.autograd.Op;
import flambeau.tensor.Tensor;

/** How far numbers are from numbers. */
abstract sealed class RegressionLosses extends Distances permits ProbabilityLosses {
    RegressionLosses() {}

    /**
     * {@code (input - target)^2}: the mean of the squared errors.
     *
     * <p>Unlike PyTorch, which only warns, shapes that differ are refused unless {@code broadcast(true)} is given.
     *
     * @param input any shape, floating
     * @param target the same shape
     * @param args reduction (MEAN), weight (none): of each error, in the shape of the input; broadcast (false)
     * @return a scalar; with reduction NONE the shape of the input
     * @throws IllegalArgumentException if shapes differ, or neither tensor is floating
     */
    @SafeVarargs
    public static Tensor mseLoss(Tensor input, Tensor target, Arg<? super LossTakes.MseLoss>... args) {
        checkShapes("mseLoss", input, target, args);
        checkFloating("mseLoss", input, target);
        var losses = input.sub(target).square();
        return isWeighted(args)
                ? weighted("mseLoss", losses, args)
                : Op.named("MseLoss", reduce("mseLoss", losses, args));
    }

    /**
     * {@code |input - target|}: the mean of the distances.
     *
     * <p>Unlike PyTorch, which only warns, shapes that differ are refused unless {@code broadcast(true)} is given.
     *
     * @param input any shape
     * @param target the same shape
     * @param args reduction (MEAN), weight (none): of each error, in the shape of the input; broadcast (false)
     * @return a scalar; with reduction NONE the shape of the input
     * @throws IllegalArgumentException if shapes differ
     */
    @SafeVarargs
    public static Tensor l1Loss(Tensor input, Tensor target, Arg<? super LossTakes.MseLoss>... args) {
        checkShapes("l1Loss", input, target, args);
        return weighted("l1Loss", input.sub(target).abs(), args);
    }

    /**
     * {@code d^2 / (2 beta)} for distances d below beta, {@code d - beta / 2} above. Source: Girshick, Fast R-CNN.
     *
     * <p>Unlike PyTorch, which only warns, shapes that differ are refused unless {@code broadcast(true)} is given.
     *
     * @param input any shape, floating
     * @param target the same shape
     * @param args reduction (MEAN), beta (1), broadcast (false)
     * @return a scalar; with reduction NONE the shape of the input
     * @throws IllegalArgumentException if shapes differ, or beta is negative
     */
    @SafeVarargs
    public static Tensor smoothL1Loss(Tensor input, Tensor target, Arg<? super LossTakes.SmoothL1>... args) {
        checkShapes("smoothL1Loss", input, target, args);
        checkFloating("smoothL1Loss", input, target);
        double beta = given(args, beta(1)).value().doubleValue();
        if (!(beta >= 0)) throw Refusal.of("smoothL1Loss: beta must not be negative, got %s", beta);
        var d = input.sub(target).abs();
        if (beta == 0) return reduce("smoothL1Loss", d, args);
        var losses = d.square().mul(0.5 / beta).where(d.lt(beta), d.sub(0.5 * beta));
        return Op.named("SmoothL1Loss", reduce("smoothL1Loss", losses, args));
    }

    /**
     * {@code d^2 / 2} for distances d up to delta, {@code delta (d - delta / 2)} above. Source: Huber, Robust estimation of a
     * location parameter.
     *
     * <p>Unlike PyTorch, which only warns, shapes that differ are refused unless {@code broadcast(true)} is given.
     *
     * @param input any shape, floating
     * @param target the same shape
     * @param args reduction (MEAN), delta (1), weight (none): of each error, in the shape of the input; broadcast (false)
     * @return a scalar; with reduction NONE the shape of the input
     * @throws IllegalArgumentException if shapes differ, or delta is not positive
     */
    @SafeVarargs
    public static Tensor huberLoss(Tensor input, Tensor target, Arg<? super LossTakes.Huber>... args) {
        checkShapes("huberLoss", input, target, args);
        checkFloating("huberLoss", input, target);
        double delta = given(args, delta(1)).value();
        if (!(delta > 0)) throw Refusal.of("huberLoss: delta must be positive, got %s", delta);
        var d = input.sub(target).abs();
        var losses = d.square().mul(0.5).where(d.le(delta), d.sub(0.5 * delta).mul(delta));
        return isWeighted(args)
                ? weighted("huberLoss", losses, args)
                : Op.named("HuberLoss", reduce("huberLoss", losses, args));
    }

    /**
     * {@code e^input - target input}: the negative log likelihood of counts, the input being the logarithm of their rate; or
     * {@code input - target log(input + eps)} where it is the rate.
     *
     * <p>Unlike PyTorch, shapes that differ are refused unless {@code broadcast(true)} is given.
     *
     * @param input any shape, floating
     * @param target the same shape
     * @param args logInput (true), full (false): with Stirling's approximation of {@code log(target!)}; eps (1e-8), reduction
     *     (MEAN), broadcast (false)
     * @return a scalar; with reduction NONE the shape of the input
     */
    @SafeVarargs
    public static Tensor poissonNllLoss(Tensor input, Tensor target, Arg<? super LossTakes.PoissonNll>... args) {
        checkShapes("poissonNllLoss", input, target, args);
        var loss = given(args, logInput(true)).value()
                ? input.exp().sub(target.mul(input))
                : input.sub(target.mul(input.add(given(args, eps(1e-8)).value()).log()));
        if (given(args, full(false)).value()) {
            var large = target.gt(1);
            var t = target.where(large, 1);
            var stirling = t.mul(t.log()).sub(t).add(t.mul(2 * Math.PI).log().mul(0.5));
            loss = loss.add(stirling.where(large, 0));
        }
        return reduce("poissonNllLoss", loss, args);
    }

    /**
     * {@code (log var + (input - target)^2 / var) / 2}: the negative log likelihood of normal numbers. Source: Nix and Weigend,
     * Estimating the mean and variance of the target probability distribution.
     *
     * @param input any shape, floating: the means
     * @param target the same shape, or one that broadcasts to it
     * @param var the variances: the same shape, or without the last dimension, or with size 1 there
     * @param args full (false): with the constant {@code log(2 pi) / 2}; eps (1e-6): below which no variance counts; reduction
     *     (MEAN)
     * @return a scalar; with reduction NONE the shape of the input
     * @throws IllegalArgumentException if shapes do not agree, a variance is negative, or eps is not positive
     */
    @SafeVarargs
    public static Tensor gaussianNllLoss(
            Tensor input, Tensor target, Tensor var, Arg<? super LossTakes.GaussianNll>... args) {
        var v = var.shape().equals(input.shape()) ? var : spread(input, var);
        double eps = given(args, eps(1e-6)).value();
        if (!(eps > 0)) throw Refusal.of("gaussianNllLoss: eps must be positive, got %s", eps);
        if (v.detach().lt(0).any().isTrue()) throw Refusal.of("gaussianNllLoss: a variance must not be negative");
        var floor = v.detach().clampMin(eps).sub(v.detach()); // the floor passes gradients on, as in PyTorch
        var clamped = v.add(floor);
        var loss = clamped.log().add(input.sub(target).square().div(clamped)).mul(0.5);
        if (given(args, full(false)).value()) loss = loss.add(0.5 * Math.log(2 * Math.PI));
        return reduce("gaussianNllLoss", loss, args);
    }

    private static Tensor spread(Tensor input, Tensor var) {
        int n = input.dim();
        boolean dropped = n > 0 && input.shape().without(n - 1).equals(var.shape());
        if (dropped) return var.unsqueeze(-1);
        long spread = 0; // of which axes one stands for all; a single one may
        for (int d = 0; d < n && n == var.dim(); d++)
            if (input.size(d) != var.size(d)) spread += var.size(d) == 1 ? 1 : 2;
        if (n == var.dim() && spread == 1) return var;
        throw Refusal.of(
                "gaussianNllLoss: var must have the shape of input %s, without the last dimension, or with 1 in one"
                        + " dimension, got %s",
                input.shape().text(), var.shape().text());
    }

    static void checkShapes(String op, Tensor input, Tensor target, Arg<?>[] args) {
        if (!input.shape().equals(target.shape())
                && !given(args, broadcast(false)).value())
            throw Refusal.of(
                    "%s: input %s and target %s must have one shape, or broadcast(true) be given",
                    op, input.shape().text(), target.shape().text());
    }

    private static void checkFloating(String op, Tensor input, Tensor target) {
        if (!input.dtype().isFloatingPoint() && !target.dtype().isFloatingPoint())
            throw Refusal.of("%s: one of both must be floating, got %s and %s", op, input.dtype(), target.dtype());
    }

    private static boolean isWeighted(Arg<?>[] args) {
        return given(args, weight(null)).value() != null;
    }

    private static Tensor weighted(String op, Tensor losses, Arg<?>[] args) {
        var w = (Tensor) given(args, weight(null)).value();
        if (w == null) return reduce(op, losses, args);
        if (!w.shape().equals(losses.shape()))
            throw Refusal.of(
                    "%s: weight %s must have the shape of the losses %s",
                    op, w.shape().text(), losses.shape().text());
        var parts = losses.mul(w);
        return reduction(args) == Reduction.MEAN ? parts.sum().div(w.sum()) : reduce(op, parts, args);
    }

    static Reduction reduction(Arg<?>[] args) {
        return given(args, Args.reduction(Reduction.MEAN));
    }

    static Tensor reduce(String op, Tensor losses, Arg<?>[] args) {
        return reduce(op, losses, reduction(args));
    }

    static Tensor reduce(String op, Tensor losses, Reduction reduction) {
        return switch (reduction) {
            case NONE -> losses;
            case MEAN -> losses.mean();
            case SUM -> losses.sum();
            case BATCHMEAN -> throw Refusal.of("%s: reduction BATCHMEAN belongs to klDiv", op);
        };
    }
}
