package flambeau.kernel.runs;

import static flambeau.memory.Native.ALL;

import flambeau.array.Window;
import java.lang.foreign.ValueLayout;

/**
 * The places that the windows of a convolution see, as a matrix [c kd kh kw, windows]: a convolution is a product with it. Works on
 * one contiguous image [c, d, h, w], for the windows of some rows.
 */
final class Patches {
    /** The loop {@code y += x}. */
    interface Adder {
        void add(long x, long y, int n);
    }

    private final Window win; // of three axes
    private final int c, d, h, w; // the image
    private final int[] out; // the numbers of windows along the axes

    Patches(Window win, int c, int d, int h, int w, int[] out) {
        this.win = win;
        this.c = c;
        this.d = d;
        this.h = h;
        this.w = w;
        this.out = out;
    }

    /** The number of rows of the matrix. */
    int depth() {
        return c * win.kernel()[0] * win.kernel()[1] * win.kernel()[2];
    }

    /** Writes the matrix for the rows of windows from {@code low} to {@code high}, counted over the first two axes. */
    void gather(long image, int low, int high, long matrix) {
        int stride = win.stride()[2], columns = out[2];
        long to = matrix;
        for (int row = 0; row < depth(); row++) {
            int kw = row % win.kernel()[2],
                    first = first(kw),
                    n = Math.max(last(kw) - first, 0),
                    column = win.input(2, first, kw);
            var lines = new Lines(row, low);
            for (int i = low; i < high; i++, to += 4L * columns) {
                long from = lines.next();
                zero(to, from < 0 ? columns : first);
                if (from < 0) continue;
                copy(image + 4 * (from + column), stride, to + 4L * first, n);
                zero(to + 4L * (first + n), columns - first - n);
            }
        }
    }

    /** Adds the matrix to the places that its elements stand for. */
    void scatter(long matrix, int low, int high, long image, Adder adder) {
        int stride = win.stride()[2], columns = out[2];
        long from = matrix;
        for (int row = 0; row < depth(); row++) {
            int kw = row % win.kernel()[2],
                    first = first(kw),
                    n = Math.max(last(kw) - first, 0),
                    column = win.input(2, first, kw);
            var lines = new Lines(row, low);
            for (int i = low; i < high; i++, from += 4L * columns) {
                long to = lines.next();
                if (to < 0) continue;
                long there = image + 4 * (to + column);
                if (stride == 1 && n > 16) adder.add(from + 4L * first, there, n);
                else add(from + 4L * first, there, stride, n);
            }
        }
    }

    /** The lines of the image that a row of the matrix sees, one for each row of windows. */
    private final class Lines {
        private final int top, depth; // of the first windows
        private final long channel;
        private int i, j; // the row of windows along the first two axes

        Lines(int row, int low) {
            int rest = row / win.kernel()[2], kh = rest % win.kernel()[1];
            int kd = rest / win.kernel()[1] % win.kernel()[0], ch = rest / win.kernel()[1] / win.kernel()[0];
            channel = (long) ch * d;
            depth = win.input(0, 0, kd);
            top = win.input(1, 0, kh);
            i = low / out[1];
            j = low % out[1];
        }

        /** The number of the first element of the next line; -1 for padding. */
        long next() {
            int z = depth + i * win.stride()[0], y = top + j * win.stride()[1];
            if (++j == out[1]) {
                j = 0;
                i++;
            }
            return z >= 0 && z < d && y >= 0 && y < h ? ((channel + z) * h + y) * w : -1;
        }
    }

    /** The first window whose entry kw lies in the image. */
    private int first(int kw) {
        return Math.clamp(Math.ceilDiv(-win.input(2, 0, kw), win.stride()[2]), 0, out[2]);
    }

    /** The end of the windows whose entry kw lies in the image. */
    private int last(int kw) {
        return Math.clamp(Math.floorDiv(w - 1 - win.input(2, 0, kw), win.stride()[2]) + 1, 0, out[2]);
    }

    private static void copy(long from, int stride, long to, int n) {
        if (stride == 1 && n >= 32) Floats.copy(from, to, 4L * n);
        else if (stride == 1) copyShort(from, to, n);
        else for (int i = 0; i < n; i++) Floats.set(to + 4L * i, Floats.get(from + 4L * i * stride));
    }

    /** Two elements at a time: a call of the copying routine costs as much as ten of these. */
    private static void copyShort(long from, long to, int n) {
        int i = 0;
        for (; i + 2 <= n; i += 2)
            ALL.set(
                    ValueLayout.JAVA_LONG_UNALIGNED,
                    to + 4L * i,
                    ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, from + 4L * i));
        if (i < n) Floats.set(to + 4L * i, Floats.get(from + 4L * i));
    }

    private static void add(long from, long to, int stride, int n) {
        for (int i = 0; i < n; i++) {
            long at = to + 4L * i * stride;
            Floats.set(at, Floats.get(at) + Floats.get(from + 4L * i));
        }
    }

    private static void zero(long address, int n) {
        if (n > 8) ALL.asSlice(address, 4L * n).fill((byte) 0);
        else for (int i = 0; i < n; i++) Floats.set(address + 4L * i, 0);
    }
}
