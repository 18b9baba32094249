package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.Pooling;
import flambeau.kernel.Window;
import org.jspecify.annotations.Nullable;

/** Max pooling: a loop over the places of each window. y's shape says how many windows there are. */
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
                    boolean larger = x.floating
                            ? isLarger(x.get(n, c, id, ih, iw), x.get(n, c, bd, bh, bw))
                            : x.getLong(n, c, id, ih, iw) > x.getLong(n, c, bd, bh, bw);
                    if (best >= 0 && !larger) continue;
                    best = (int) x.number(id, ih, iw);
                    bd = id;
                    bh = ih;
                    bw = iw;
                }
        return best;
    }

    private static boolean isLarger(double a, double b) {
        return a > b || Double.isNaN(a) && !Double.isNaN(b);
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
}
