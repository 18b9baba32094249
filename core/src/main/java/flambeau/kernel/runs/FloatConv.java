package flambeau.kernel.runs;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.kernel.Conv;
import flambeau.kernel.Kernels;
import flambeau.kernel.Parallel;
import flambeau.kernel.Reduce;
import org.jspecify.annotations.Nullable;

/** Convolution of float32 as matrix products with {@link Patches}, image by image. */
public abstract class FloatConv implements Conv {
    private static final int PATCH_BYTES = 1 << 20; // of a matrix of patches; more windows are taken in turns
    private static final int PATCH_PLACE = 4; // in scratch
    private static final int PARTS =
            8; // the images are cut in so many parts, the gradients of which are added at the end

    private final FloatGemm gemm;

    /** For subclasses: a convolution by these products. */
    protected FloatConv(FloatGemm gemm) {
        this.gemm = gemm;
    }

    /** {@code y += x} for n elements. */
    protected abstract void add(long x, long y, int n);

    /** Whether this provider wants to compute so many multiply-adds. */
    protected abstract boolean takes(long work);

    private boolean takes(Array image, Array w, Array y) {
        boolean floats = image.isFloat32() && w.isFloat32() && y.isFloat32();
        return floats
                && image.count() > 0
                && y.count() > 0
                && takes(y.count() * (w.count() / w.shape().get(0)));
    }

    @Override
    public boolean forward(Array x, Array w, @Nullable Array bias, Array y, Window window, int groups) {
        if (!takes(x, w, y) || bias != null && !bias.isFloat32()) return false;
        Array in = Dense.contiguous(x), weight = Dense.contiguous(w), out = regular(y) ? y : room(y);
        var shape = new ConvShape(in, out, window, groups);
        Parallel.forRange(shape.n(), 1, (low, high) -> {
            for (int i = (int) low; i < high; i++)
                for (int g = 0; g < groups; g++) forward(shape, in, weight, bias, out, i, g);
        });
        Dense.release(in, x);
        Dense.release(weight, w);
        Dense.finish(out, y);
        return true;
    }

    private void forward(ConvShape s, Array x, Array w, @Nullable Array bias, Array y, int image, int group) {
        var init = bias == null
                ? null
                : new Matrix(bias.address(), bias.layout().stride(0), 0).from((long) group * s.o(), 0);
        Matrix weight = s.weights(w, group), out = s.plane(y, image, group * s.o());
        forPatches(s, s.image(x, image, group), (low, high, patches) -> {
            int first = low * s.columns(), windows = (high - low) * s.columns();
            gemm.product(s.o(), windows, s.depth(), weight, patches, init, out.from(0, first));
        });
    }

    @Override
    public boolean backwardData(Array dy, Array w, Array dx, Window window, int groups) {
        if (!takes(dx, w, dy)) return false;
        Array grad = regular(dy) ? dy : Dense.contiguous(dy), weight = Dense.contiguous(w);
        var in = dx.layout().isContiguous() ? dx : room(dx);
        var shape = new ConvShape(in, grad, window, groups);
        Parallel.forRange(shape.n(), 1, (low, high) -> {
            for (int i = (int) low; i < high; i++)
                for (int g = 0; g < groups; g++) backwardData(shape, grad, weight, in, i, g);
        });
        Dense.release(grad, dy);
        Dense.release(weight, w);
        Dense.finish(in, dx);
        return true;
    }

    private void backwardData(ConvShape s, Array dy, Array w, Array dx, int image, int group) {
        Matrix weight = s.weights(w, group).transposed(), grad = s.plane(dy, image, group * s.o());
        long to = s.image(dx, image, group);
        if (s.isProduct()) {
            gemm.product(s.depth(), s.windows(), s.o(), weight, grad, null, new Matrix(to, s.windows(), 1));
            return;
        }
        ALL.asSlice(to, 4L * s.imageSize()).fill((byte) 0);
        int rows = rowsAtATime(s);
        for (int low = 0; low < s.rows(); low += rows) {
            int high = Math.min(low + rows, s.rows()), windows = (high - low) * s.columns();
            long patches = Scratch.get().address(PATCH_PLACE, 4L * s.depth() * windows);
            gemm.product(
                    s.depth(),
                    windows,
                    s.o(),
                    weight,
                    grad.from(0, (long) low * s.columns()),
                    null,
                    new Matrix(patches, windows, 1));
            s.patches().scatter(patches, low, high, to, this::add);
        }
    }

    @Override
    public boolean backwardWeights(Array x, Array dy, Array dw, @Nullable Array dbias, Window window, int groups) {
        if (!takes(x, dw, dy) || dbias != null && !dbias.isFloat32()) return false;
        Array in = Dense.contiguous(x), grad = regular(dy) ? dy : Dense.contiguous(dy);
        var shape = new ConvShape(in, grad, window, groups);
        int part = (shape.n() + PARTS - 1) / PARTS, parts = (shape.n() + part - 1) / part;
        var partial = Array.empty(Shape.of(parts, (int) dw.count()), dw.dtype());
        Parallel.forRange(parts, 1, (low, high) -> {
            for (int p = (int) low; p < high; p++)
                for (int i = p * part; i < Math.min((p + 1) * part, shape.n()); i++)
                    for (int g = 0; g < groups; g++)
                        backwardWeights(shape, in, grad, partial.address() + 4L * p * dw.count(), i, g, i > p * part);
        });
        sum(partial, dw);
        if (dbias != null) sumChannels(grad, dbias);
        partial.storage().release();
        Dense.release(in, x);
        Dense.release(grad, dy);
        return true;
    }

    private void backwardWeights(ConvShape s, Array x, Array dy, long dw, int image, int group, boolean add) {
        var sum = new Matrix(dw + 4L * group * s.o() * s.depth(), s.depth(), 1);
        var grad = s.plane(dy, image, group * s.o());
        forPatches(s, s.image(x, image, group), (low, high, patches) -> {
            int first = low * s.columns(), windows = (high - low) * s.columns();
            gemm.product(
                    s.o(),
                    s.depth(),
                    windows,
                    grad.from(0, first),
                    patches.transposed(),
                    add || low > 0 ? sum : null,
                    sum);
        });
    }

    private interface Body {
        void run(int low, int high, Matrix patches);
    }

    /** Runs {@code body} on the patches of as many rows of windows at a time as fit. */
    private static void forPatches(ConvShape s, long image, Body body) {
        if (s.isProduct()) {
            body.run(0, s.rows(), new Matrix(image, s.windows(), 1));
            return;
        }
        int rows = rowsAtATime(s);
        for (int low = 0; low < s.rows(); low += rows) {
            int high = Math.min(low + rows, s.rows()), windows = (high - low) * s.columns();
            long matrix = Scratch.get().address(PATCH_PLACE, 4L * s.depth() * windows);
            s.patches().gather(image, low, high, matrix);
            body.run(low, high, new Matrix(matrix, windows, 1));
        }
    }

    private static int rowsAtATime(ConvShape s) {
        return Math.clamp(PATCH_BYTES / 4 / ((long) s.depth() * s.columns()), 1, s.rows());
    }

    private static boolean regular(Array y) {
        return y.layout().isContiguous() || y.layout().isChannelsLast();
    }

    private static Array room(Array y) {
        return Array.empty(Layout.contiguous(y.shape()), y.dtype());
    }

    /** y is the sum of the rows of x. */
    private static void sum(Array x, Array y) {
        var out = y.layout().isContiguous() ? y : room(y);
        int m = (int) y.count();
        Kernels.reduce(
                Reduce.Op.SUM,
                x,
                out.as(new Layout(
                        x.shape(),
                        new long[] {x.shape().get(0) == 1 ? m : 0, 1},
                        out.layout().offset())));
        Dense.finish(out, y);
    }

    private static void sumChannels(Array dy, Array dbias) {
        var strides = new long[dy.shape().rank()];
        strides[1] = dbias.layout().stride(0);
        Kernels.reduce(
                Reduce.Op.SUM,
                dy,
                dbias.as(new Layout(dy.shape(), strides, dbias.layout().offset())));
    }
}
