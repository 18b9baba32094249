package flambeau.functional;

import flambeau.args.Reduction;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Log probabilities of classes, and the classes that were true.
 *
 * @param logP [n, c], [c] or [n, c, d1, ..]
 * @param target int64, without the dimension of the classes; 0 where it does not count
 * @param weight [c], or null
 * @param counts bool, where the target counts; null: everywhere
 */
record Likelihood(
        Tensor logP,
        Tensor target,
        @Nullable Tensor weight,
        @Nullable Tensor counts) {
    /** The dimension of the classes. */
    static int classes(Tensor input) {
        return input.dim() == 1 ? 0 : 1;
    }

    static void checkInput(String op, Tensor input) {
        if (input.dim() == 0) throw Refusal.of("%s: input must be [c] or [n, c, ..], got []", op);
        if (!input.dtype().isFloatingPoint()) throw Refusal.of("%s: input must be floating, got %s", op, input.dtype());
    }

    static Likelihood of(String op, Tensor logP, Tensor target, @Nullable Tensor weight, int ignored) {
        checkInput(op, logP);
        int d = classes(logP), c = logP.size(d);
        if (target.dtype() != DType.INT64)
            throw Refusal.of("%s: class indices must be int64, got %s; use toLong()", op, target.dtype());
        if (!target.shape().equals(logP.shape().without(d)))
            throw Refusal.of(
                    "%s: input %s takes target %s, got %s",
                    op,
                    logP.shape().text(),
                    logP.shape().without(d).text(),
                    target.shape().text());
        boolean all = true;
        for (long t : target.toLongArray()) {
            all &= t != ignored;
            if (t != ignored && (t < 0 || t >= c))
                throw Refusal.ofIndex("%s: target %d is out of bounds for %d classes", op, t, c);
        }
        if (all) return new Likelihood(logP, target, weight, null);
        var counts = target.ne(ignored);
        return new Likelihood(logP, target.where(counts, 0), weight, counts);
    }

    Tensor loss(Reduction reduction) {
        int d = classes(logP);
        var losses = logP.gather(d, target.unsqueeze(d)).squeeze(d).neg();
        var factors = weight == null ? null : factors(weight);
        if (factors != null) losses = losses.mul(factors);
        return Op.named(logP.dim() > 2 ? "NllLoss2D" : "NllLoss", reduce(losses, factors, reduction));
    }

    /** {@code loss} and the smoothed part, the mean over all classes, in proportion. */
    Tensor smoothed(Tensor loss, double smoothing, Reduction reduction) {
        int d = classes(logP);
        var parts = weight == null ? logP : logP.mul(perClass(weight, logP));
        var factors = weight == null ? null : factors(weight);
        var smooth = reduce(parts.sum(d).neg(), factors, reduction);
        return loss.mul(1 - smoothing).add(smooth.mul(smoothing / logP.size(d)));
    }

    /** The weight of each target. */
    private Tensor factors(Tensor weight) {
        return weight.indexSelect(0, target.reshape(-1)).reshape(target.shape());
    }

    private Tensor reduce(Tensor losses, @Nullable Tensor factors, Reduction reduction) {
        var counted = counts == null ? losses : losses.where(counts, 0);
        var shares = factors == null ? counts : counts == null ? factors : factors.where(counts, 0);
        if (reduction != Reduction.MEAN || shares == null) return Losses.reduce("crossEntropy", counted, reduction);
        return counted.sum().div(shares.sum());
    }

    /** {@code weight} in a shape that broadcasts over {@code logP}. */
    static Tensor perClass(Tensor weight, Tensor logP) {
        var sizes = new int[logP.dim()];
        Arrays.fill(sizes, 1);
        sizes[classes(logP)] = weight.size(0);
        return weight.reshape(sizes);
    }
}
