package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Window;
import flambeau.kernel.runs.Floats;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Max pooling of images [d, h, w, c] that lie one after the other. Floats are compared as ints that have their order, and places are
 * chosen by masks, which C2 vectorises: for each entry of the window a loop along all windows of a line.
 */
final class MaxPool {
    private static final int AT_ONCE = 1024; // windows
    private static final int FEW = 8; // channels, up to which they are picked one by one
    private static final int INFINITY = 0x7f800000; // the key of infinity; NaN is one more
    private static final ThreadLocal<MaxPoolTiles> TILES = ThreadLocal.withInitial(MaxPoolTiles::new);

    private final Window win; // of three axes
    private final int images, c;
    private final int[] in, out; // places and windows along three axes
    private final long x, y, index;
    private final boolean longIndex;
    private final int lines; // lines of windows along the last axis that are compared at once

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
        lines = Math.clamp(AT_ONCE / Math.max(out[2] * c, 1), 1, Math.max(out[1], 1));
    }

    static int[] space(Array x) {
        var space = new int[] {1, 1, 1};
        int axes = x.shape().rank() - 2;
        for (int i = 0; i < axes; i++) space[3 - axes + i] = x.shape().get(2 + i);
        return space;
    }

    int images() {
        return images;
    }

    /** The number of groups of lines: each has all windows of one place of the first axis, or some of them. */
    long groups() {
        return (long) images * out[0] * groupsOfPlane();
    }

    int groupWindows() {
        return Math.max(lines * out[2] * c, 1);
    }

    private int groupsOfPlane() {
        return (out[1] + lines - 1) / lines;
    }

    void forward(long low, long high) {
        var tiles = TILES.get().fit(Math.min(span(lines), in[1]) * in[2] * c, lines * out[2] * c);
        for (int i = 0; i < lines * out[2] * c; i++) {
            int h = i / c / out[2], w = i / c % out[2];
            tiles.shift[i] = h * win.stride()[1] * in[2] + w * win.stride()[2];
            tiles.from[i] = tiles.shift[i] * c + i % c;
        }
        for (long group = low; group < high; group++) {
            long plane = group / groupsOfPlane(); // counts images and places of the first axis
            int first = (int) (group % groupsOfPlane()) * lines;
            group(tiles, plane / out[0], (int) (plane % out[0]), first, Math.min(lines, out[1] - first));
        }
    }

    /** The rows over which the windows of some lines stretch. */
    private int span(int lines) {
        return (lines - 1) * win.stride()[1] + (win.kernel()[1] - 1) * win.dilation()[1] + 1;
    }

    private void group(MaxPoolTiles tiles, long image, int d, int first, int lines) {
        int n = lines * out[2] * c;
        Arrays.fill(tiles.best, 0, n, Integer.MIN_VALUE);
        Arrays.fill(tiles.place, 0, n, 0);
        int top = win.input(1, first, 0),
                low = Math.clamp(top, 0, in[1]),
                high = Math.clamp(top + span(lines), low, in[1]);
        for (int kd = 0; kd < win.kernel()[0]; kd++) {
            int z = win.input(0, d, kd);
            if (z < 0 || z >= in[0]) continue;
            Floats.load(
                    x + 4 * ((image * in[0] + z) * in[1] + low) * in[2] * c, tiles.rows, 0, (high - low) * in[2] * c);
            toKeys(tiles.rows, (high - low) * in[2] * c);
            for (int kh = 0; kh < win.kernel()[1]; kh++)
                for (int kw = 0; kw < win.kernel()[2]; kw++) {
                    int row = win.input(1, first, kh), column = win.input(2, 0, kw);
                    boolean inside = row >= 0
                            && win.input(1, first + lines - 1, kh) < in[1]
                            && column >= 0
                            && win.input(2, out[2] - 1, kw) < in[2];
                    if (inside && c < FEW)
                        pick(tiles.rows, ((row - low) * in[2] + column) * c, tiles.from, tiles.keys, n);
                    else
                        for (int h = 0; h < lines; h++)
                            line(tiles, win.input(1, first + h, kh), low, kw, h * out[2] * c);
                    compare(tiles.keys, tiles.best, tiles.place, tiles.shift, (z * in[1] + row) * in[2] + column, n);
                }
        }
        store(tiles, ((image * out[0] + d) * out[1] + first) * out[2] * c, n);
    }

    /** Writes to keys, from {@code to} on, what entry kw of the windows of a line sees in a row of the image. */
    private void line(MaxPoolTiles tiles, int row, int firstRow, int kw, int to) {
        int stride = win.stride()[2], offset = win.input(2, 0, kw), n = out[2];
        int low = Math.clamp(Math.ceilDiv(-offset, stride), 0, n),
                high = Math.clamp(Math.floorDiv(in[2] - 1 - offset, stride) + 1, low, n);
        if (row < 0 || row >= in[1]) high = low = 0;
        if (low > 0) Arrays.fill(tiles.keys, to, to + low * c, Integer.MIN_VALUE);
        if (high < n) Arrays.fill(tiles.keys, to + high * c, to + n * c, Integer.MIN_VALUE);
        if (high <= low) return;
        int from = ((row - firstRow) * in[2] + offset) * c;
        if (stride == 1) System.arraycopy(tiles.rows, from + low * c, tiles.keys, to + low * c, (high - low) * c);
        else
            for (int i = low; i < high; i++)
                System.arraycopy(tiles.rows, from + i * stride * c, tiles.keys, to + i * c, c);
    }

    private static void pick(int[] rows, int first, int[] from, int[] keys, int n) {
        for (int i = 0; i < n; i++) keys[i] = rows[first + from[i]];
    }

    private static void compare(int[] keys, int[] best, int[] place, int[] shift, int first, int n) {
        for (int i = 0; i < n; i++) {
            int old = best[i], now = Math.max(keys[i], old), change = now ^ old;
            int isNew = (change | -change | INFINITY - Math.max(keys[i], 0)) >> 31; // of several NaN the last
            best[i] = now;
            place[i] = first + shift[i] & isNew | place[i] & ~isNew;
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

    private void store(MaxPoolTiles tiles, long first, int n) {
        toFloats(tiles.best, n);
        Floats.store(tiles.best, 0, y + 4 * first, n);
        if (index == 0) return;
        if (!longIndex) {
            Floats.store(tiles.place, 0, index + 4 * first, n);
            return;
        }
        for (int i = 0; i < n; i++) tiles.longs[i] = tiles.place[i];
        MemorySegment.copy(tiles.longs, 0, ALL, ValueLayout.JAVA_LONG, index + 8 * first, n);
    }

    /** Adds y (dy) to x (dx, overwritten) where index says, for some images. */
    void backward(long low, long high) {
        int size = in[0] * in[1] * in[2] * c, windows = out[0] * out[1] * out[2];
        for (long image = low; image < high; image++) {
            long to = x + 4 * image * size;
            ALL.asSlice(to, 4L * size).fill((byte) 0);
            long from = image * windows * c;
            if (c == 1) for (int i = 0; i < windows; i++) add(from + i, to, 0);
            else for (int i = 0; i < windows; i++) for (int j = 0; j < c; j++) add(from + (long) i * c + j, to, j);
        }
    }

    private void add(long window, long image, int channel) {
        long place = longIndex
                ? ALL.get(ValueLayout.JAVA_LONG, index + 8 * window)
                : ALL.get(ValueLayout.JAVA_INT, index + 4 * window);
        long at = image + 4 * (place * c + channel);
        Floats.set(at, Floats.get(at) + Floats.get(y + 4 * window));
    }
}
