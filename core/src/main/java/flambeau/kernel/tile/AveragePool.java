package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.kernel.Spans;
import flambeau.kernel.runs.Floats;
import java.util.Arrays;

/**
 * Average pooling of images [d, h, w, c] that lie one after the other: the rows under a line of windows are summed up first, as
 * one long row that C2 vectorises, then the places of each window in that row.
 */
final class AveragePool {
    private static final ThreadLocal<AveragePoolTiles> TILES = ThreadLocal.withInitial(AveragePoolTiles::new);

    private final Spans[] spans; // of three axes
    private final int images, c;
    private final int[] in, out; // places and windows along three axes
    private final long x, y;

    AveragePool(Array x, Array y, Spans[] spans, boolean channelsLast) {
        this.spans = spans;
        int n = x.shape().get(0), channels = x.shape().get(1);
        images = channelsLast ? n : n * channels;
        c = channelsLast ? channels : 1;
        in = MaxPool.space(x);
        out = MaxPool.space(y);
        this.x = x.address();
        this.y = y.address();
    }

    int images() {
        return images;
    }

    /** The number of lines of windows along the last axis. */
    long lines() {
        return (long) images * out[0] * out[1];
    }

    /** About the number of places that a line of windows looks at. */
    int lineWork() {
        return Math.max(in[0] / out[0], 1) * Math.max(in[1] / out[1], 1) * in[2] * c;
    }

    int imageWork() {
        return in[0] * in[1] * in[2] * c;
    }

    void forward(long low, long high) {
        int n = in[2] * c;
        var tiles = TILES.get();
        for (long line = low; line < high; line++) {
            int h = (int) (line % out[1]), d = (int) (line / out[1] % out[0]);
            long image = line / out[1] / out[0];
            int top = spans[1].from()[h], rows = spans[1].to()[h] - top;
            tiles.fit(rows * n, n, out[2] * c);
            Arrays.fill(tiles.line, 0, n, 0);
            for (int z = spans[0].from()[d]; z < spans[0].to()[d]; z++) {
                Floats.load(x + 4 * ((image * in[0] + z) * in[1] + top) * n, tiles.rows, 0, rows * n);
                for (int row = 0; row < rows; row++) add(tiles.rows, row * n, tiles.line, 0, n);
            }
            gather(tiles, (float) spans[0].counts()[d] * spans[1].counts()[h]);
            Floats.store(tiles.windows, 0, y + 4 * line * out[2] * c, out[2] * c);
        }
    }

    private static void add(float[] x, int from, float[] y, int to, int n) {
        for (int i = 0; i < n; i++) y[to + i] += x[from + i];
    }

    /** From sums of rows to windows. */
    private void gather(AveragePoolTiles tiles, float count) {
        var across = spans[2];
        for (int w = 0; w < out[2]; w++) {
            int from = across.from()[w], to = across.to()[w];
            float all = count * across.counts()[w];
            if (c == 1) {
                float sum = 0;
                for (int i = from; i < to; i++) sum += tiles.line[i];
                tiles.windows[w] = sum / all;
                continue;
            }
            Arrays.fill(tiles.windows, w * c, w * c + c, 0);
            for (int i = from; i < to; i++) add(tiles.line, i * c, tiles.windows, w * c, c);
            divide(tiles.windows, w * c, all, c);
        }
    }

    private static void divide(float[] x, int from, float by, int n) {
        for (int i = from; i < from + n; i++) x[i] /= by;
    }

    /** Adds y (dy), divided, to all places of its windows in x (dx, overwritten), for some images. */
    void backward(long low, long high) {
        int n = in[2] * c, size = in[0] * in[1] * n;
        var tiles = TILES.get().fit(size, n, out[2] * c);
        for (long image = low; image < high; image++) {
            Arrays.fill(tiles.rows, 0, size, 0);
            for (int line = 0; line < out[0] * out[1]; line++) {
                int d = line / out[1], h = line % out[1];
                Floats.load(y + 4 * (image * out[0] * out[1] + line) * out[2] * c, tiles.windows, 0, out[2] * c);
                spread(tiles, (float) spans[0].counts()[d] * spans[1].counts()[h]);
                for (int z = spans[0].from()[d]; z < spans[0].to()[d]; z++)
                    for (int row = spans[1].from()[h]; row < spans[1].to()[h]; row++)
                        add(tiles.line, 0, tiles.rows, (z * in[1] + row) * n, n);
            }
            Floats.store(tiles.rows, 0, x + 4 * image * size, size);
        }
    }

    /** From windows to the row under them. */
    private void spread(AveragePoolTiles tiles, float count) {
        var across = spans[2];
        Arrays.fill(tiles.line, 0, in[2] * c, 0);
        for (int w = 0; w < out[2]; w++) {
            divide(tiles.windows, w * c, count * across.counts()[w], c);
            for (int i = across.from()[w]; i < across.to()[w]; i++) add(tiles.windows, w * c, tiles.line, i * c, c);
        }
    }
}
