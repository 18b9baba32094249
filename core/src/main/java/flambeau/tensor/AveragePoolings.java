package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import flambeau.kernel.Spans;
import org.jspecify.annotations.Nullable;

/** Average pooling over 1 to 3 space axes. Arguments are resolved. What users call is {@code F.avgPool2d} and its kin. */
public final class AveragePoolings {
    private AveragePoolings() {}

    /**
     * The average of each window.
     *
     * @param x [n, c, h, w] (or 1 or 3 space axes)
     * @param ceilMode whether a window may hang over the end
     * @param countIncludePad whether places of the padding count
     * @param divisor what sums are divided by instead of the number of places, or null
     * @throws IllegalArgumentException if a window does not fit
     */
    public static Tensor average(
            Tensor x,
            int[] kernel,
            int[] stride,
            int[] padding,
            boolean ceilMode,
            boolean countIncludePad,
            @Nullable Integer divisor) {
        int axes = kernel.length;
        var dilation = new int[axes];
        java.util.Arrays.fill(dilation, 1);
        var window = new Window(kernel, stride, padding, dilation);
        var shape = Poolings.outputs("avgPool", x, window, ceilMode);
        var spans = new Spans[axes];
        for (int i = 0; i < axes; i++) {
            spans[i] = Spans.of(window, i, x.size(i + 2), shape.get(i + 2), countIncludePad);
            if (divisor != null) spans[i] = spans[i].counting(i == 0 ? divisor : 1);
        }
        return forward(axes == 1 ? "Squeeze" : "AvgPool%dD".formatted(axes), axes == 1 ? 1 : 0, x, shape, spans);
    }

    /**
     * The averages of windows that cover the image evenly.
     *
     * @param x [n, c, h, w] (or 1 or 3 space axes)
     * @param sizes the number of windows along each axis
     */
    public static Tensor adaptive(Tensor x, int[] sizes) {
        int axes = sizes.length;
        var shape = x.shape();
        boolean one = true;
        var spans = new Spans[axes];
        for (int i = 0; i < axes; i++) {
            shape = shape.with(i + 2, sizes[i]);
            spans[i] = Spans.even(x.size(i + 2), sizes[i]);
            one &= sizes[i] == 1;
        }
        var name = axes == 1 ? "Squeeze" : one ? "Mean" : "AdaptiveAvgPool%dD".formatted(axes);
        return forward(name, axes == 1 || one ? 1 : 0, x, shape, spans);
    }

    private static Tensor forward(String name, int variant, Tensor x, Shape shape, Spans[] spans) {
        var y = Array.empty(Poolings.layout(x.raw(), shape), x.dtype());
        if (y.count() > 0) Kernels.averagePool(x.array(), y, Spans.threeAxes(spans));
        return Op.of(name, variant, new Tensor(y))
                .wrt(x, dy -> gradient(name, dy, x.shape(), spans))
                .result();
    }

    private static Tensor gradient(String name, Tensor dy, Shape shape, Spans[] spans) {
        var dx = Array.empty(Poolings.layout(dy.raw(), shape), dy.dtype());
        if (dy.numel() == 0) dx.zero();
        else Kernels.averagePoolBackward(dy.array(), dx, Spans.threeAxes(spans));
        return Op.of(name + "Backward", new Tensor(dx))
                .wrt(dy, g -> forward(name, 0, g, dy.shape(), spans))
                .result();
    }
}
