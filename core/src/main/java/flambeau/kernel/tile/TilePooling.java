package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Window;
import flambeau.kernel.Parallel;
import flambeau.kernel.Pooling;
import flambeau.kernel.Spans;
import flambeau.kernel.runs.Copies;
import org.jspecify.annotations.Nullable;

/** Pooling of float32, contiguous (then each channel is an image of its own) or with the channels last. */
final class TilePooling implements Pooling {
    private static final int CHUNK = 1 << 14; // windows a thread takes at a time

    @Override
    public boolean max(Array x, Array y, @Nullable Array index, Window window) {
        if (!x.isFloat32() || !y.isFloat32() || x.count() == 0) return false;
        boolean last = isChannelsLast(x);
        var in = last || x.layout().isContiguous() ? x : copy(x, Layout.contiguous(x.shape()));
        var out = room(y, last);
        var where = index == null ? null : room(index, last);
        var pool = new MaxPool(in, out, where, window, last);
        Parallel.forRange(pool.groups(), Math.max(CHUNK / pool.groupWindows(), 1), pool::forward);
        if (in != x) in.storage().release();
        finish(out, y);
        if (index != null && where != null) finish(where, index);
        return true;
    }

    @Override
    public boolean maxBackward(Array dy, Array index, Array dx, Window window) {
        if (!dx.isFloat32() || !dy.isFloat32() || dy.count() == 0) return false;
        boolean last = isChannelsLast(dx);
        Array grad = is(dy, last) ? dy : copy(dy, layout(dy, last)),
                where = is(index, last) ? index : copy(index, layout(index, last));
        var in = room(dx, last);
        var pool = new MaxPool(in, grad, where, window, last);
        Parallel.forRange(pool.images(), 1, pool::backward);
        if (grad != dy) grad.storage().release();
        if (where != index) where.storage().release();
        finish(in, dx);
        return true;
    }

    @Override
    public boolean maxOver(Array x, Array y, Array index, Spans[] spans) {
        return false;
    }

    @Override
    public boolean average(Array x, Array y, Spans[] spans) {
        if (!x.isFloat32() || !y.isFloat32() || y.count() == 0) return false;
        boolean last = isChannelsLast(x);
        var in = last || x.layout().isContiguous() ? x : copy(x, Layout.contiguous(x.shape()));
        var out = room(y, last);
        var pool = new AveragePool(in, out, spans, last);
        Parallel.forRange(pool.lines(), Math.max(CHUNK / pool.lineWork(), 1), pool::forward);
        if (in != x) in.storage().release();
        finish(out, y);
        return true;
    }

    @Override
    public boolean averageBackward(Array dy, Array dx, Spans[] spans) {
        if (!dx.isFloat32() || !dy.isFloat32() || dy.count() == 0) return false;
        boolean last = isChannelsLast(dx);
        var grad = is(dy, last) ? dy : copy(dy, layout(dy, last));
        var in = room(dx, last);
        var pool = new AveragePool(in, grad, spans, last);
        Parallel.forRange(pool.images(), Math.max(CHUNK / pool.imageWork(), 1), pool::backward);
        if (grad != dy) grad.storage().release();
        finish(in, dx);
        return true;
    }

    private static boolean isChannelsLast(Array x) {
        return !x.layout().isContiguous() && x.layout().isChannelsLast();
    }

    private static boolean is(Array x, boolean channelsLast) {
        return channelsLast ? x.layout().isChannelsLast() : x.layout().isContiguous();
    }

    private static Layout layout(Array x, boolean channelsLast) {
        return channelsLast ? Layout.channelsLast(x.shape()) : Layout.contiguous(x.shape());
    }

    private static Array room(Array y, boolean channelsLast) {
        return is(y, channelsLast) ? y : Array.empty(layout(y, channelsLast), y.dtype());
    }

    private static Array copy(Array x, Layout layout) {
        var copy = Array.empty(layout, x.dtype());
        Copies.copy(x, copy);
        return copy;
    }

    private static void finish(Array room, Array y) {
        if (room == y) return;
        Copies.copy(room, y);
        room.storage().release();
    }
}
