package flambeau.onednn;

import flambeau.array.Array;
import flambeau.array.Window;
import flambeau.kernel.Parallel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The convolution of few images, each cut into bands of rows: a single image then has work for all threads. A band reads its
 * rows of the input and those that its windows reach beyond them.
 */
final class Bands {
    private static final int ROWS = 4; // fewer would not be worth their overlap

    /** Rows {@code low} to {@code high} of the output, and what they read: rows from {@code top}, and a plan. */
    private record Band(int low, int top, Plan plan) {}

    private Bands() {}

    /**
     * The number of bands for {@code pieces} pieces of work in all; 1 where the images are not to be cut.
     *
     * @param window must not reach a row of nothing but padding
     */
    static int count(Array x, Array y, Window window, long pieces) {
        if (window.rank() != 2 || !x.layout().isChannelsLast() || !y.layout().isChannelsLast()) return 1;
        if (window.padding()[0] > window.dilation()[0] * (window.kernel()[0] - 1)) return 1;
        return Math.clamp(pieces / x.shape().get(0), 1, Math.max(1, y.shape().get(2) / ROWS));
    }

    /** False where oneDNN has nothing good for one of the bands. */
    static boolean forward(
            Array x, Array w, @Nullable Array bias, Array y, Window window, Convolution.Geometry image, int count) {
        var bands = cut(window, image, count);
        if (bands == null) return false;
        int n = x.shape().get(0);
        long xImage = x.count() / n, yImage = y.count() / n;
        long xRow = xImage / x.shape().get(2), yRow = yImage / y.shape().get(2);
        long xt = x.address(), bt = bias == null ? 0 : bias.address(), yt = y.address();
        try (var weights = new Weights(w, bands.stream().map(Band::plan).toArray(Plan[]::new))) {
            Parallel.forRange((long) n * bands.size(), 1, (low, high) -> {
                for (long i = low; i < high; i++) {
                    var band = bands.get((int) (i % bands.size()));
                    long image0 = i / bands.size();
                    long from = xt + 4 * (image0 * xImage + band.top * xRow),
                            to = yt + 4 * (image0 * yImage + band.low * yRow);
                    long wt = weights.of(band.plan);
                    if (bias == null) band.plan.execute(0b10, from, wt, to);
                    else band.plan.execute(0b10, from, wt, bt, to);
                }
            });
        }
        return true;
    }

    private static @Nullable List<Band> cut(Window window, Convolution.Geometry image, int count) {
        int h = (int) image.x().dims()[2], out = (int) image.y().dims()[2];
        int rows = (out + count - 1) / count;
        var bands = new ArrayList<Band>();
        for (int low = 0; low < out; low += rows) {
            int high = Math.min(out, low + rows);
            int top = window.input(0, low, 0), bottom = window.input(0, high - 1, window.kernel()[0] - 1) + 1;
            int first = Math.max(0, top), last = Math.min(h, bottom);
            if (last <= first) return null;
            var plan = Convolution.forward(image.rows(last - first, high - low, first - top, bottom - last));
            if (plan == null) return null;
            bands.add(new Band(low, first, plan));
        }
        return bands;
    }
}
