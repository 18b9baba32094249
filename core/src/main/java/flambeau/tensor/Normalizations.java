package flambeau.tensor;

import static flambeau.args.Args.correction;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.keepdim;

import flambeau.array.Array;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Normalisation by the statistics of each channel. What users call is {@code F.batchNorm}. */
public final class Normalizations {
    private Normalizations() {}

    /**
     * What a normalisation has measured and made.
     *
     * @param y the normalised input
     * @param mean [c], of each channel
     * @param variance [c], divided by the count
     */
    public record Batch(Tensor y, Tensor mean, Tensor variance) {}

    /**
     * {@code (x - mean) / sqrt(variance + eps) * w + b} with the mean and the variance of this batch.
     *
     * @param x [n, c, ..]
     * @param w [c], or null
     * @param b [c], or null
     */
    public static Batch batch(Tensor x, @Nullable Tensor w, @Nullable Tensor b, double eps) {
        checkChannels(x, w, b);
        var channels = Shape.of(x.size(1));
        var mean = new Tensor(Array.empty(channels, x.dtype()));
        var variance = new Tensor(Array.empty(channels, x.dtype()));
        Kernels.moments(x.array(), mean.raw(), variance.raw());
        var y = normalized(x, mean, variance, w, b, eps);
        var inputs = new ArrayList<@Nullable Tensor>(List.of(x));
        inputs.add(w);
        inputs.add(b);
        Op.of("NativeBatchNorm", y)
                .wrt(inputs, dy -> gradients(dy, x, mean, variance, w, eps))
                .result();
        return new Batch(y, mean, variance);
    }

    private static Tensor normalized(
            Tensor x, Tensor mean, Tensor variance, @Nullable Tensor w, @Nullable Tensor b, double eps) {
        var y = Array.empty(x.raw().layout().fresh(), x.dtype());
        if (y.count() > 0)
            Kernels.normalize(
                    x.array(),
                    mean.array(),
                    variance.array(),
                    w == null ? null : w.array(),
                    b == null ? null : b.array(),
                    eps,
                    y);
        return new Tensor(y);
    }

    private static List<@Nullable Tensor> gradients(
            Tensor dy, Tensor x, Tensor mean, Tensor variance, @Nullable Tensor w, double eps) {
        if (GradMode.isEnabled()) return composed(dy, x, w, eps);
        var dx = Array.empty(x.raw().layout().fresh(), x.dtype());
        var dw = Array.empty(mean.shape(), x.dtype());
        var db = Array.empty(mean.shape(), x.dtype());
        Kernels.normBackward(
                dy.array(), x.array(), mean.array(), variance.array(), w == null ? null : w.array(), eps, dx, dw, db);
        return List.of(new Tensor(dx), new Tensor(dw), new Tensor(db));
    }

    /** The same gradients in operations that are recorded, for gradients of gradients. */
    private static List<@Nullable Tensor> composed(Tensor dy, Tensor x, @Nullable Tensor w, double eps) {
        var others = IntStream.range(0, x.dim()).filter(d -> d != 1).toArray();
        var centred = x.sub(x.mean(dim(others), keepdim(true)));
        var scale = x.var(dim(others), keepdim(true), correction(0)).add(eps).rsqrt();
        var hat = centred.mul(scale);
        var db = dy.sum(dim(others));
        var dw = dy.mul(hat).sum(dim(others));
        var g = w == null ? dy : dy.mul(w.reshape(perChannel(x)));
        var dx = g.sub(g.mean(dim(others), keepdim(true)))
                .sub(hat.mul(g.mul(hat).mean(dim(others), keepdim(true))))
                .mul(scale);
        return List.of(dx, dw, db);
    }

    /**
     * {@code (x - mean) / sqrt(variance + eps) * w + b} with a mean and a variance that were measured before.
     *
     * @param mean [c]
     * @param variance [c]
     */
    public static Tensor fixed(
            Tensor x, Tensor mean, Tensor variance, @Nullable Tensor w, @Nullable Tensor b, double eps) {
        checkChannels(x, mean, variance, w, b);
        var y = normalized(x, mean, variance, w, b, eps);
        var shape = perChannel(x);
        var others = IntStream.range(0, x.dim()).filter(d -> d != 1).toArray();
        return Op.of("NativeBatchNorm", y)
                .wrt(x, dy -> {
                    var scale = variance.add(eps).rsqrt();
                    return dy.mul((w == null ? scale : scale.mul(w)).reshape(shape));
                })
                .wrt(
                        w,
                        dy -> dy.mul(x.sub(mean.reshape(shape))
                                        .mul(variance.add(eps).rsqrt().reshape(shape)))
                                .sum(dim(others)))
                .wrt(b, dy -> dy.sum(dim(others)))
                .result();
    }

    static void checkChannels(Tensor x, @Nullable Tensor... perChannel) {
        Check.that(x.dim() >= 2, "batchNorm: the input needs at least 2 dimensions, got %s", x.shape());
        for (var each : perChannel)
            Check.that(
                    each == null || each.dim() == 1 && each.size(0) == x.size(1) && each.dtype() == x.dtype(),
                    "batchNorm: the input %s takes %s [%d] for its channels",
                    x.shape(),
                    x.dtype(),
                    x.size(1));
    }

    static int[] perChannel(Tensor x) {
        var shape = new int[x.dim()];
        Arrays.fill(shape, 1);
        shape[1] = x.size(1);
        return shape;
    }
}
