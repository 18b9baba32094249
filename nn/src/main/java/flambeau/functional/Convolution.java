package flambeau.functional;

import static flambeau.args.Args.dilation;
import static flambeau.args.Args.given;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;

import flambeau.args.Arg;
import flambeau.args.AutoPadding;
import flambeau.args.Padding;
import flambeau.args.Sizes;
import flambeau.array.DType;
import flambeau.tensor.Convolutions;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Convolutions over 1 to 3 space axes. */
abstract sealed class Convolution extends Pads permits TransposedConvolution {
    Convolution() {}

    /**
     * Like {@link #conv2d(Tensor, Tensor, Tensor, Arg...)} over one space axis.
     *
     * @param x [n, c, l] or [c, l]
     * @param w [out, c / groups, k]
     * @param args stride (1), padding (0), dilation (1), groups (1)
     */
    @SafeVarargs
    public static Tensor conv1d(Tensor x, Tensor w, Arg<? super Takes.Conv>... args) {
        return convolve("conv1d", 1, x, w, null, args);
    }

    /**
     * Like {@link #conv2d(Tensor, Tensor, Tensor, Arg...)} over one space axis.
     *
     * @param x [n, c, l] or [c, l]
     * @param w [out, c / groups, k]
     * @param b [out], or null
     * @param args stride (1), padding (0), dilation (1), groups (1)
     */
    @SafeVarargs
    public static Tensor conv1d(Tensor x, Tensor w, @Nullable Tensor b, Arg<? super Takes.Conv>... args) {
        return convolve("conv1d", 1, x, w, b, args);
    }

    /** Like {@link #conv2d(Tensor, Tensor, Tensor, Arg...)} without a bias. */
    @SafeVarargs
    public static Tensor conv2d(Tensor x, Tensor w, Arg<? super Takes.Conv>... args) {
        return convolve("conv2d", 2, x, w, null, args);
    }

    /**
     * {@code y[n, o, i, j] = b[o] + sum over c, p, q of w[o, c, p, q] x[n, c, i s + p d - pad, j s + q d - pad]}: windows of
     * the image times the kernel, without turning it around.
     *
     * <p>Source: {@code torch.nn.functional.conv2d}; Dumoulin and Visin, A guide to convolution arithmetic for deep learning.
     *
     * {@snippet :
     * var y = conv2d(x, w, b, stride(2), padding(1));
     * }
     *
     * @param x [n, c, h, w] or [c, h, w]
     * @param w [out, c / groups, kh, kw]
     * @param b [out], or null
     * @param args stride (1), padding (0; or SAME, VALID), dilation (1): one size or one an axis; groups (1)
     * @return [n, out, h', w'] or [out, h', w'] with {@code h' = (h + 2 padding - dilation (kh - 1) - 1) / stride + 1}, rounded
     *     down
     * @throws IllegalArgumentException if shapes or dtypes do not agree, a group does not divide the channels, the kernel is
     *     larger than the padded image, or SAME meets a stride
     */
    @SafeVarargs
    public static Tensor conv2d(Tensor x, Tensor w, @Nullable Tensor b, Arg<? super Takes.Conv>... args) {
        return convolve("conv2d", 2, x, w, b, args);
    }

    /**
     * Like {@link #conv2d(Tensor, Tensor, Tensor, Arg...)} over three space axes.
     *
     * @param x [n, c, d, h, w] or [c, d, h, w]
     * @param w [out, c / groups, kd, kh, kw]
     * @param args stride (1), padding (0), dilation (1), groups (1)
     */
    @SafeVarargs
    public static Tensor conv3d(Tensor x, Tensor w, Arg<? super Takes.Conv>... args) {
        return convolve("conv3d", 3, x, w, null, args);
    }

    /**
     * Like {@link #conv2d(Tensor, Tensor, Tensor, Arg...)} over three space axes.
     *
     * @param x [n, c, d, h, w] or [c, d, h, w]
     * @param w [out, c / groups, kd, kh, kw]
     * @param b [out], or null
     * @param args stride (1), padding (0), dilation (1), groups (1)
     */
    @SafeVarargs
    public static Tensor conv3d(Tensor x, Tensor w, @Nullable Tensor b, Arg<? super Takes.Conv>... args) {
        return convolve("conv3d", 3, x, w, b, args);
    }

    private static Tensor convolve(String op, int axes, Tensor x, Tensor w, @Nullable Tensor b, Arg<?>[] args) {
        var stride = Sizes.of(op, "stride", given(args, stride(1)).sizes(), axes, 1);
        var dilation = Sizes.of(op, "dilation", given(args, dilation(1)).sizes(), axes, 1);
        int groups = given(args, groups(1)).value();
        var padding = given(args, padding(0));
        boolean batch = Axes.isBatch(op, axes, x);
        checkWeight(op, axes, x, w, b, groups);
        var places = places(op, axes, padding, w, dilation);
        var images = batch ? x : x.unsqueeze(0);
        if (padding.auto() == AutoPadding.SAME) {
            if (Arrays.stream(stride).anyMatch(s -> s != 1))
                throw Refusal.of("%s: padding SAME takes stride 1, got %s", op, Arrays.toString(stride));
            images = evened(images, w, dilation);
        }
        for (int i = 0; i < axes; i++)
            if (images.size(i + 2) + 2L * places[i] <= dilation[i] * (w.size(i + 2) - 1L))
                throw Refusal.of(
                        "%s: weight %s with dilation %s is larger than input %s with padding %s",
                        op,
                        w.shape().text(),
                        Arrays.toString(dilation),
                        x.shape().text(),
                        Arrays.toString(places));
        var y = Convolutions.convolution(images, w, b, stride, places, dilation, groups);
        return batch ? y : y.squeeze(0);
    }

    /** The places on both sides of each axis; of SAME those that are there on both. */
    private static int[] places(String op, int axes, Padding padding, Tensor w, int[] dilation) {
        if (padding.auto() == null) return Sizes.of(op, "padding", padding.sizes(), axes, 0);
        var places = new int[axes];
        if (padding.auto() == AutoPadding.SAME)
            for (int i = 0; i < axes; i++) places[i] = dilation[i] * (w.size(i + 2) - 1) / 2;
        return places;
    }

    /** {@code x} with one more place at the end of each axis where SAME needs an odd number of them. */
    private static Tensor evened(Tensor x, Tensor w, int[] dilation) {
        int axes = dilation.length;
        var more = new int[2 * axes];
        for (int i = 0; i < axes; i++) more[2 * (axes - 1 - i) + 1] = dilation[i] * (w.size(i + 2) - 1) % 2;
        return pad(x, more);
    }

    private static void checkWeight(String op, int axes, Tensor x, Tensor w, @Nullable Tensor b, int groups) {
        if (w.dim() != axes + 2)
            throw Refusal.of(
                    "%s: weight must have %d dimensions, got %s",
                    op, axes + 2, w.shape().text());
        int c = x.size(-1 - axes), out = w.size(0), taken = w.size(1) * groups;
        if (groups < 1) throw Refusal.of("%s: groups must be at least 1, got %d", op, groups);
        if (c % groups != 0)
            throw Refusal.of("%s: input channels (%d) must be divisible by groups (%d)", op, c, groups);
        if (out % groups != 0)
            throw Refusal.of("%s: output channels (%d) must be divisible by groups (%d)", op, out, groups);
        if (c != taken)
            throw Refusal.of(
                    "%s: input has %d channel%s, weight %s takes %d%s",
                    op, c, c == 1 ? "" : "s", w.shape().text(), taken, groups == 1 ? "" : " in " + groups + " groups");
        if (w.numel() == 0)
            throw Refusal.of(
                    "%s: weight must not be empty, got %s", op, w.shape().text());
        if (b != null && (b.dim() != 1 || b.size(0) != out))
            throw Refusal.of("%s: bias must be [%d], got %s", op, out, b.shape().text());
        if (x.dtype() != w.dtype() || b != null && b.dtype() != w.dtype())
            throw Refusal.of(
                    "%s: input (%s), weight (%s)%s must have one dtype",
                    op, x.dtype(), w.dtype(), b == null ? "" : " and bias (" + b.dtype() + ")");
        if (x.dtype() == DType.BOOL) throw Refusal.of("%s: a bool tensor has no convolution", op);
    }
}
