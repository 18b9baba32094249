package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import flambeau.kernel.Spans;
import java.lang.ref.Reference;
import java.util.Arrays;

/**
 * Maximum pooling over regions that follow from the size of the output, and its inverse. Arguments are resolved. What users call
 * is {@code F.adaptiveMaxPool2d}, {@code F.fractionalMaxPool2d}, {@code F.maxUnpool2d} and their kin.
 */
public final class RegionPoolings {
    private RegionPoolings() {}

    /**
     * The largest values of windows that cover the image evenly, and where they stand in their planes, counted in rows (int64).
     *
     * @param x [n, c, h, w] (or 1 or 3 space axes)
     * @param sizes the number of windows along each axis
     */
    public static ValuesIndices adaptiveMax(Tensor x, int[] sizes) {
        var spans = new Spans[sizes.length];
        for (int i = 0; i < sizes.length; i++) spans[i] = Spans.even(x.size(i + 2), sizes[i]);
        return max("AdaptiveMaxPool%dD".formatted(sizes.length), x, sizes, spans);
    }

    /**
     * The largest values of windows that begin at random places, and where they stand in their planes (int64).
     *
     * @param x [n, c, h, w] (or 3 space axes)
     * @param kernel the sizes of the windows
     * @param sizes the number of windows along each axis
     * @param samples [n, c, axes] of numbers between 0 and 1, for the last space axis first if there are two
     */
    public static ValuesIndices fractionalMax(Tensor x, int[] kernel, int[] sizes, Tensor samples) {
        int axes = sizes.length, planes = x.size(0) * x.size(1);
        var spans = new Spans[axes];
        for (int i = 0; i < axes; i++) {
            int[] from = new int[planes * sizes[i]], to = new int[from.length];
            var starts = samples.select(2, axes == 2 ? 1 - i : i)
                    .toDouble()
                    .contiguous()
                    .array();
            for (int plane = 0; plane < planes; plane++)
                begin(from, plane * sizes[i], sizes[i], x.size(i + 2) - kernel[i], starts.getDouble(plane), x.dtype());
            for (int j = 0; j < to.length; j++) to[j] = from[j] + kernel[i];
            spans[i] = new Spans(sizes[i], from, to, new int[sizes[i]]);
        }
        return max("FractionalMaxPool%dD".formatted(axes), x, sizes, spans);
    }

    /** Writes the first places of {@code n} windows over {@code room} + 1 places: in steps that are rounded down. */
    private static void begin(int[] from, int at, int n, int room, double sample, DType dtype) {
        boolean wide = dtype == DType.FLOAT64; // else as float32 would round
        for (int i = 0; i < n - 1; i++) {
            double alpha = (double) room / (n - 1);
            float alpha32 = (float) room / (n - 1), sample32 = (float) sample;
            from[at + i] = wide
                    ? (int) ((i + sample) * alpha) - (int) (sample * alpha)
                    : (int) ((i + sample32) * alpha32) - (int) (sample32 * alpha32);
        }
        if (n > 0) from[at + n - 1] = room;
    }

    private static ValuesIndices max(String name, Tensor x, int[] sizes, Spans[] spans) {
        var shape = x.shape();
        for (int i = 0; i < sizes.length; i++) shape = shape.with(i + 2, sizes[i]);
        var layout = Poolings.layout(x.raw(), shape);
        var y = Array.empty(layout, x.dtype());
        var place = new Tensor(Array.empty(layout, DType.INT64));
        if (y.count() > 0) Kernels.maxPoolOver(x.array(), y, place.raw(), Spans.threeAxes(spans));
        boolean flat = sizes.length == 1; // PyTorch pools with two axes and squeezes one
        var values = Op.of(flat ? "Squeeze" : name, flat ? 1 : 0, new Tensor(y))
                .wrt(x, dy -> scatter(name + "Backward", dy, place, x))
                .result();
        return new ValuesIndices(values, place);
    }

    /** Each element added where its index says. */
    private static Tensor scatter(String name, Tensor dy, Tensor place, Tensor x) {
        var dx = Array.empty(Poolings.layout(x.raw(), x.shape()), dy.dtype());
        if (dy.numel() == 0) dx.zero();
        else Kernels.maxPoolBackward(dy.array(), place.raw(), dx, still(x.dim() - 2));
        return Op.of(name, new Tensor(dx)).wrt(dy, g -> pick(g, place)).result();
    }

    /** Any window: the indices alone tell what to do. */
    private static Window still(int axes) {
        int[] ones = new int[axes], zeros = new int[axes];
        Arrays.fill(ones, 1);
        return new Window(ones, ones, zeros, ones);
    }

    private static Tensor pick(Tensor x, Tensor place) {
        return x.flatten(2).gather(2, place.flatten(2)).reshape(place.shape());
    }

    /**
     * Zeros but for the elements of {@code x}, which stand where their indices say; the last one of equal indices stays.
     *
     * @param x [n, c, h, w] (or 1 or 3 space axes)
     * @param indices int64 in x's shape: places in the output's planes, counted in rows
     * @param sizes the sizes of the output's space axes
     * @throws IndexOutOfBoundsException if an index lies outside
     */
    public static Tensor unpool(Tensor x, Tensor indices, int[] sizes) {
        var shape = x.shape();
        int plane = 1;
        for (int i = 0; i < sizes.length; i++) {
            shape = shape.with(i + 2, sizes[i]);
            plane = Math.multiplyExact(plane, sizes[i]);
        }
        var place = indices.detach().clone();
        return Op.of("MaxUnpool%dD".formatted(Math.max(sizes.length, 2)), placed(x, place, shape, plane))
                .wrt(x, dy -> pick(dy, place))
                .result();
    }

    private static Tensor placed(Tensor x, Tensor place, Shape shape, int plane) {
        var y = Array.empty(Layout.contiguous(shape), x.dtype());
        y.zero();
        var from = x.detach().contiguous().array();
        long[] places = place.toLongArray();
        long n = x.numel(), windows = n / Math.max((long) x.size(0) * x.size(1), 1);
        for (long at : places)
            if (at < 0 || at >= plane)
                throw new IndexOutOfBoundsException(
                        "maxUnpool: index " + at + " is outside of a plane of " + plane + " places");
        int bytes = x.dtype().bytes();
        for (int i = 0; i < n; i++)
            Element.setDouble(x.dtype(), y.address() + (i / windows * plane + places[i]) * bytes, from.getDouble(i));
        Reference.reachabilityFence(y);
        return new Tensor(y);
    }
}
