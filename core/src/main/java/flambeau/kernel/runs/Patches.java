package flambeau.kernel.runs;

import static flambeau.memory.Native.ALL;

import flambeau.kernel.Window;

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
        walk(low, high, (row, at, valid, from, n) -> {
            long to = matrix + 4 * (row * (high - low) + at) * out[2];
            if (!valid || n <= 0) {
                zero(to, out[2]);
                return;
            }
            int first = first(row);
            zero(to, first);
            Grid.copy(Floats.BYTES, image + 4 * from, 4L * win.stride()[2], to + 4L * first, Floats.BYTES, n);
            zero(to + 4L * (first + n), out[2] - first - n);
        });
    }

    /** Adds the matrix to the places that its elements stand for. */
    void scatter(long matrix, int low, int high, long image, Adder adder) {
        int stride = win.stride()[2];
        walk(low, high, (row, at, valid, to, n) -> {
            if (!valid || n <= 0) return;
            long from = matrix + 4 * ((row * (high - low) + at) * out[2] + first(row));
            long there = image + 4 * to;
            if (stride == 1) adder.add(from, there, n);
            else for (int i = 0; i < n; i++)
                Floats.set(there + 4L * i * stride, Floats.get(there + 4L * i * stride) + Floats.get(from + 4L * i));
        });
    }

    private interface Visit {
        /**
         * A row of windows.
         *
         * @param row the row of the matrix
         * @param at the row of windows, from 0
         * @param valid whether these windows lie in the image along the first two axes
         * @param place where the first of them that lies in the image along the last axis lies
         * @param n how many do
         */
        void run(long row, int at, boolean valid, long place, int n);
    }

    private void walk(int low, int high, Visit visit) {
        int[] k = win.kernel();
        long row = 0;
        for (int ch = 0; ch < c; ch++)
            for (int kd = 0; kd < k[0]; kd++)
                for (int kh = 0; kh < k[1]; kh++)
                    for (int kw = 0; kw < k[2]; kw++, row++) {
                        int first = first(kw), n = last(kw) - first, column = win.input(2, first, kw);
                        for (int i = low; i < high; i++) {
                            int z = win.input(0, i / out[1], kd), y = win.input(1, i % out[1], kh);
                            boolean valid = z >= 0 && z < d && y >= 0 && y < h;
                            visit.run(row, i - low, valid, (((long) ch * d + z) * h + y) * w + column, n);
                        }
                    }
    }

    private int first(long row) {
        return first((int) (row % win.kernel()[2]));
    }

    /** The first window whose entry kw lies in the image. */
    private int first(int kw) {
        int before = win.padding()[2] - kw * win.dilation()[2], stride = win.stride()[2];
        return Math.clamp(Math.ceilDiv(before, stride), 0, out[2]);
    }

    /** The end of the windows whose entry kw lies in the image. */
    private int last(int kw) {
        int end = w - 1 + win.padding()[2] - kw * win.dilation()[2];
        return Math.clamp(Math.floorDiv(end, win.stride()[2]) + 1, 0, out[2]);
    }

    private static void zero(long address, int n) {
        if (n > 8) ALL.asSlice(address, 4L * n).fill((byte) 0);
        else for (int i = 0; i < n; i++) Floats.set(address + 4L * i, 0);
    }
}
