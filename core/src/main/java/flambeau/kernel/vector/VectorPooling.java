package flambeau.kernel.vector;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Window;
import flambeau.kernel.Parallel;
import flambeau.kernel.Pooling;
import flambeau.kernel.Spans;
import flambeau.kernel.vector.MaxVectors.Pixels;
import org.jspecify.annotations.Nullable;

/** Max pooling of float32 images whose channels lie together, at least a vector of them. */
final class VectorPooling implements Pooling {
    private static final int CHUNK = 1 << 14; // elements of the result that a thread takes at a time

    private final Warmth warmth;

    VectorPooling(boolean always) {
        warmth = new Warmth(always, () -> {
            for (int c : new int[] {Lane.WIDTH, Lane.WIDTH + 5})
                for (int i = 0; i < 4; i++) {
                    var pixels = new Pixels(0, 3, 1, 0, 3, 1);
                    MaxVectors.values(Dummy.at(0), 5, c, pixels, Dummy.at(1));
                    MaxVectors.places(Dummy.at(0), 5, c, pixels, Dummy.at(1), Dummy.at(2));
                }
        });
    }

    @Override
    public boolean max(Array x, Array y, @Nullable Array index, Window window) {
        int c = x.shape().get(1);
        boolean taken = window.rank() == 2
                && c >= Lane.WIDTH
                && isImage(x, DType.FLOAT32)
                && isImage(y, DType.FLOAT32)
                && (index == null || isImage(index, DType.INT32))
                && y.count() > 0
                && everyWindowSees(x, y, window)
                && warmth.isReady(y.count() * window.kernel()[0] * window.kernel()[1] / 4);
        if (!taken) return false;
        int rows = y.shape().get(2), columns = y.shape().get(3);
        long lines = (long) y.shape().get(0) * rows;
        Parallel.forRange(lines, Math.max(CHUNK / (columns * c), 1), (low, high) -> {
            for (long line = low; line < high; line++) line(x, y, index, window, line);
        });
        return true;
    }

    private static boolean isImage(Array x, DType dtype) {
        return x.dtype() == dtype && x.layout().isChannelsLast();
    }

    /** Whether no window has nothing but padding. */
    private static boolean everyWindowSees(Array x, Array y, Window window) {
        for (int axis = 0; axis < 2; axis++) {
            int size = x.shape().get(2 + axis);
            for (int i = 0; i < y.shape().get(2 + axis); i++)
                if (low(window, axis, i) >= high(window, axis, i, size)) return false;
        }
        return true;
    }

    /** The first place of a window that is not padding. */
    private static int low(Window window, int axis, int i) {
        int place = window.input(axis, i, 0), step = window.dilation()[axis];
        return place >= 0 ? place : place + Math.ceilDiv(-place, step) * step;
    }

    /** The end of its places. */
    private static int high(Window window, int axis, int i, int size) {
        return Math.min(window.input(axis, i, window.kernel()[axis] - 1) + 1, size);
    }

    private static void line(Array x, Array y, @Nullable Array index, Window window, long line) {
        int c = x.shape().get(1), height = x.shape().get(2), width = x.shape().get(3);
        int rows = y.shape().get(2), columns = y.shape().get(3), i = (int) (line % rows);
        long image = x.address() + 4 * (line / rows) * height * width * c;
        int top = low(window, 0, i), bottom = high(window, 0, i, height);
        for (int j = 0; j < columns; j++) {
            var pixels = new Pixels(
                    top,
                    bottom,
                    window.dilation()[0],
                    low(window, 1, j),
                    high(window, 1, j, width),
                    window.dilation()[1]);
            long to = 4 * (line * columns + j) * c;
            if (index == null) MaxVectors.values(image, width, c, pixels, y.address() + to);
            else MaxVectors.places(image, width, c, pixels, y.address() + to, index.address() + to);
        }
    }

    @Override
    public boolean maxBackward(Array dy, Array index, Array dx, Window window) {
        return false;
    }

    @Override
    public boolean maxOver(Array x, Array y, Array index, Spans[] spans) {
        return false;
    }

    @Override
    public boolean average(Array x, Array y, Spans[] spans) {
        return false;
    }

    @Override
    public boolean averageBackward(Array dy, Array dx, Spans[] spans) {
        return false;
    }
}
