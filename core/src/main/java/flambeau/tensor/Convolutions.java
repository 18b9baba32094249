package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.autograd.Op;
import flambeau.kernel.Conv;
import flambeau.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over 1 to 3 space axes and its two gradients, each of which is differentiable by the other two. Arguments are
 * resolved: one entry a space axis. What users call is {@code F.conv2d} and its kin.
 */
public final class Convolutions {
    private Convolutions() {}

    /**
     * {@code y = w * x + bias} by windows.
     *
     * @param x [n, c, h, w] (or 1 or 3 space axes)
     * @param w [out, c / groups, kh, kw]
     * @param bias [out], or null
     * @throws IllegalArgumentException if shapes do not agree or the output would be empty
     */
    public static Tensor convolution(
            Tensor x, Tensor w, @Nullable Tensor bias, int[] stride, int[] padding, int[] dilation, int groups) {
        int rank = stride.length + 2;
        Check.that(
                x.dim() == rank
                        && w.dim() == rank
                        && padding.length == stride.length
                        && dilation.length == stride.length,
                "convolution: input %s and weight %s must have %d dimensions",
                x.shape(),
                w.shape(),
                rank);
        Check.that(
                groups > 0 && x.size(1) == (long) w.size(1) * groups && w.size(0) % groups == 0,
                "convolution: input %s and weight %s do not agree with %d groups",
                x.shape(),
                w.shape(),
                groups);
        Check.that(
                bias == null || bias.dim() == 1 && bias.size(0) == w.size(0),
                "convolution: the bias must be [%d]",
                w.size(0));
        Check.that(
                x.dtype() == w.dtype() && (bias == null || bias.dtype() == x.dtype()),
                "convolution: input (%s), weight (%s) and bias must have one dtype",
                x.dtype(),
                w.dtype());
        var window = window(w, stride, padding, dilation);
        for (int i = 0; i < stride.length; i++)
            Check.that(
                    stride[i] > 0 && dilation[i] > 0 && padding[i] >= 0 && window.outputs(i, x.size(i + 2)) > 0,
                    "convolution: weight %s does not fit into input %s",
                    w.shape(),
                    x.shape());
        return forward(x, w, bias, window, groups);
    }

    private static Window window(Tensor w, int[] stride, int[] padding, int[] dilation) {
        var kernel = new int[stride.length];
        for (int i = 0; i < kernel.length; i++) kernel[i] = w.size(i + 2);
        return new Window(kernel, stride, padding, dilation);
    }

    private static Tensor forward(Tensor x, Tensor w, @Nullable Tensor bias, Window window, int groups) {
        var sizes = new int[x.dim()];
        sizes[0] = x.size(0);
        sizes[1] = w.size(0);
        for (int i = 0; i < window.rank(); i++) sizes[i + 2] = window.outputs(i, x.size(i + 2));
        var y = Array.empty(Conv.images(Shape.of(sizes)), x.dtype());
        if (y.count() > 0) Kernels.conv(x.array(), w.array(), bias == null ? null : bias.array(), y, window, groups);
        var op = Op.of("Convolution", new Tensor(y)).wrt(x, dy -> backwardData(dy, w, x.shape(), window, groups));
        var weights = new ArrayList<@Nullable Tensor>(List.of(w));
        if (bias != null) weights.add(bias);
        return op.wrt(weights, dy -> backwardWeights(x, dy, w.shape(), bias != null, window, groups))
                .result();
    }

    private static Array data(Tensor dy, Tensor w, Shape shape, Window window, int groups) {
        var dx = Array.empty(Conv.images(shape), dy.dtype());
        if (dy.numel() == 0) dx.zero();
        else if (dx.count() > 0) Kernels.convBackwardData(dy.array(), w.array(), dx, window, groups);
        return dx;
    }

    private static Tensor backwardData(Tensor dy, Tensor w, Shape shape, Window window, int groups) {
        return Op.of("ConvolutionBackward", new Tensor(data(dy, w, shape, window, groups)))
                .wrt(dy, g -> forward(g, w, null, window, groups))
                .wrt(
                        w,
                        g -> backwardWeights(g, dy, w.shape(), false, window, groups)
                                .getFirst())
                .result();
    }

    private static List<@Nullable Tensor> backwardWeights(
            Tensor x, Tensor dy, Shape shape, boolean bias, Window window, int groups) {
        var dw = Array.empty(shape, dy.dtype());
        var db = bias ? Array.empty(Shape.of(shape.get(0)), dy.dtype()) : null;
        if (dy.count() == 0 || x.count() == 0) {
            dw.zero();
            if (db != null) db.zero();
        } else {
            Kernels.convBackwardWeights(x.array(), dy.array(), dw, db, window, groups);
        }
        var found = new ArrayList<@Nullable Tensor>(2);
        found.add(Op.of("ConvolutionBackward", new Tensor(dw))
                .wrt(x, g -> backwardData(dy, g, x.shape(), window, groups))
                .wrt(dy, g -> forward(x, g, null, window, groups))
                .result());
        if (db != null)
            found.add(Op.of("ConvolutionBackward", new Tensor(db))
                    .wrt(dy, g -> perChannel(g, dy))
                    .result());
        return found;
    }

    /**
     * The transposed convolution: what {@link #convolution} of an image of y's size is to its input, plus the bias.
     *
     * @param x [n, c, h, w] (or 1 or 3 space axes)
     * @param w [c, out / groups, kh, kw]
     * @param bias [out], or null
     * @param outputPadding places added to the end of each axis, less than the stride
     * @throws IllegalArgumentException if the output would be empty
     */
    public static Tensor transposed(
            Tensor x,
            Tensor w,
            @Nullable Tensor bias,
            int[] stride,
            int[] padding,
            int[] outputPadding,
            int[] dilation,
            int groups) {
        Check.that(
                groups > 0 && x.dim() == w.dim() && x.size(1) == w.size(0) && x.size(1) % groups == 0,
                "convTranspose: input %s and weight %s do not agree with %d groups",
                x.shape(),
                w.shape(),
                groups);
        Check.that(
                bias == null || bias.dim() == 1 && bias.size(0) == w.size(1) * groups,
                "convTranspose: the bias must be [%d]",
                w.size(1) * groups);
        var window = window(w, stride, padding, dilation);
        var sizes = new int[x.dim()];
        sizes[0] = x.size(0);
        sizes[1] = w.size(1) * groups;
        for (int i = 0; i < window.rank(); i++) {
            long size = (x.size(i + 2) - 1L) * stride[i]
                    - 2L * padding[i]
                    + (long) dilation[i] * (w.size(i + 2) - 1)
                    + outputPadding[i]
                    + 1;
            Check.that(size > 0 && size <= Integer.MAX_VALUE, "convTranspose: the output would have size %d", size);
            sizes[i + 2] = (int) size;
        }
        var y = new Tensor(data(x, w, Shape.of(sizes), window, groups));
        if (bias != null) addChannels(y, bias);
        return Op.of("Convolution", y)
                .wrt(x, dy -> forward(dy, w, null, window, groups))
                .wrt(
                        w,
                        dy -> backwardWeights(dy, x, w.shape(), false, window, groups)
                                .getFirst())
                .wrt(bias, dy -> dy.transpose(0, 1).flatten(1).sum(1))
                .result();
    }

    private static void addChannels(Tensor y, Tensor bias) {
        var sizes = new int[y.dim() - 1];
        java.util.Arrays.fill(sizes, 1);
        sizes[0] = bias.size(0);
        try (var _ = Tensors.noGrad()) {
            y.add_(bias.reshape(sizes));
        }
    }

    private static Tensor perChannel(Tensor g, Tensor like) {
        var sizes = new int[like.dim() - 1];
        java.util.Arrays.fill(sizes, 1);
        sizes[0] = like.size(1);
        return g.reshape(sizes).expand(like.shape());
    }
}
