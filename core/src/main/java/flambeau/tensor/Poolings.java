package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;

/** Pooling over 1 to 3 space axes. Arguments are resolved: one entry a space axis. What users call is {@code F.maxPool2d}. */
public final class Poolings {
    private Poolings() {}

    /**
     * The largest value of each window, and where it stands in its plane, counted in rows (int32; F gives int64).
     *
     * @param x [n, c, h, w] (or 1 or 3 space axes)
     * @param ceilMode whether a window may hang over the end
     */
    public static ValuesIndices max(
            Tensor x, int[] kernel, int[] stride, int[] padding, int[] dilation, boolean ceilMode) {
        var window = new Window(kernel, stride, padding, dilation);
        var layout = maxLayout(x, window, ceilMode);
        var y = Array.empty(layout, x.dtype());
        var place = new Tensor(Array.empty(layout, DType.INT32));
        if (y.count() > 0) Kernels.maxPool(x.array(), y, place.raw(), window);
        boolean flat = kernel.length == 1; // PyTorch pools with two axes and squeezes one
        var values = Op.of(
                        flat ? "Squeeze" : "MaxPool%dDWithIndices".formatted(kernel.length),
                        flat ? 1 : 0,
                        new Tensor(y))
                .wrt(x, dy -> maxGradient(dy, place, x.shape(), window))
                .result();
        return new ValuesIndices(values, place);
    }

    /** Like {@link #max}, without the places, which nobody needs unless a gradient is recorded. */
    public static Tensor maxValues(
            Tensor x, int[] kernel, int[] stride, int[] padding, int[] dilation, boolean ceilMode) {
        if (x.isRecorded())
            return max(x, kernel, stride, padding, dilation, ceilMode).values();
        var window = new Window(kernel, stride, padding, dilation);
        var y = Array.empty(maxLayout(x, window, ceilMode), x.dtype());
        if (y.count() > 0) Kernels.maxPool(x.array(), y, null, window);
        return new Tensor(y);
    }

    private static Layout maxLayout(Tensor x, Window window, boolean ceilMode) {
        Check.that(
                x.dim() == window.rank() + 2,
                "maxPool%dd: the input must have %d dimensions, got %s",
                window.rank(),
                window.rank() + 2,
                x.shape());
        return layout(x.raw(), outputs("maxPool", x, window, ceilMode));
    }

    /** The order in which an image of this shape that comes from {@code x} lies in memory. */
    static Layout layout(Array x, Shape shape) {
        return x.layout().isChannelsLast() ? Layout.channelsLast(shape) : Layout.contiguous(shape);
    }

    /** The shape of what pooling makes of {@code x}. */
    static Shape outputs(String op, Tensor x, Window window, boolean ceilMode) {
        var shape = x.shape();
        for (int i = 0; i < window.rank(); i++) {
            int size = x.size(i + 2), n = window.outputs(i, size);
            Check.that(size > 0, "%s%dd: an axis of the input %s is empty", op, window.rank(), x.shape());
            if (ceilMode) {
                int reach = size + 2 * window.padding()[i] - window.dilation()[i] * (window.kernel()[i] - 1) - 1;
                n = Math.ceilDiv(reach, window.stride()[i]) + 1;
                // the last window must begin inside the image or its padding on the left
                if ((n - 1) * window.stride()[i] >= size + window.padding()[i]) n--;
            }
            Check.that(
                    n > 0,
                    "%s%dd: a window of %d places (dilation %d, padding %d) does not fit into an axis of size %d",
                    op,
                    window.rank(),
                    window.kernel()[i],
                    window.dilation()[i],
                    window.padding()[i],
                    size);
            shape = shape.with(i + 2, n);
        }
        return shape;
    }

    private static Tensor maxGradient(Tensor dy, Tensor place, Shape shape, Window window) {
        var layout = layout(place.raw(), shape);
        var dx = Array.empty(layout, dy.dtype());
        if (dy.count() == 0) dx.zero();
        else Kernels.maxPoolBackward(dy.array(), place.array(), dx, window);
        return Op.of("MaxPool%dDWithIndicesBackward".formatted(window.rank()), new Tensor(dx))
                .wrt(dy, g -> g.flatten(2).gather(2, place.toLong().flatten(2)).reshape(place.shape()))
                .result();
    }
}
