package flambeau.functional;

import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.training;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.autograd.GradMode;
import flambeau.tensor.Normalizations;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Normalisation by statistics. */
abstract sealed class Normalization extends RowNormalization permits GroupNormalization {
    Normalization() {}

    /** Like {@link #batchNorm(Tensor, Tensor, Tensor, Tensor, Tensor, Arg...)} without a scale and a shift. */
    @SafeVarargs
    public static Tensor batchNorm(
            Tensor x, @Nullable Tensor runningMean, @Nullable Tensor runningVar, Arg<? super Takes.BatchNorm>... args) {
        return batchNorm(x, runningMean, runningVar, null, null, args);
    }

    /**
     * {@code (x - mean) / sqrt(var + eps) w + b}, channel by channel.
     *
     * <p>In training, mean and variance are those of this batch (the variance divided by the count), and the running ones,
     * where given, move towards them: {@code running = (1 - momentum) running + momentum measured}, where the variance is
     * divided by the count less 1. Otherwise mean and variance are the running ones.
     *
     * <p>Source: Ioffe and Szegedy, Batch Normalization.
     *
     * @param x [n, c, ..], floating
     * @param runningMean [c], changed in place by training; null: none
     * @param runningVar [c], changed in place by training; null: none
     * @param w [c], or null for 1
     * @param b [c], or null for 0
     * @param args training (false), momentum (0.1), eps (1e-5)
     * @return x's shape
     * @throws IllegalArgumentException if shapes or dtypes do not agree, training sees 1 value a channel or an eps that is not
     *     positive, or there are no statistics outside it
     */
    @SafeVarargs
    public static Tensor batchNorm(
            Tensor x,
            @Nullable Tensor runningMean,
            @Nullable Tensor runningVar,
            @Nullable Tensor w,
            @Nullable Tensor b,
            Arg<? super Takes.BatchNorm>... args) {
        if (isMixed(x, runningMean, runningVar, w, b))
            return batchNorm(x.to(DType.FLOAT32), runningMean, runningVar, w, b, args)
                    .to(x.dtype());
        double eps = given(args, eps(1e-5)).value(),
                momentum = given(args, momentum(0.1)).value();
        boolean training = given(args, training(false)).value();
        if (x.dim() == 1 && x.numel() == 0) return x.clone(); // PyTorch lets it pass
        if (x.dim() < 2)
            throw Refusal.of(
                    "batchNorm: input must be [n, c, ..], got %s", x.shape().text());
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("batchNorm: the dtype must be floating, got %s", x.dtype());
        check("batchNorm", "runningMean", runningMean, x);
        check("batchNorm", "runningVar", runningVar, x);
        check("batchNorm", "weight", w, x);
        check("batchNorm", "bias", b, x);
        if (!training) {
            if (runningMean == null || runningVar == null)
                throw Refusal.of("batchNorm: needs runningMean and runningVar, or training(true)");
            return Normalizations.fixed(x, runningMean, runningVar, w, b, eps);
        }
        long count = x.numel() / Math.max(x.size(1), 1);
        if (count == 1)
            throw Refusal.of(
                    "batchNorm: training takes more than 1 value a channel, got input %s;"
                            + " a DataLoader with dropLast(true) leaves a last batch of 1 out",
                    x.shape().text());
        if (!(eps > 0)) throw Refusal.of("batchNorm: eps must be positive in training, got %s", eps);
        var batch = Normalizations.batch(x, w, b, eps);
        if (count == 0) return batch.y();
        try (var _ = GradMode.set(false)) {
            move(runningMean, batch.mean(), momentum);
            move(runningVar, batch.variance().mul(count / (count - 1.0)), momentum);
        }
        return batch.y();
    }

    private static void move(@Nullable Tensor running, Tensor measured, double momentum) {
        if (running != null) running.mul_(1 - momentum).add_(measured.mul(momentum));
    }

    /** Whether x has 16 bits and what is beside it is float32: computed in float32. */
    static boolean isMixed(Tensor x, @Nullable Tensor... beside) {
        if (!x.dtype().isFloatingPoint() || x.dtype().bytes() != 2) return false;
        boolean any = false;
        for (var t : beside) {
            if (t == null) continue;
            if (t.dtype() != DType.FLOAT32) return false;
            any = true;
        }
        return any;
    }

    static void check(String op, String name, @Nullable Tensor perChannel, Tensor x) {
        if (perChannel == null) return;
        if (perChannel.dim() != 1 || perChannel.size(0) != x.size(1))
            throw Refusal.of(
                    "%s: input %s has %d channels, %s is %s",
                    op, x.shape().text(), x.size(1), name, perChannel.shape().text());
        if (perChannel.dtype() != x.dtype())
            throw Refusal.of("%s: input (%s) and %s (%s) must have one dtype", op, x.dtype(), name, perChannel.dtype());
    }
}
