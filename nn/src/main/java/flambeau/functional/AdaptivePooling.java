package flambeau.functional;

import static flambeau.args.Args.outputSize;

import flambeau.args.OutputSize;
import flambeau.tensor.AveragePoolings;
import flambeau.tensor.RegionPoolings;
import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;

/** Pooling to an output of given size, over 1 to 3 space axes. */
abstract sealed class AdaptivePooling extends AveragePooling permits FractionalPooling {
    AdaptivePooling() {}

    /** Like {@link #adaptiveAvgPool2d(Tensor, OutputSize)} over one space axis. */
    public static Tensor adaptiveAvgPool1d(Tensor x, int outputSize) {
        return average("adaptiveAvgPool1d", 1, x, outputSize(outputSize));
    }

    /** Like {@link #adaptiveAvgPool2d(Tensor, OutputSize)} with one size for all axes. */
    public static Tensor adaptiveAvgPool2d(Tensor x, int outputSize) {
        return average("adaptiveAvgPool2d", 2, x, outputSize(outputSize));
    }

    /**
     * The averages of windows that cover the image evenly: window i of n stretches from {@code i h / n}, rounded down, to
     * {@code (i + 1) h / n}, rounded up.
     *
     * {@snippet :
     * var y = adaptiveAvgPool2d(x, outputSize(5, null));
     * }
     *
     * @param x [n, c, h, w] or [c, h, w], floating
     * @param outputSize the sizes of the output: one, or one an axis, null being that of the input
     * @return [n, c, h', w'] or [c, h', w'] with the sizes that were asked for
     * @throws IllegalArgumentException if the input is no image, is not floating or has an empty axis, or a size is negative
     */
    public static Tensor adaptiveAvgPool2d(Tensor x, OutputSize outputSize) {
        return average("adaptiveAvgPool2d", 2, x, outputSize);
    }

    /** Like {@link #adaptiveAvgPool3d(Tensor, OutputSize)} with one size for all axes. */
    public static Tensor adaptiveAvgPool3d(Tensor x, int outputSize) {
        return average("adaptiveAvgPool3d", 3, x, outputSize(outputSize));
    }

    /** Like {@link #adaptiveAvgPool2d(Tensor, OutputSize)} over three space axes. */
    public static Tensor adaptiveAvgPool3d(Tensor x, OutputSize outputSize) {
        return average("adaptiveAvgPool3d", 3, x, outputSize);
    }

    /** Like {@link #adaptiveMaxPool2d(Tensor, OutputSize)} over one space axis. */
    public static Tensor adaptiveMaxPool1d(Tensor x, int outputSize) {
        return adaptiveMaxPool1dWithIndices(x, outputSize).values();
    }

    /** Like {@link #adaptiveMaxPool1d}, also telling where in its row each maximum stands. */
    public static ValuesIndices adaptiveMaxPool1dWithIndices(Tensor x, int outputSize) {
        return max("adaptiveMaxPool1d", 1, x, outputSize(outputSize));
    }

    /** Like {@link #adaptiveMaxPool2d(Tensor, OutputSize)} with one size for all axes. */
    public static Tensor adaptiveMaxPool2d(Tensor x, int outputSize) {
        return adaptiveMaxPool2dWithIndices(x, outputSize).values();
    }

    /** The largest values of the windows of {@link #adaptiveAvgPool2d(Tensor, OutputSize)}; NaN is above all. */
    public static Tensor adaptiveMaxPool2d(Tensor x, OutputSize outputSize) {
        return adaptiveMaxPool2dWithIndices(x, outputSize).values();
    }

    /** Like {@link #adaptiveMaxPool2dWithIndices(Tensor, OutputSize)} with one size for all axes. */
    public static ValuesIndices adaptiveMaxPool2dWithIndices(Tensor x, int outputSize) {
        return max("adaptiveMaxPool2d", 2, x, outputSize(outputSize));
    }

    /**
     * Like {@link #adaptiveMaxPool2d(Tensor, OutputSize)}, also telling where in its plane each maximum stands (int64, counted
     * in rows).
     */
    public static ValuesIndices adaptiveMaxPool2dWithIndices(Tensor x, OutputSize outputSize) {
        return max("adaptiveMaxPool2d", 2, x, outputSize);
    }

    /** Like {@link #adaptiveMaxPool3d(Tensor, OutputSize)} with one size for all axes. */
    public static Tensor adaptiveMaxPool3d(Tensor x, int outputSize) {
        return adaptiveMaxPool3dWithIndices(x, outputSize).values();
    }

    /** The largest values of the windows of {@link #adaptiveAvgPool3d(Tensor, OutputSize)}; NaN is above all. */
    public static Tensor adaptiveMaxPool3d(Tensor x, OutputSize outputSize) {
        return adaptiveMaxPool3dWithIndices(x, outputSize).values();
    }

    /** Like {@link #adaptiveMaxPool3dWithIndices(Tensor, OutputSize)} with one size for all axes. */
    public static ValuesIndices adaptiveMaxPool3dWithIndices(Tensor x, int outputSize) {
        return max("adaptiveMaxPool3d", 3, x, outputSize(outputSize));
    }

    /**
     * Like {@link #adaptiveMaxPool3d(Tensor, OutputSize)}, also telling where in its volume each maximum stands (int64, counted
     * in rows).
     */
    public static ValuesIndices adaptiveMaxPool3dWithIndices(Tensor x, OutputSize outputSize) {
        return max("adaptiveMaxPool3d", 3, x, outputSize);
    }

    private static Tensor average(String op, int axes, Tensor x, OutputSize size) {
        boolean batch = isImage(op, axes, x, axes == 3 && x.dim() == 5);
        var sizes = sizes(op, axes, x, size);
        var y = AveragePoolings.adaptive(batch ? x : x.unsqueeze(0), sizes);
        return batch ? y : y.squeeze(0);
    }

    private static ValuesIndices max(String op, int axes, Tensor x, OutputSize size) {
        boolean batch = isImage(op, axes, x, x.dim() == axes + 2);
        var found = RegionPoolings.adaptiveMax(batch ? x : x.unsqueeze(0), sizes(op, axes, x, size));
        return batch
                ? found
                : new ValuesIndices(found.values().squeeze(0), found.indices().squeeze(0));
    }

    private static boolean isImage(String op, int axes, Tensor x, boolean withChannels) {
        boolean batch = Axes.isBatch(op, axes, x);
        Axes.checkLast(op, withChannels ? axes + 1 : axes, x);
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("%s: the dtype must be floating, got %s", op, x.dtype());
        return batch;
    }

    private static int[] sizes(String op, int axes, Tensor x, OutputSize size) {
        var given = size.sizes();
        if (given == null || given.length != 1 && given.length != axes)
            throw Refusal.of(
                    "%s: outputSize takes 1%s size%s, got %s",
                    op, axes == 1 ? "" : " or " + axes, axes == 1 ? "" : "s", given == null ? 0 : given.length);
        var sizes = new int[axes];
        for (int i = 0; i < axes; i++) {
            var wanted = given[given.length == 1 ? 0 : i];
            sizes[i] = wanted == null ? x.size(i - axes) : wanted;
            if (sizes[i] < 0) throw Refusal.of("%s: outputSize must not be negative, got %d", op, sizes[i]);
        }
        return sizes;
    }
}
