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
    private static final int ROWS = 4; // about; with fewer their overlap costs more
    private static final int FEWEST = 6; // rows of an image that is cut

    /** Rows {@code low} to {@code high} of the output, and what they read: rows from {@code top}, and a plan. */
    private record Band(int low, int top, Plan plan) {}

    private Bands() {}

    /**
     * The number of bands for {@code pieces} pieces of work in all: an even one, as most teams of threads are; 1 where the images
     * are not to be cut.
     *
     * @param window must not reach a row of nothing but padding
     */
    static int count(Array x, Array y, Window window, long pieces) {
        boolean isRowByRow = x.layout().isChannelsLast() || x.layout().isContiguous();
        if (window.rank() != 2 || !isRowByRow || !y.layout().isChannelsLast()) return 1;
        if (window.padding()[0] > window.dilation()[0] * (window.kernel()[0] - 1)) return 1;
        int out = y.shape().get(2);
        long most = Math.min(pieces / x.shape().get(0), even(out / ROWS));
        return out < FEWEST || most < 2 ? 1 : (int) most / 2 * 2;
    }

    private static int even(int n) {
        return Math.ceilDiv(Math.max(n, 1), 2) * 2;
    }

    /** False where oneDNN has nothing good for one of the bands. */
    static boolean forward(
            Array x, Array w, @Nullable Array bias, Array y, Window window, Convolution.Geometry image, int count) {
        var bands = cut(window, image, count);
        if (bands == null) return false;
        int n = x.shape().get(0);
        long xImage = x.count() / n, yImage = y.count() / n;
        long xRow = x.layout().isChannelsLast()
                ? xImage / x.shape().get(2)
                : x.shape().get(3);
        long yRow = yImage / y.shape().get(2);
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
        var bands = new ArrayList<Band>();
        for (int i = 0; i < count; i++) {
            int low = start(i, out, count), high = start(i + 1, out, count);
            int top = window.input(0, low, 0), bottom = window.input(0, high - 1, window.kernel()[0] - 1) + 1;
            int first = Math.max(0, top), last = Math.min(h, bottom);
            if (last <= first) return null;
            var plan = Convolution.forward(image.rows(last - first, high - low, first - top, bottom - last));
            if (plan == null) return null;
            bands.add(new Band(low, first, plan));
        }
        return bands;
    }

    /** The first row of band {@code i}; bands differ by one row at most, the larger ones come first. */
    private static int start(int i, int out, int count) {
        return i * (out / count) + Math.min(i, out % count);
    }
}
