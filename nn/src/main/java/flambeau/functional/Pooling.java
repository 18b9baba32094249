package flambeau.functional;

import static flambeau.args.Args.ceilMode;
import static flambeau.args.Args.dilation;
import static flambeau.args.Args.given;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.padding;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.Sizes;
import flambeau.args.Stride;
import flambeau.array.DType;
import flambeau.tensor.Poolings;
import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;
import java.util.Arrays;

/** Pooling over 1 to 3 space axes. */
abstract sealed class Pooling extends TransposedConvolution permits AveragePooling {
    Pooling() {}

    /**
     * Like {@link #maxPool2d(Tensor, Kernel, Arg...)} over one space axis.
     *
     * @param x [n, c, l] or [c, l]
     * @param kernel the size of the window
     * @param args stride (the kernel), padding (0), dilation (1), ceilMode (false)
     */
    @SafeVarargs
    public static Tensor maxPool1d(Tensor x, int kernel, Arg<? super Takes.MaxPool>... args) {
        return values("maxPool1d", 1, x, kernel(kernel), args);
    }

    /** Like {@link #maxPool1d}, also telling where in its row each maximum stands. */
    @SafeVarargs
    public static ValuesIndices maxPool1dWithIndices(Tensor x, int kernel, Arg<? super Takes.MaxPool>... args) {
        return indexed(pool("maxPool1d", 1, x, kernel(kernel), args));
    }

    /** Like {@link #maxPool2d(Tensor, Kernel, Arg...)} with a square window. */
    @SafeVarargs
    public static Tensor maxPool2d(Tensor x, int kernel, Arg<? super Takes.MaxPool>... args) {
        return values("maxPool2d", 2, x, kernel(kernel), args);
    }

    /**
     * The largest value of each window: {@code y[n, c, i, j] = max over p, q of x[n, c, i s + p d - pad, j s + q d - pad]}.
     * Padding counts as minus infinity; NaN is above all.
     *
     * {@snippet :
     * var y = maxPool2d(x, kernel(3, 2), stride(2), ceilMode(true));
     * }
     *
     * @param x [n, c, h, w] or [c, h, w]
     * @param kernel the sizes of the window: one, or one an axis
     * @param args stride (the kernel), padding (0, at most half the window), dilation (1): one size or one an axis; ceilMode
     *     (false): whether the last window may hang over the end
     * @return [n, c, h', w'] or [c, h', w'] with {@code h' = (h + 2 padding - dilation (kh - 1) - 1) / stride + 1}, rounded
     *     down, with ceilMode up
     * @throws IllegalArgumentException if the input is no image, is bool, has an empty axis, or a window does not fit
     */
    @SafeVarargs
    public static Tensor maxPool2d(Tensor x, Kernel kernel, Arg<? super Takes.MaxPool>... args) {
        return values("maxPool2d", 2, x, kernel, args);
    }

    /** Like {@link #maxPool2dWithIndices(Tensor, Kernel, Arg...)} with a square window. */
    @SafeVarargs
    public static ValuesIndices maxPool2dWithIndices(Tensor x, int kernel, Arg<? super Takes.MaxPool>... args) {
        return indexed(pool("maxPool2d", 2, x, kernel(kernel), args));
    }

    /**
     * Like {@link #maxPool2d(Tensor, Kernel, Arg...)}, also telling where in its plane each maximum stands (int64, counted in
     * rows): PyTorch's {@code return_indices=True}.
     */
    @SafeVarargs
    public static ValuesIndices maxPool2dWithIndices(Tensor x, Kernel kernel, Arg<? super Takes.MaxPool>... args) {
        return indexed(pool("maxPool2d", 2, x, kernel, args));
    }

    /** Like {@link #maxPool3d(Tensor, Kernel, Arg...)} with a cubic window. */
    @SafeVarargs
    public static Tensor maxPool3d(Tensor x, int kernel, Arg<? super Takes.MaxPool>... args) {
        return values("maxPool3d", 3, x, kernel(kernel), args);
    }

    /**
     * Like {@link #maxPool2d(Tensor, Kernel, Arg...)} over three space axes.
     *
     * @param x [n, c, d, h, w] or [c, d, h, w]
     * @param kernel the sizes of the window: one, or one an axis
     * @param args stride (the kernel), padding (0), dilation (1), ceilMode (false)
     */
    @SafeVarargs
    public static Tensor maxPool3d(Tensor x, Kernel kernel, Arg<? super Takes.MaxPool>... args) {
        return values("maxPool3d", 3, x, kernel, args);
    }

    /** Like {@link #maxPool3dWithIndices(Tensor, Kernel, Arg...)} with a cubic window. */
    @SafeVarargs
    public static ValuesIndices maxPool3dWithIndices(Tensor x, int kernel, Arg<? super Takes.MaxPool>... args) {
        return indexed(pool("maxPool3d", 3, x, kernel(kernel), args));
    }

    /** Like {@link #maxPool3d(Tensor, Kernel, Arg...)}, also telling where in its volume each maximum stands. */
    @SafeVarargs
    public static ValuesIndices maxPool3dWithIndices(Tensor x, Kernel kernel, Arg<? super Takes.MaxPool>... args) {
        return indexed(pool("maxPool3d", 3, x, kernel, args));
    }

    private static ValuesIndices indexed(ValuesIndices found) {
        return new ValuesIndices(found.values(), found.indices().toLong());
    }

    /** A pooling with its options resolved. */
    private record Max(int[] kernel, int[] stride, int[] padding, int[] dilation, boolean ceil, boolean isBatch) {}

    private static ValuesIndices pool(String op, int axes, Tensor x, Kernel size, Arg<?>[] args) {
        var max = resolved(op, axes, x, size, args);
        if (max.isBatch) return Poolings.max(x, max.kernel, max.stride, max.padding, max.dilation, max.ceil);
        var found = Poolings.max(x.unsqueeze(0), max.kernel, max.stride, max.padding, max.dilation, max.ceil);
        return new ValuesIndices(found.values().squeeze(0), found.indices().squeeze(0));
    }

    private static Tensor values(String op, int axes, Tensor x, Kernel size, Arg<?>[] args) {
        var max = resolved(op, axes, x, size, args);
        if (max.isBatch) return Poolings.maxValues(x, max.kernel, max.stride, max.padding, max.dilation, max.ceil);
        return Poolings.maxValues(x.unsqueeze(0), max.kernel, max.stride, max.padding, max.dilation, max.ceil)
                .squeeze(0);
    }

    private static Max resolved(String op, int axes, Tensor x, Kernel size, Arg<?>[] args) {
        var kernel = Sizes.of(op, "kernel", size.sizes(), axes, 1);
        var given = given(args, Stride.class);
        var stride = given == null ? kernel : Sizes.of(op, "stride", given.sizes(), axes, 1);
        var dilation = Sizes.of(op, "dilation", given(args, dilation(1)).sizes(), axes, 1);
        var word = given(args, padding(0));
        if (word.auto() != null)
            throw Refusal.of("%s: padding takes sizes, got %s", op, word.auto().name());
        var padding = Sizes.of(op, "padding", word.sizes(), axes, 0);
        boolean batch = Axes.isBatch(op, axes, x),
                ceil = given(args, ceilMode(false)).value();
        if (x.dtype() == DType.BOOL) throw Refusal.of("%s: a bool tensor has no maxima", op);
        checkPadding(op, padding, kernel, dilation);
        Axes.checkFilled(op, axes, x);
        return new Max(kernel, stride, padding, dilation, ceil, batch);
    }

    /** Refuses padding of more than half a window. */
    static void checkPadding(String op, int[] padding, int[] kernel, int[] dilation) {
        for (int i = 0; i < padding.length; i++)
            if (padding[i] > (dilation[i] * (kernel[i] - 1) + 1) / 2)
                throw Refusal.of(
                        "%s: padding must be at most half the window, got %s for %s with dilation %s",
                        op, Arrays.toString(padding), Arrays.toString(kernel), Arrays.toString(dilation));
    }
}
