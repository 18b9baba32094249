package flambeau.onednn;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.kernel.Conv;
import flambeau.kernel.Parallel;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions by oneDNN. A batch is cut into pieces that depend on the shapes alone; what pieces contribute to the same
 * weights is added in their order.
 */
final class DnnlConv implements Conv {
    private static final double PIECE = 2e6; // multiplications: 20 us at least
    private static final double PIXELS = 750; // a piece with fewer is done before its weights are cleared and added
    private static final long FEW = 8; // images: too few to give all threads work
    private static final long BANDS = 16;

    @Override
    public boolean forward(Array x, Array w, @Nullable Array bias, Array y, Window window, int groups) {
        if (!isTaken(x, w, y, bias) || !Dnnl.isAvailable()) return false;
        long n = x.shape().get(0);
        long each = each(n, PIECE / work(w, y) * n);
        var g = geometry(x, w, y, window, groups, bias != null, each);
        if (n < FEW) {
            int bands = Bands.count(x, y, window, Math.min((long) (work(w, y) / PIECE), BANDS));
            if (bands > 1 && Bands.forward(x, w, bias, y, window, g, bands)) return true;
        }
        var whole = Convolution.forward(g);
        var rest = n % each == 0 ? whole : Convolution.forward(g.batch(n % each));
        if (whole == null || rest == null) return false;
        long xt = x.address(), bt = bias == null ? 0 : bias.address(), yt = y.address();
        long xs = 4 * x.layout().stride(0), ys = 4 * y.layout().stride(0);
        try (var weights = new Weights(w, whole, rest)) {
            Parallel.forRange(n, each, (low, high) -> {
                var plan = high - low == each ? whole : rest;
                long wt = weights.of(plan);
                if (bias == null) plan.execute(0b10, xt + low * xs, wt, yt + low * ys);
                else plan.execute(0b10, xt + low * xs, wt, bt, yt + low * ys);
            });
        }
        return true;
    }

    @Override
    public boolean backwardData(Array dy, Array w, Array dx, Window window, int groups) {
        if (!isTaken(dx, w, dy, null) || !Dnnl.isAvailable()) return false;
        long n = dx.shape().get(0);
        long each = each(n, PIECE / work(w, dy) * n);
        var g = geometry(dx, w, dy, window, groups, false, each);
        var whole = Convolution.backwardData(g);
        var rest = n % each == 0 ? whole : Convolution.backwardData(g.batch(n % each));
        if (whole == null || rest == null) return false;
        long yt = dy.address(), xt = dx.address();
        long xs = 4 * dx.layout().stride(0), ys = 4 * dy.layout().stride(0);
        try (var weights = new Weights(w, whole, rest)) {
            Parallel.forRange(n, each, (low, high) -> {
                var plan = high - low == each ? whole : rest;
                plan.execute(0b10, yt + low * ys, weights.of(plan), xt + low * xs);
            });
        }
        return true;
    }

    @Override
    public boolean backwardWeights(Array x, Array dy, Array dw, @Nullable Array dbias, Window window, int groups) {
        if (!isTaken(x, dw, dy, dbias) || !Dnnl.isAvailable()) return false;
        long n = x.shape().get(0);
        double pixels = (double) dy.count() / dy.shape().get(1);
        boolean few = pixels < 2 * PIXELS && work(dw, dy) > 4 * PIECE; // to be cut, and too much for one thread
        if ((few || Columns.areX(window)) && Columns.fits(x, dy, dw, window, groups)) {
            return Columns.backwardWeights(x, dy, dw, dbias, window);
        }
        double least = Math.max(PIECE / work(dw, dy), PIXELS / pixels) * n;
        long each = each(n, Math.max(least, (double) n / Parts.most(4 * dw.count())));
        var g = geometry(x, dw, dy, window, groups, dbias != null, each);
        var whole = Convolution.backwardWeights(g);
        var rest = n % each == 0 ? whole : Convolution.backwardWeights(g.batch(n % each));
        if (whole != null && rest != null && !whole.agrees(rest, 2)) { // then the parts cannot be added
            each = n;
            whole = rest = Convolution.backwardWeights(g.batch(n));
        }
        if (whole == null || rest == null) return false;
        return backwardWeights(whole, rest, each, x, dy, dw, dbias);
    }

    private static boolean backwardWeights(
            Plan whole, Plan rest, long each, Array x, Array dy, Array dw, @Nullable Array dbias) {
        long n = x.shape().get(0);
        var parts = Parts.of((n + each - 1) / each, whole.bytes(2), dbias == null ? 0 : 4 * dbias.count());
        if (parts == null) return false;
        long xt = x.address(), yt = dy.address();
        long xs = 4 * x.layout().stride(0), ys = 4 * dy.layout().stride(0);
        try (parts) {
            Parallel.forRange(n, each, (low, high) -> {
                var plan = high - low == each ? whole : rest;
                long part = parts.address(low / each);
                if (dbias == null) plan.execute(0b100, xt + low * xs, yt + low * ys, part);
                else plan.execute(0b100, xt + low * xs, yt + low * ys, part, parts.second(low / each));
            });
            parts.add();
            if (whole.copies(2)) whole.copyTogether(2, parts.address(0), dw.address());
            else MemorySegment.copy(ALL, parts.address(0), ALL, dw.address(), whole.bytes(2));
            if (dbias != null) parts.copySecond(dbias.address());
        }
        return true;
    }

    private static boolean isTaken(Array x, Array w, Array y, @Nullable Array bias) {
        return x.isFloat32()
                && w.isFloat32()
                && y.isFloat32()
                && x.count() > 0
                && w.count() > 0
                && y.count() > 0
                && (bias == null || bias.isFloat32() && bias.layout().isContiguous());
    }

    /** The number of multiplications. */
    private static double work(Array w, Array y) {
        return (double) y.count() * w.count() / w.shape().get(0);
    }

    /** The images of a piece: all of similar size, none smaller than {@code least}. */
    private static long each(long n, double least) {
        long pieces = Math.clamp((long) (n / least), 1, n);
        return (n + pieces - 1) / pieces;
    }

    private static Convolution.Geometry geometry(
            Array x, Array w, Array y, Window window, int groups, boolean bias, long n) {
        int rank = window.rank();
        var stride = new long[rank];
        var dilation = new long[rank];
        var padding = new long[rank];
        for (int i = 0; i < rank; i++) {
            stride[i] = window.stride()[i];
            dilation[i] = window.dilation()[i] - 1L;
            padding[i] = window.padding()[i];
        }
        return new Convolution.Geometry(
                images(x.layout()).batch(n),
                weights(w.layout(), groups),
                images(y.layout()).batch(n),
                bias,
                stride,
                dilation,
                padding,
                padding);
    }

    /** The strides of sizes of 1 say nothing, but oneDNN compares them: channels-last gets the usual ones. */
    private static Desc images(Layout layout) {
        return desc(layout.isChannelsLast() ? Layout.channelsLast(layout.shape()) : layout);
    }

    private static Desc desc(Layout layout) {
        var dims = new long[layout.shape().rank()];
        for (int i = 0; i < dims.length; i++) dims[i] = layout.shape().get(i);
        return new Desc(dims, layout.strides());
    }

    /** [out, c, k..], or [groups, out / groups, c, k..]. */
    private static Desc weights(Layout layout, int groups) {
        if (groups == 1) return desc(layout);
        var shape = layout.shape();
        int out = shape.get(0) / groups;
        var grouped = layout.insert(0);
        var strides = grouped.strides();
        strides[0] = out * layout.stride(0);
        var sizes = grouped.shape().sizes();
        sizes[0] = groups;
        sizes[1] = out;
        return desc(new Layout(Shape.of(sizes), strides, 0));
    }
}
