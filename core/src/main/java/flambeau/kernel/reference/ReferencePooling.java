package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.Window;
import flambeau.kernel.Pooling;
import flambeau.kernel.Spans;
import org.jspecify.annotations.Nullable;

/** Pooling: a loop over the places of each window. y's shape says how many windows there are. */
final class ReferencePooling implements Pooling {
    @Override
    public boolean max(Array x, Array y, @Nullable Array index, Window window) {
        Volume in = new Volume(x), out = new Volume(y);
        var where = index == null ? null : new Volume(index);
        var win = window.threeAxes();
        for (int n = 0; n < out.n; n++)
            for (int c = 0; c < out.c; c++)
                for (int d = 0; d < out.d; d++)
                    for (int h = 0; h < out.h; h++)
                        for (int v = 0; v < out.w; v++) {
                            int best = best(in, win, n, c, d, h, v);
                            int bd = best / in.w / in.h, bh = best / in.w % in.h, bw = best % in.w;
                            if (best < 0) out.set(n, c, d, h, v, Double.NEGATIVE_INFINITY);
                            else if (in.floating) out.set(n, c, d, h, v, in.get(n, c, bd, bh, bw));
                            else out.setLong(n, c, d, h, v, in.getLong(n, c, bd, bh, bw));
                            if (where != null) where.setLong(n, c, d, h, v, Math.max(best, 0));
                        }
        return true;
    }

    /** The number of the largest place of a window in its plane; -1 if all of it is padding. */
    private static int best(Volume x, Window win, int n, int c, int d, int h, int v) {
        int best = -1, bd = 0, bh = 0, bw = 0;
        for (int kd = 0; kd < win.kernel()[0]; kd++)
            for (int kh = 0; kh < win.kernel()[1]; kh++)
                for (int kw = 0; kw < win.kernel()[2]; kw++) {
                    int id = win.input(0, d, kd), ih = win.input(1, h, kh), iw = win.input(2, v, kw);
                    if (!x.holds(id, ih, iw)) continue;
                    if (best >= 0 && !isLarger(x, n, c, id, ih, iw, bd, bh, bw)) continue;
                    best = (int) x.number(id, ih, iw);
                    bd = id;
                    bh = ih;
                    bw = iw;
                }
        return best;
    }

    /** Whether the value at [d, h, w] takes the place of the one at [bd, bh, bw]; the last NaN wins. */
    private static boolean isLarger(Volume x, int n, int c, int d, int h, int w, int bd, int bh, int bw) {
        if (!x.floating) return x.getLong(n, c, d, h, w) > x.getLong(n, c, bd, bh, bw);
        double value = x.get(n, c, d, h, w);
        return value > x.get(n, c, bd, bh, bw) || Double.isNaN(value);
    }

    @Override
    public boolean maxBackward(Array dy, Array index, Array dx, Window window) {
        Volume out = new Volume(dy), where = new Volume(index), in = new Volume(dx);
        var plane = new double[in.d * in.h * in.w];
        for (int n = 0; n < in.n; n++)
            for (int c = 0; c < in.c; c++) {
                java.util.Arrays.fill(plane, 0);
                for (int d = 0; d < out.d; d++)
                    for (int h = 0; h < out.h; h++)
                        for (int v = 0; v < out.w; v++)
                            plane[(int) where.getLong(n, c, d, h, v)] += out.get(n, c, d, h, v);
                for (int i = 0; i < plane.length; i++)
                    in.set(n, c, i / in.w / in.h, i / in.w % in.h, i % in.w, plane[i]);
            }
        return true;
    }

    @Override
    public boolean maxOver(Array x, Array y, Array index, Spans[] spans) {
        Volume in = new Volume(x), out = new Volume(y), where = new Volume(index);
        eachWindow(out, spans, (n, c, d, h, w, from, to) -> {
            int bd = from[0], bh = from[1], bw = from[2];
            for (int id = from[0]; id < to[0]; id++)
                for (int ih = from[1]; ih < to[1]; ih++)
                    for (int iw = from[2]; iw < to[2]; iw++)
                        if (isLarger(in, n, c, id, ih, iw, bd, bh, bw)) {
                            bd = id;
                            bh = ih;
                            bw = iw;
                        }
            if (in.floating) out.set(n, c, d, h, w, in.get(n, c, bd, bh, bw));
            else out.setLong(n, c, d, h, w, in.getLong(n, c, bd, bh, bw));
            where.setLong(n, c, d, h, w, in.number(bd, bh, bw));
        });
        return true;
    }

    /** What is done with one window, which stretches from one place to another along three axes. */
    private interface WindowBody {
        void run(int n, int c, int d, int h, int w, int[] from, int[] to);
    }

    private static void eachWindow(Volume out, Spans[] spans, WindowBody body) {
        int[] from = new int[3], to = new int[3];
        for (int n = 0; n < out.n; n++)
            for (int c = 0; c < out.c; c++)
                for (int d = 0; d < out.d; d++)
                    for (int h = 0; h < out.h; h++)
                        for (int w = 0; w < out.w; w++) {
                            for (int i = 0; i < 3; i++) {
                                int at = spans[i].at(n * out.c + c, i == 0 ? d : i == 1 ? h : w);
                                from[i] = spans[i].from()[at];
                                to[i] = spans[i].to()[at];
                            }
                            body.run(n, c, d, h, w, from, to);
                        }
    }

    @Override
    public boolean average(Array x, Array y, Spans[] spans) {
        Volume in = new Volume(x), out = new Volume(y);
        eachWindow(out, spans, (n, c, d, h, w, from, to) -> {
            double sum = 0;
            long whole = 0;
            for (int id = from[0]; id < to[0]; id++)
                for (int ih = from[1]; ih < to[1]; ih++)
                    for (int iw = from[2]; iw < to[2]; iw++)
                        if (in.floating) sum += in.get(n, c, id, ih, iw);
                        else whole += in.getLong(n, c, id, ih, iw);
            long count = count(spans, d, h, w);
            if (in.floating) out.set(n, c, d, h, w, sum / count);
            else out.setLong(n, c, d, h, w, whole / count);
        });
        return true;
    }

    private static long count(Spans[] spans, int d, int h, int w) {
        return (long) spans[0].counts()[d] * spans[1].counts()[h] * spans[2].counts()[w];
    }

    @Override
    public boolean averageBackward(Array dy, Array dx, Spans[] spans) {
        Volume out = new Volume(dy), in = new Volume(dx);
        var sums = new double[in.n * in.c][in.d * in.h * in.w];
        eachWindow(out, spans, (n, c, d, h, w, from, to) -> {
            double each = out.get(n, c, d, h, w) / count(spans, d, h, w);
            for (int id = from[0]; id < to[0]; id++)
                for (int ih = from[1]; ih < to[1]; ih++)
                    for (int iw = from[2]; iw < to[2]; iw++) sums[n * in.c + c][(int) in.number(id, ih, iw)] += each;
        });
        for (int n = 0; n < in.n; n++)
            for (int c = 0; c < in.c; c++)
                for (int i = 0; i < in.d * in.h * in.w; i++)
                    in.set(n, c, i / in.w / in.h, i / in.w % in.h, i % in.w, sums[n * in.c + c][i]);
        return true;
    }
}
