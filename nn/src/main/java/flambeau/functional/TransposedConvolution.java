package flambeau.functional;

import static flambeau.args.Args.dilation;
import static flambeau.args.Args.given;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.outputPadding;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;

import flambeau.args.Arg;
import flambeau.args.Sizes;
import flambeau.array.DType;
import flambeau.tensor.Convolutions;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Transposed convolutions over 1 to 3 space axes, and convolution over time. */
abstract sealed class TransposedConvolution extends Convolution permits Pooling {
    TransposedConvolution() {}

    /** Like {@link #convTranspose1d(Tensor, Tensor, Tensor, Arg...)} without a bias. */
    @SafeVarargs
    public static Tensor convTranspose1d(Tensor x, Tensor weight, Arg<? super Takes.ConvTranspose>... args) {
        return transpose("convTranspose1d", 1, x, weight, null, args);
    }

    /**
     * Like {@link #convTranspose2d(Tensor, Tensor, Tensor, Arg...)} over one space axis.
     *
     * @param x [n, c, l] or [c, l]
     * @param weight [c, out / groups, k]
     * @param bias [out], or null
     * @param args stride (1), padding (0), outputPadding (0), groups (1), dilation (1)
     */
    @SafeVarargs
    public static Tensor convTranspose1d(
            Tensor x, Tensor weight, @Nullable Tensor bias, Arg<? super Takes.ConvTranspose>... args) {
        return transpose("convTranspose1d", 1, x, weight, bias, args);
    }

    /** Like {@link #convTranspose2d(Tensor, Tensor, Tensor, Arg...)} without a bias. */
    @SafeVarargs
    public static Tensor convTranspose2d(Tensor x, Tensor weight, Arg<? super Takes.ConvTranspose>... args) {
        return transpose("convTranspose2d", 2, x, weight, null, args);
    }

    /**
     * What conv2d's gradient does to an image: {@code y[n, o, i s + p d - pad, j s + q d - pad]} is b[o] plus the sum over c, p, q
     * of {@code w[c, o, p, q] x[n, c, i, j]}.
     *
     * <p>Source: {@code torch.nn.functional.conv_transpose2d}; Dumoulin and Visin, A guide to convolution arithmetic for deep
     * learning.
     *
     * @param x [n, c, h, w] or [c, h, w]
     * @param weight [c, out / groups, kh, kw]
     * @param bias [out], or null
     * @param args stride (1), padding (0: the places that are cut off on both sides), outputPadding (0: places added to the end,
     *     less than stride or dilation), dilation (1): one size or one an axis; groups (1)
     * @return [n, out, h', w'] or [out, h', w'] with {@code h' = (h - 1) stride - 2 padding + dilation (kh - 1) + outputPadding +
     *     1}
     * @throws IllegalArgumentException if shapes or dtypes do not agree, a group does not divide the channels, outputPadding is
     *     too large, or nothing is left
     */
    @SafeVarargs
    public static Tensor convTranspose2d(
            Tensor x, Tensor weight, @Nullable Tensor bias, Arg<? super Takes.ConvTranspose>... args) {
        return transpose("convTranspose2d", 2, x, weight, bias, args);
    }

    /** Like {@link #convTranspose3d(Tensor, Tensor, Tensor, Arg...)} without a bias. */
    @SafeVarargs
    public static Tensor convTranspose3d(Tensor x, Tensor weight, Arg<? super Takes.ConvTranspose>... args) {
        return transpose("convTranspose3d", 3, x, weight, null, args);
    }

    /**
     * Like {@link #convTranspose2d(Tensor, Tensor, Tensor, Arg...)} over three space axes.
     *
     * @param x [n, c, d, h, w] or [c, d, h, w]
     * @param weight [c, out / groups, kd, kh, kw]
     * @param bias [out], or null
     * @param args stride (1), padding (0), outputPadding (0), groups (1), dilation (1)
     */
    @SafeVarargs
    public static Tensor convTranspose3d(
            Tensor x, Tensor weight, @Nullable Tensor bias, Arg<? super Takes.ConvTranspose>... args) {
        return transpose("convTranspose3d", 3, x, weight, bias, args);
    }

    /** Like {@link #convTbc(Tensor, Tensor, Tensor, int)} without padding. */
    public static Tensor convTbc(Tensor x, Tensor weight, Tensor bias) {
        return convTbc(x, weight, bias, 0);
    }

    /**
     * Convolution over the first axis, time: {@code y[t, n, o] = b[o] + sum over k, c of w[k, c, o] x[t + k - pad, n, c]}.
     *
     * @param x [t, n, c]
     * @param weight [k, c, out]
     * @param bias [out]
     * @param pad the zeros before and after
     * @return [t + 2 pad - k + 1, n, out]
     */
    public static Tensor convTbc(Tensor x, Tensor weight, Tensor bias, int pad) {
        if (x.dim() != 3 || weight.dim() != 3)
            throw Refusal.of(
                    "convTbc: input and weight must have 3 dimensions, got %s and %s",
                    x.shape().text(), weight.shape().text());
        if (pad >= 0 && x.size(2) == weight.size(1) && x.size(0) + 2 * pad + 1 == weight.size(0))
            return x.narrow(0, 0, 0).matmul(weight.select(0, 0)).add(bias); // no time is left
        return conv1d(x.permute(1, 2, 0), weight.permute(2, 1, 0), bias, padding(pad))
                .permute(2, 0, 1);
    }

    private static Tensor transpose(
            String op, int axes, Tensor x, Tensor weight, @Nullable Tensor bias, Arg<?>[] args) {
        var stride = Sizes.of(op, "stride", given(args, stride(1)).sizes(), axes, 1);
        var dilation = Sizes.of(op, "dilation", given(args, dilation(1)).sizes(), axes, 1);
        int groups = given(args, groups(1)).value();
        var word = given(args, padding(0));
        if (word.auto() != null)
            throw Refusal.of("%s: padding takes sizes, got %s", op, word.auto().name());
        var padding = Sizes.of(op, "padding", word.sizes(), axes, 0);
        var more = Sizes.of(op, "outputPadding", given(args, outputPadding(0)).sizes(), axes, 0)
                .clone();
        boolean batch = Axes.isBatch(op, axes, x);
        checkTransposed(op, axes, x, weight, bias, groups);
        for (int i = 0; i < axes; i++)
            if (more[i] >= stride[i] && more[i] >= dilation[i])
                throw Refusal.of(
                        "%s: outputPadding must be less than stride or dilation, got %s for stride %s and dilation %s",
                        op, Arrays.toString(more), Arrays.toString(stride), Arrays.toString(dilation));
        var images = longer(batch ? x : x.unsqueeze(0), more, stride);
        var y = Convolutions.transposed(images, weight, bias, stride, padding, more, dilation, groups);
        return batch ? y : y.squeeze(0);
    }

    /** Zeros at the end of {@code x} instead of a whole stride or more of output padding. */
    private static Tensor longer(Tensor x, int[] more, int[] stride) {
        int axes = stride.length;
        var places = new int[2 * axes];
        boolean any = false;
        for (int i = 0; i < axes; i++) {
            places[2 * (axes - 1 - i) + 1] = more[i] / stride[i];
            any |= more[i] >= stride[i];
            more[i] %= stride[i];
        }
        return any ? pad(x, places) : x;
    }

    private static void checkTransposed(
            String op, int axes, Tensor x, Tensor weight, @Nullable Tensor bias, int groups) {
        if (weight.dim() != axes + 2)
            throw Refusal.of(
                    "%s: weight must have %d dimensions, got %s",
                    op, axes + 2, weight.shape().text());
        if (groups < 1) throw Refusal.of("%s: groups must be at least 1, got %d", op, groups);
        int c = x.size(-1 - axes), out = weight.size(1) * groups;
        if (c != weight.size(0))
            throw Refusal.of(
                    "%s: input has %d channel%s, weight %s takes %d",
                    op, c, c == 1 ? "" : "s", weight.shape().text(), weight.size(0));
        if (c % groups != 0)
            throw Refusal.of("%s: input channels (%d) must be divisible by groups (%d)", op, c, groups);
        if (weight.numel() == 0)
            throw Refusal.of(
                    "%s: weight must not be empty, got %s", op, weight.shape().text());
        Axes.checkLast(op, axes, x);
        if (bias != null && (bias.dim() != 1 || bias.size(0) != out))
            throw Refusal.of(
                    "%s: bias must be [%d], got %s", op, out, bias.shape().text());
        if (x.dtype() != weight.dtype() || bias != null && bias.dtype() != weight.dtype())
            throw Refusal.of(
                    "%s: input (%s), weight (%s)%s must have one dtype",
                    op, x.dtype(), weight.dtype(), bias == null ? "" : " and bias (" + bias.dtype() + ")");
        if (!x.dtype().isFloatingPoint() && x.dtype() != DType.INT64)
            throw Refusal.of("%s: the dtype must be floating or int64, got %s", op, x.dtype());
    }
}
