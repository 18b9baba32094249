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
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Normalisation of groups of channels of each sample. What users call is {@code F.groupNorm} and {@code F.instanceNorm}. */
public final class GroupNormalizations {
    private GroupNormalizations() {}

    /**
     * {@code (x - mean) / sqrt(variance + eps) * w + b} with the mean and the variance of each group of channels of each sample.
     *
     * @param name of the node
     * @param x [n, c, ..], not empty
     * @param groups divides c
     * @param w [c], or null
     * @param b [c], or null
     * @return the mean and the variance (divided by the count) of [n groups]
     */
    public static Normalizations.Batch group(
            String name, Tensor x, int groups, @Nullable Tensor w, @Nullable Tensor b, double eps) {
        Normalizations.checkChannels(x, w, b);
        int n = x.size(0), c = x.size(1);
        var mean = new Tensor(Array.empty(Shape.of(n * groups), x.dtype()));
        var variance = new Tensor(Array.empty(Shape.of(n * groups), x.dtype()));
        var values = contiguous(x.array());
        Kernels.moments(planes(values, n * groups), mean.raw(), variance.raw());
        var y = Array.empty(x.shape(), x.dtype());
        Kernels.normalize(
                planes(values, n * c),
                spread(mean, c / groups).raw(),
                spread(variance, c / groups).raw(),
                repeated(w, n),
                repeated(b, n),
                eps,
                planes(y, n * c));
        var inputs = new ArrayList<@Nullable Tensor>(List.of(x));
        inputs.add(w);
        inputs.add(b);
        var result = Op.of(name, new Tensor(y))
                .wrt(inputs, dy -> gradients(dy, x, mean, variance, w, b, eps))
                .result();
        return new Normalizations.Batch(result, mean, variance);
    }

    private static List<@Nullable Tensor> gradients(
            Tensor dy, Tensor x, Tensor mean, Tensor variance, @Nullable Tensor w, @Nullable Tensor b, double eps) {
        int n = x.size(0), c = x.size(1), groups = mean.size(0) / n;
        if (GradMode.isEnabled()) return composed(dy, x, groups, w, eps);
        var values = contiguous(x.array());
        var dx = Array.empty(x.shape(), x.dtype());
        var rows = Shape.of(n * c);
        var dw = new Tensor(Array.empty(rows, x.dtype()));
        var db = new Tensor(Array.empty(rows, x.dtype()));
        boolean whole = groups == c; // one pass gives all
        if (whole || w != null || b != null)
            Kernels.normBackward(
                    planes(contiguous(dy.array()), n * c),
                    planes(values, n * c),
                    spread(mean, c / groups).raw(),
                    spread(variance, c / groups).raw(),
                    repeated(w, n),
                    eps,
                    planes(dx, n * c),
                    dw.raw(),
                    db.raw());
        if (!whole) {
            var g = w == null ? dy : dy.mul(w.reshape(perChannel(x)));
            var unused = Shape.of(n * groups);
            Kernels.normBackward(
                    planes(contiguous(g.array()), n * groups),
                    planes(values, n * groups),
                    mean.array(),
                    variance.array(),
                    null,
                    eps,
                    planes(dx, n * groups),
                    Array.empty(unused, x.dtype()),
                    Array.empty(unused, x.dtype()));
        }
        return Arrays.asList(
                new Tensor(dx),
                w == null ? null : dw.view(n, c).sum(0),
                b == null ? null : db.view(n, c).sum(0));
    }

    /** The same gradients in operations that are recorded, for gradients of gradients. */
    private static List<@Nullable Tensor> composed(Tensor dy, Tensor x, int groups, @Nullable Tensor w, double eps) {
        int n = x.size(0), m = Math.toIntExact(x.numel() / n / groups);
        var rows = x.reshape(n, groups, m);
        var scale = rows.var(dim(2), keepdim(true), correction(0)).add(eps).rsqrt();
        var hat = rows.sub(rows.mean(dim(2), keepdim(true))).mul(scale);
        var g = (w == null ? dy : dy.mul(w.reshape(perChannel(x)))).reshape(n, groups, m);
        var dx = g.sub(g.mean(dim(2), keepdim(true)))
                .sub(hat.mul(g.mul(hat).mean(dim(2), keepdim(true))))
                .mul(scale)
                .reshape(x.shape().sizes());
        var others = IntStream.range(0, x.dim()).filter(d -> d != 1).toArray();
        var dw = dy.mul(hat.reshape(x.shape().sizes())).sum(dim(others));
        return List.of(dx, dw, dy.sum(dim(others)));
    }

    /** Each number {@code times} times. */
    private static Tensor spread(Tensor numbers, int times) {
        if (times == 1) return numbers;
        try (var _ = GradMode.set(false)) {
            return numbers.unsqueeze(1)
                    .expand(Shape.of(numbers.size(0), times))
                    .contiguous()
                    .view(-1);
        }
    }

    /** All numbers, n times. */
    private static @Nullable Array repeated(@Nullable Tensor perChannel, int n) {
        if (perChannel == null) return null;
        try (var _ = GradMode.set(false)) {
            return n == 1 ? perChannel.array() : perChannel.detach().repeat(n).array();
        }
    }

    /** [1, rows, the rest] */
    private static Array planes(Array x, int rows) {
        int rest = Math.toIntExact(x.count() / rows);
        return x.as(Objects.requireNonNull(x.layout().view(Shape.of(1, rows, rest))));
    }

    private static Array contiguous(Array x) {
        if (x.layout().isContiguous()) return x;
        var copy = Array.empty(x.shape(), x.dtype());
        Kernels.copy(x, copy);
        return copy;
    }

    private static int[] perChannel(Tensor x) {
        return Normalizations.perChannel(x);
    }
}
