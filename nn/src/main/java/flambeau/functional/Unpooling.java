package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.padding;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputSize;
import flambeau.args.Sizes;
import flambeau.args.Stride;
import flambeau.array.DType;
import flambeau.tensor.RegionPoolings;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The inverse of maximum pooling, over 1 to 3 space axes. */
abstract sealed class Unpooling extends FractionalPooling permits RowNormalization {
    Unpooling() {}

    /** Like {@link #maxUnpool2d(Tensor, Tensor, Kernel, Arg...)} over one space axis. */
    @SafeVarargs
    public static Tensor maxUnpool1d(Tensor x, Tensor indices, int kernel, Arg<? super Takes.MaxUnpool>... args) {
        return unpool("maxUnpool1d", 1, x, indices, kernel(kernel), args);
    }

    /** Like {@link #maxUnpool2d(Tensor, Tensor, Kernel, Arg...)} for windows of one size along all axes. */
    @SafeVarargs
    public static Tensor maxUnpool2d(Tensor x, Tensor indices, int kernel, Arg<? super Takes.MaxUnpool>... args) {
        return unpool("maxUnpool2d", 2, x, indices, kernel(kernel), args);
    }

    /**
     * Zeros but for what maximum pooling has found, which goes back to where it stood.
     *
     * {@snippet :
     * var found = maxPool2dWithIndices(x, 2);
     * var y = maxUnpool2d(found.values(), found.indices(), 2);
     * }
     *
     * @param x [n, c, h, w] or [c, h, w], floating
     * @param indices int64 in x's shape: places in the planes of the output, counted in rows
     * @param kernel the sizes of the windows: one, or one an axis
     * @param args stride (the kernel), padding (0): those of the pooling; outputSize ({@code (h - 1) stride - 2 padding + kernel}):
     *     sizes of the space axes or of the whole output, less than a stride away from that
     * @return [n, c, h', w'] or [c, h', w']
     * @throws IllegalArgumentException if shapes do not agree or the output cannot have this size
     * @throws IndexOutOfBoundsException if an index lies outside of the output
     */
    @SafeVarargs
    public static Tensor maxUnpool2d(Tensor x, Tensor indices, Kernel kernel, Arg<? super Takes.MaxUnpool>... args) {
        return unpool("maxUnpool2d", 2, x, indices, kernel, args);
    }

    /** Like {@link #maxUnpool3d(Tensor, Tensor, Kernel, Arg...)} for windows of one size along all axes. */
    @SafeVarargs
    public static Tensor maxUnpool3d(Tensor x, Tensor indices, int kernel, Arg<? super Takes.MaxUnpool>... args) {
        return unpool("maxUnpool3d", 3, x, indices, kernel(kernel), args);
    }

    /** Like {@link #maxUnpool2d(Tensor, Tensor, Kernel, Arg...)} over three space axes. */
    @SafeVarargs
    public static Tensor maxUnpool3d(Tensor x, Tensor indices, Kernel kernel, Arg<? super Takes.MaxUnpool>... args) {
        return unpool("maxUnpool3d", 3, x, indices, kernel, args);
    }

    private static Tensor unpool(String op, int axes, Tensor x, Tensor indices, Kernel size, Arg<?>[] args) {
        var kernel = Sizes.of(op, "kernel", size.sizes(), axes, 1);
        var given = given(args, Stride.class);
        var stride = given == null ? kernel : Sizes.of(op, "stride", given.sizes(), axes, 1);
        var word = given(args, padding(0));
        if (word.auto() != null)
            throw Refusal.of("%s: padding takes sizes, got %s", op, word.auto().name());
        var padding = Sizes.of(op, "padding", word.sizes(), axes, 0);
        boolean batch = Axes.isBatch(op, axes, x);
        Axes.checkFilled(op, axes, x);
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("%s: the dtype must be floating, got %s", op, x.dtype());
        if (indices.dtype() != DType.INT64) throw Refusal.of("%s: indices must be int64, got %s", op, indices.dtype());
        if (!indices.shape().equals(x.shape()))
            throw Refusal.of(
                    "%s: input %s and indices %s must have one shape",
                    op, x.shape().text(), indices.shape().text());
        var sizes = new int[axes];
        for (int i = 0; i < axes; i++) sizes[i] = (x.size(i - axes) - 1) * stride[i] - 2 * padding[i] + kernel[i];
        resize(op, sizes, stride, given(args, OutputSize.class));
        if (batch) return RegionPoolings.unpool(x, indices, sizes);
        return RegionPoolings.unpool(x.unsqueeze(0), indices.unsqueeze(0), sizes)
                .squeeze(0);
    }

    /** The sizes that were asked for instead of the usual ones. */
    private static void resize(String op, int[] sizes, int[] stride, @Nullable OutputSize wanted) {
        int axes = sizes.length;
        int n = wanted == null ? axes : wanted.sizes().length;
        if (n != axes && n != axes + 2)
            throw Refusal.of("%s: outputSize takes %d or %d sizes, got %d", op, axes, axes + 2, n);
        for (int i = 0; i < axes; i++) {
            var size = wanted == null ? Integer.valueOf(sizes[i]) : wanted.sizes()[n - axes + i];
            if (size == null) throw Refusal.of("%s: outputSize must not be null", op);
            if (Math.abs(size - sizes[i]) >= stride[i])
                throw Refusal.of(
                        "%s: outputSize must be less than a stride (%d) away from %d, got %d",
                        op, stride[i], sizes[i], size);
            sizes[i] = size;
            if (size < 1) throw Refusal.of("%s: the output would have size %d", op, size);
        }
    }
}
