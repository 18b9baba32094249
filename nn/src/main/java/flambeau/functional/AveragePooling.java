package flambeau.functional;

import static flambeau.args.Args.ceilMode;
import static flambeau.args.Args.countIncludePad;
import static flambeau.args.Args.given;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;

import flambeau.args.Arg;
import flambeau.args.DivisorOverride;
import flambeau.args.Kernel;
import flambeau.args.Sizes;
import flambeau.args.Stride;
import flambeau.array.DType;
import flambeau.tensor.AveragePoolings;
import flambeau.tensor.Tensor;
import java.util.Arrays;

/** Average and power-average pooling over 1 to 3 space axes. */
abstract sealed class AveragePooling extends Pooling permits AdaptivePooling {
    AveragePooling() {}

    /** Like {@link #avgPool2d(Tensor, Kernel, Arg...)} over one space axis, without divisorOverride. */
    @SafeVarargs
    public static Tensor avgPool1d(Tensor x, int kernel, Arg<? super Takes.AvgPool1d>... args) {
        return average("avgPool1d", 1, x, kernel(kernel), args);
    }

    /** Like {@link #avgPool2d(Tensor, Kernel, Arg...)} with windows of one size along all axes. */
    @SafeVarargs
    public static Tensor avgPool2d(Tensor x, int kernel, Arg<? super Takes.AvgPool>... args) {
        return average("avgPool2d", 2, x, kernel(kernel), args);
    }

    /**
     * The average of each window: {@code y[n, c, i, j]} is the sum over p, q of {@code x[n, c, i s + p - pad, j s + q - pad]},
     * divided by the number of places. Padding counts as zeros.
     *
     * {@snippet :
     * var y = avgPool2d(x, kernel(3, 2), stride(2), countIncludePad(false));
     * }
     *
     * @param x [n, c, h, w] or [c, h, w], floating or int64
     * @param kernel the sizes of the window: one, or one an axis
     * @param args stride (the kernel), padding (0, at most half the window): one size or one an axis; ceilMode (false): whether
     *     the last window may hang over the end; countIncludePad (true): whether places of the padding count; divisorOverride:
     *     what sums are divided by instead
     * @return [n, c, h', w'] or [c, h', w'] with {@code h' = (h + 2 padding - kh) / stride + 1}, rounded down, with ceilMode up
     * @throws IllegalArgumentException if the input is no image, has an empty axis, or a window does not fit
     */
    @SafeVarargs
    public static Tensor avgPool2d(Tensor x, Kernel kernel, Arg<? super Takes.AvgPool>... args) {
        return average("avgPool2d", 2, x, kernel, args);
    }

    /** Like {@link #avgPool3d(Tensor, Kernel, Arg...)} with windows of one size along all axes. */
    @SafeVarargs
    public static Tensor avgPool3d(Tensor x, int kernel, Arg<? super Takes.AvgPool>... args) {
        return average("avgPool3d", 3, x, kernel(kernel), args);
    }

    /** Like {@link #avgPool2d(Tensor, Kernel, Arg...)} over three space axes. */
    @SafeVarargs
    public static Tensor avgPool3d(Tensor x, Kernel kernel, Arg<? super Takes.AvgPool>... args) {
        return average("avgPool3d", 3, x, kernel, args);
    }

    private static Tensor average(String op, int axes, Tensor x, Kernel size, Arg<?>[] args) {
        var kernel = Sizes.of(op, "kernel", size.sizes(), axes, 1);
        var given = given(args, Stride.class);
        var stride = given == null ? kernel : Sizes.of(op, "stride", given.sizes(), axes, 1);
        var word = given(args, padding(0));
        if (word.auto() != null)
            throw Refusal.of("%s: padding takes sizes, got %s", op, word.auto().name());
        var padding = Sizes.of(op, "padding", word.sizes(), axes, 0);
        var ones = new int[axes];
        Arrays.fill(ones, 1);
        checkPadding(op, padding, kernel, ones);
        var divisor = given(args, DivisorOverride.class);
        if (divisor != null && divisor.value() == 0) throw Refusal.of("%s: divisorOverride must not be 0", op);
        boolean batch = Axes.isBatch(op, axes, x);
        Axes.checkFilled(op, axes, x);
        for (int i = 0; axes == 3 && i < axes; i++)
            if (x.size(i - axes) < kernel[i])
                throw Refusal.of(
                        "%s: a window of %s is larger than input %s",
                        op, Arrays.toString(kernel), x.shape().text());
        if (!x.dtype().isFloatingPoint() && x.dtype() != DType.INT64)
            throw Refusal.of("%s: the dtype must be floating or int64, got %s", op, x.dtype());
        var y = AveragePoolings.average(
                batch ? x : x.unsqueeze(0),
                kernel,
                stride,
                padding,
                given(args, ceilMode(false)).value(),
                given(args, countIncludePad(true)).value(),
                divisor == null ? null : divisor.value());
        return batch ? y : y.squeeze(0);
    }

    /** Like {@link #lpPool2d(Tensor, Number, Kernel, Arg...)} over one space axis. */
    @SafeVarargs
    public static Tensor lpPool1d(Tensor x, Number normType, int kernel, Arg<? super Takes.LpPool>... args) {
        return powers("lpPool1d", 1, x, normType, kernel(kernel), args);
    }

    /** Like {@link #lpPool2d(Tensor, Number, Kernel, Arg...)} with windows of one size along all axes. */
    @SafeVarargs
    public static Tensor lpPool2d(Tensor x, Number normType, int kernel, Arg<? super Takes.LpPool>... args) {
        return powers("lpPool2d", 2, x, normType, kernel(kernel), args);
    }

    /**
     * The power average of each window: {@code (sum x^p)^(1/p)}. With p 1 it is the sum.
     *
     * <p>As in PyTorch a window that hangs over the end counts as if its other places held the average of those it has.
     *
     * @param x [n, c, h, w] or [c, h, w]
     * @param normType p
     * @param kernel the sizes of the window: one, or one an axis
     * @param args stride (the kernel): one size or one an axis; ceilMode (false): whether the last window may hang over the end
     * @return [n, c, h', w'] or [c, h', w'] with {@code h' = (h - kh) / stride + 1}, rounded down, with ceilMode up
     */
    @SafeVarargs
    public static Tensor lpPool2d(Tensor x, Number normType, Kernel kernel, Arg<? super Takes.LpPool>... args) {
        return powers("lpPool2d", 2, x, normType, kernel, args);
    }

    /** Like {@link #lpPool3d(Tensor, Number, Kernel, Arg...)} with windows of one size along all axes. */
    @SafeVarargs
    public static Tensor lpPool3d(Tensor x, Number normType, int kernel, Arg<? super Takes.LpPool>... args) {
        return powers("lpPool3d", 3, x, normType, kernel(kernel), args);
    }

    /** Like {@link #lpPool2d(Tensor, Number, Kernel, Arg...)} over three space axes. */
    @SafeVarargs
    public static Tensor lpPool3d(Tensor x, Number normType, Kernel kernel, Arg<? super Takes.LpPool>... args) {
        return powers("lpPool3d", 3, x, normType, kernel, args);
    }

    private static Tensor powers(String op, int axes, Tensor x, Number p, Kernel size, Arg<?>[] args) {
        var kernel = Sizes.of(op, "kernel", size.sizes(), axes, 1);
        var given = given(args, Stride.class);
        var options = new Arg<?>[] {stride(given == null ? kernel : given.sizes()), given(args, ceilMode(false))};
        var means = average(op, axes, x.pow(p), size, options);
        int places = 1;
        for (int k : kernel) places *= k;
        return relu(means.abs()).mul(means.sign()).mul(places).pow(1 / p.doubleValue());
    }
}
