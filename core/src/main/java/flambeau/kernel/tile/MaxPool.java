package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Window;
import flambeau.kernel.runs.Floats;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Max pooling of images [d, h, w, c] that lie one after the other. Floats are compared as ints that have their order, so that the
 * processor needs no branch to remember the place of the largest.
 */
final class MaxPool {
    private static final int INFINITY = 0x7f800000; // the key of infinity; NaN is one more
    private static final ThreadLocal<MaxPoolTiles> TILES = ThreadLocal.withInitial(MaxPoolTiles::new);

    private final Window win; // of three axes
    private final int images, c;
    private final int[] in, out; // places and windows along three axes
    private final long x, y, index;
    private final boolean longIndex;

    MaxPool(Array x, Array y, @Nullable Array index, Window window, boolean channelsLast) {
        win = window.threeAxes();
        int n = x.shape().get(0), channels = x.shape().get(1);
        images = channelsLast ? n : n * channels;
        c = channelsLast ? channels : 1;
        in = space(x);
        out = space(y);
        this.x = x.address();
        this.y = y.address();
        this.index = index == null ? 0 : index.address();
        longIndex = index != null && index.dtype() == DType.INT64;
    }

    private static int[] space(Array x) {
        var space = new int[] {1, 1, 1};
        int axes = x.shape().rank() - 2;
        for (int i = 0; i < axes; i++) space[3 - axes + i] = x.shape().get(2 + i);
        return space;
    }

    int images() {
        return images;
    }

    /** The number of lines of windows along the last axis. */
    long lines() {
        return (long) images * out[0] * out[1];
    }

    int lineWindows() {
        return Math.max(out[2] * c, 1);
    }

    void forward(long low, long high) {
        var tiles = TILES.get().fit(in[2] * c, out[2] * c);
        for (long line = low; line < high; line++) {
            int image = (int) (line / out[1] / out[0]), d = (int) (line / out[1] % out[0]), h = (int) (line % out[1]);
            Arrays.fill(tiles.best, 0, out[2] * c, Integer.MIN_VALUE);
            Arrays.fill(tiles.place, 0, out[2] * c, 0);
            for (int kd = 0; kd < win.kernel()[0]; kd++)
                for (int kh = 0; kh < win.kernel()[1]; kh++) {
                    int z = win.input(0, d, kd), row = win.input(1, h, kh);
                    if (z >= 0 && z < in[0] && row >= 0 && row < in[1]) compare(tiles, image, z, row);
                }
            store(tiles, line);
        }
    }

    /** Compares the windows of a line with a row of the image. */
    private void compare(MaxPoolTiles tiles, int image, int z, int row) {
        long first = ((long) image * in[0] + z) * in[1] + row;
        Floats.load(x + 4 * first * in[2] * c, tiles.keys, 0, in[2] * c);
        toKeys(tiles.keys, in[2] * c);
        int stride = win.stride()[2];
        for (int kw = 0; kw < win.kernel()[2]; kw++) {
            int offset = kw * win.dilation()[2] - win.padding()[2]; // of the window's place from its number times the stride
            int low = Math.clamp(Math.ceilDiv(-offset, stride), 0, out[2]);
            int high = Math.clamp(Math.floorDiv(in[2] - 1 - offset, stride) + 1, low, out[2]);
            int plane = (z * in[1] + row) * in[2] + offset;
            if (c == 1) singles(tiles.keys, offset, stride, tiles.best, tiles.place, plane, low, high);
            else for (int i = low; i < high; i++)
                channels(tiles.keys, (i * stride + offset) * c, tiles.best, tiles.place, plane + i * stride, i * c, c);
        }
    }

    private static void singles(int[] keys, int offset, int stride, int[] best, int[] place, int plane, int low, int high) {
        for (int i = low; i < high; i++) {
            int key = keys[i * stride + offset], old = best[i];
            place[i] = key > old ? plane + i * stride : place[i];
            best[i] = Math.max(key, old);
        }
    }

    private static void channels(int[] keys, int from, int[] best, int[] place, int here, int at, int c) {
        for (int j = 0; j < c; j++) {
            int key = keys[from + j], old = best[at + j];
            place[at + j] = key > old ? here : place[at + j];
            best[at + j] = Math.max(key, old);
        }
    }

    /** From bits of floats to ints in the same order: both zeros are 0, NaN is above infinity. */
    private static void toKeys(int[] x, int n) {
        for (int i = 0; i < n; i++) {
            int size = x[i] & 0x7fffffff, sign = x[i] >> 31, nan = INFINITY - size >> 31;
            x[i] = ((size ^ sign) - sign) & ~nan | (INFINITY + 1) & nan;
        }
    }

    private static void toFloats(int[] x, int n) {
        for (int i = 0; i < n; i++) {
            int key = Math.max(x[i], -INFINITY), sign = key >> 31; // a window of nothing but padding has -infinity
            x[i] = (key ^ sign) - sign | sign << 31;
        }
    }

    private void store(MaxPoolTiles tiles, long line) {
        int n = out[2] * c;
        toFloats(tiles.best, n);
        Floats.store(tiles.best, 0, y + 4 * line * n, n);
        if (index == 0) return;
        if (!longIndex) {
            Floats.store(tiles.place, 0, index + 4 * line * n, n);
            return;
        }
        for (int i = 0; i < n; i++) tiles.longs[i] = tiles.place[i];
        MemorySegment.copy(tiles.longs, 0, ALL, ValueLayout.JAVA_LONG, index + 8 * line * n, n);
    }

    /** Adds y (dy) to x (dx, overwritten) where index says, for some images. */
    void backward(long low, long high) {
        int size = in[0] * in[1] * in[2] * c, windows = out[0] * out[1] * out[2];
        for (long image = low; image < high; image++) {
            long to = x + 4 * image * size;
            ALL.asSlice(to, 4L * size).fill((byte) 0);
            for (int i = 0; i < windows; i++) {
                long from = image * windows * c + (long) i * c;
                for (int j = 0; j < c; j++) {
                    long place = longIndex
                            ? ALL.get(ValueLayout.JAVA_LONG, index + 8 * (from + j))
                            : ALL.get(ValueLayout.JAVA_INT, index + 4 * (from + j));
                    long at = to + 4 * (place * c + j);
                    Floats.set(at, Floats.get(at) + Floats.get(y + 4 * (from + j)));
                }
            }
        }
    }
}
