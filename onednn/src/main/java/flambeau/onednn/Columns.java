package flambeau.onednn;

import static flambeau.memory.Native.ALL;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import flambeau.array.Array;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.kernel.Parallel;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a convolution's weights as a matrix product, {@code dw = dy' columns(x)}: a row of the columns holds what
 * the window sees at one pixel. The product is cut along dw, where oneDNN's convolution would have to add whole copies of dw;
 * that counts when there are many weights and few pixels, as at the end of a ResNet.
 */
final class Columns {
    private Columns() {}

    /** Whether both images are channels-last, and rows of a window are runs of memory. */
    static boolean fits(Array x, Array dy, Array dw, Window window, int groups) {
        return x.layout().isChannelsLast()
                && dy.layout().isChannelsLast()
                && dw.layout().isContiguous()
                && groups == 1
                && window.rank() == 2
                && window.dilation()[1] == 1;
    }

    /** Whether the columns of x are x itself. */
    static boolean areX(Window window) {
        for (int i = 0; i < window.rank(); i++) {
            if (window.kernel()[i] != 1 || window.stride()[i] != 1 || window.padding()[i] != 0) return false;
        }
        return true;
    }

    static boolean backwardWeights(Array x, Array dy, Array dw, @Nullable Array dbias, Window window) {
        long out = dy.shape().get(1), c = x.shape().get(1), pixels = dy.count() / out, row = dw.count() / out;
        if (areX(window)) return product(dy.address(), x.address(), out, row, pixels, dw.address(), dbias);
        var transpose = Reorder.transposing(1, row / c, c);
        if (transpose == null) return false;
        var scratch = Scratch.borrow(4 * (pixels + out) * row);
        try {
            long columns = scratch.address(), product = columns + 4 * pixels * row, to = dw.address();
            fill(columns, x, dy.shape(), window);
            if (!product(dy.address(), columns, out, row, pixels, product, dbias)) return false;
            // from [out, kh, kw, c], the order of the columns, to [out, c, kh, kw]
            Parallel.forRange(out, 16, (low, high) -> {
                for (long i = low; i < high; i++) transpose.execute(product + 4 * i * row, to + 4 * i * row);
            });
            return true;
        } finally {
            scratch.giveBack();
        }
    }

    private static boolean product(
            long dy, long columns, long out, long row, long pixels, long dw, @Nullable Array dbias) {
        var turned = new Matmul.Strides(0, 1, out);
        var sizes = Matmul.Sizes.of(out, row, pixels, turned, new Matmul.Strides(0, row, 1));
        return DnnlGemm.multiply(sizes, dy, columns, 0, dw) && (dbias == null || sum(dy, out, pixels, dbias.address()));
    }

    /** The sums over the pixels, as a product with ones. */
    private static boolean sum(long dy, long out, long pixels, long dbias) {
        var scratch = Scratch.borrow(4 * pixels);
        try {
            long ones = scratch.address();
            for (long i = 0; i < pixels; i++) ALL.set(JAVA_FLOAT, ones + 4 * i, 1);
            var sizes =
                    Matmul.Sizes.of(1, out, pixels, new Matmul.Strides(0, pixels, 1), new Matmul.Strides(0, out, 1));
            return DnnlGemm.multiply(sizes, ones, dy, 0, dbias);
        } finally {
            scratch.giveBack();
        }
    }

    private static void fill(long columns, Array x, Shape y, Window window) {
        int c = x.shape().get(1), h = x.shape().get(2), w = x.shape().get(3), oh = y.get(2), ow = y.get(3);
        int kh = window.kernel()[0], kw = window.kernel()[1];
        long from = x.address(), run = 4L * kw * c;
        Parallel.forRange((long) x.shape().get(0) * oh, 4, (low, high) -> {
            for (long line = low; line < high; line++) {
                long image = line / oh;
                int i = (int) (line % oh);
                long to = columns + line * ow * kh * run;
                for (int j = 0; j < ow; j++) {
                    int left = window.input(1, j, 0);
                    for (int k = 0; k < kh; k++, to += run) {
                        int top = window.input(0, i, k);
                        copy(from + 4 * (image * h + top) * w * c, top >= 0 && top < h, left, kw, w, 4L * c, to);
                    }
                }
            }
        });
    }

    /** Copies the {@code kw} pixels of a line from {@code left} on; what lies outside is 0. */
    private static void copy(long line, boolean inside, int left, int kw, int w, long pixel, long to) {
        int first = inside ? Math.clamp(-left, 0, kw) : kw;
        int end = inside ? Math.clamp(w - left, first, kw) : kw;
        if (first > 0) ALL.asSlice(to, first * pixel).fill((byte) 0);
        if (end > first)
            MemorySegment.copy(ALL, line + (left + first) * pixel, ALL, to + first * pixel, (end - first) * pixel);
        if (end < kw) ALL.asSlice(to + end * pixel, (kw - end) * pixel).fill((byte) 0);
    }
}
