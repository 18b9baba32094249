package flambeau.tensor;

import static flambeau.args.Args.correction;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.keepdim;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Normalisation by the statistics of the last dimensions. What users call is {@code F.layerNorm}. */
public final class RowNormalizations {
    private RowNormalizations() {}

    /**
     * {@code (x - mean) / sqrt(variance + eps) w + b} over the last dimensions.
     *
     * @param normalized the last sizes of x, at least 1 of them; also the shape of w and b
     * @param w or null
     * @param b or null
     */
    public static Tensor layerNorm(Tensor x, Shape normalized, @Nullable Tensor w, @Nullable Tensor b, double eps) {
        int m = Math.toIntExact(normalized.count());
        int rows = m == 0 ? 0 : Math.toIntExact(x.count() / m);
        var statistics = x.dtype() == DType.FLOAT64 ? DType.FLOAT64 : DType.FLOAT32;
        var mean = new Tensor(Array.empty(Shape.of(rows), statistics));
        var scale = new Tensor(Array.empty(Shape.of(rows), statistics));
        var y = Array.empty(x.shape(), x.dtype());
        if (y.count() > 0)
            Kernels.rowNorm(
                    matrix(x.array(), rows, m),
                    w == null ? null : row(w, m),
                    b == null ? null : row(b, m),
                    eps,
                    matrix(y, rows, m),
                    mean.raw(),
                    scale.raw());
        var inputs = new ArrayList<@Nullable Tensor>(List.of(x));
        inputs.add(w);
        inputs.add(b);
        return Op.of("NativeLayerNorm", new Tensor(y))
                .wrt(inputs, dy -> gradients(dy, x, normalized, mean, scale, w, b, eps))
                .result();
    }

    private static List<@Nullable Tensor> gradients(
            Tensor dy,
            Tensor x,
            Shape normalized,
            Tensor mean,
            Tensor scale,
            @Nullable Tensor w,
            @Nullable Tensor b,
            double eps) {
        if (GradMode.isEnabled()) return composed(dy, x, normalized, w, eps);
        int rows = mean.size(0), m = Math.toIntExact(normalized.count());
        var affine = w != null ? w.dtype() : b != null ? b.dtype() : x.dtype();
        var dx = Array.empty(x.shape(), x.dtype());
        var dw = Array.empty(normalized, affine);
        var db = Array.empty(normalized, affine);
        if (dx.count() == 0) {
            var none = Tensors.filled(normalized, 0, affine);
            return List.of(new Tensor(dx), none, none);
        }
        Kernels.rowNormBackward(
                matrix(dy.array(), rows, m),
                matrix(x.array(), rows, m),
                mean.array(),
                scale.array(),
                w == null ? null : row(w, m),
                matrix(dx, rows, m),
                view(dw, Shape.of(m)),
                view(db, Shape.of(m)));
        return List.of(new Tensor(dx), new Tensor(dw), new Tensor(db));
    }

    /** The same gradients in operations that are recorded, for gradients of gradients. */
    private static List<@Nullable Tensor> composed(
            Tensor dy, Tensor x, Shape normalized, @Nullable Tensor w, double eps) {
        int front = x.dim() - normalized.rank();
        var inner = IntStream.range(front, x.dim()).toArray();
        var outer = IntStream.range(0, front).toArray();
        if (x.numel() == 0) return List.of(dy, dy.sum(dim(outer)), dy.sum(dim(outer)));
        var scale = x.var(dim(inner), keepdim(true), correction(0)).add(eps).rsqrt();
        var hat = x.sub(x.mean(dim(inner), keepdim(true))).mul(scale);
        var product = dy.mul(hat);
        var g = w == null ? dy : dy.mul(w);
        var dx = g.sub(g.mean(dim(inner), keepdim(true)))
                .sub(hat.mul(g.mul(hat).mean(dim(inner), keepdim(true))))
                .mul(scale)
                .to(x.dtype());
        return List.of(dx, front == 0 ? product : product.sum(dim(outer)), front == 0 ? dy : dy.sum(dim(outer)));
    }

    private static Array matrix(Array x, int rows, int m) {
        return view(contiguous(x), Shape.of(rows, m));
    }

    private static Array row(Tensor w, int m) {
        return view(contiguous(w.array()), Shape.of(m));
    }

    private static Array view(Array x, Shape shape) {
        return x.as(Objects.requireNonNull(x.layout().view(shape)));
    }

    private static Array contiguous(Array x) {
        if (x.layout().isContiguous()) return x;
        var copy = Array.empty(x.shape(), x.dtype());
        Kernels.copy(x, copy);
        return copy;
    }
}
