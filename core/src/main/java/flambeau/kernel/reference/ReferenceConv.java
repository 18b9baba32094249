package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.Window;
import flambeau.kernel.Conv;
import org.jspecify.annotations.Nullable;

/** Convolution: for each element of the result, a loop over the products that it is the sum of. */
final class ReferenceConv implements Conv {
    @Override
    public boolean forward(Array x, Array w, @Nullable Array bias, Array y, Window window, int groups) {
        Volume in = new Volume(x), weight = new Volume(w), out = new Volume(y);
        var add = bias == null ? null : Elements.of(bias);
        var win = window.threeAxes();
        for (int n = 0; n < out.n; n++)
            for (int o = 0; o < out.c; o++)
                for (int d = 0; d < out.d; d++)
                    for (int h = 0; h < out.h; h++)
                        for (int v = 0; v < out.w; v++)
                            out.set(
                                    n,
                                    o,
                                    d,
                                    h,
                                    v,
                                    (add == null ? 0 : add.getDouble(o))
                                            + sum(in, weight, win, n, o, o / (out.c / groups) * weight.c, d, h, v));
        return true;
    }

    private static double sum(Volume x, Volume w, Window win, int n, int o, int firstC, int d, int h, int v) {
        double sum = 0;
        for (int c = 0; c < w.c; c++)
            for (int kd = 0; kd < w.d; kd++)
                for (int kh = 0; kh < w.h; kh++)
                    for (int kw = 0; kw < w.w; kw++) {
                        int id = win.input(0, d, kd), ih = win.input(1, h, kh), iw = win.input(2, v, kw);
                        if (x.holds(id, ih, iw)) sum += w.get(o, c, kd, kh, kw) * x.get(n, firstC + c, id, ih, iw);
                    }
        return sum;
    }

    @Override
    public boolean backwardData(Array dy, Array w, Array dx, Window window, int groups) {
        Volume in = new Volume(dx), weight = new Volume(w), out = new Volume(dy);
        var win = window.threeAxes();
        for (int n = 0; n < in.n; n++)
            for (int c = 0; c < in.c; c++)
                for (int d = 0; d < in.d; d++)
                    for (int h = 0; h < in.h; h++)
                        for (int v = 0; v < in.w; v++)
                            in.set(
                                    n,
                                    c,
                                    d,
                                    h,
                                    v,
                                    dataSum(
                                            out,
                                            weight,
                                            win,
                                            n,
                                            c,
                                            c / weight.c * (out.c / groups),
                                            d,
                                            h,
                                            v,
                                            out.c / groups));
        return true;
    }

    private static double dataSum(
            Volume dy, Volume w, Window win, int n, int c, int firstO, int d, int h, int v, int outs) {
        double sum = 0;
        for (int kd = 0; kd < w.d; kd++)
            for (int kh = 0; kh < w.h; kh++)
                for (int kw = 0; kw < w.w; kw++) {
                    int od = win.output(0, d, kd), oh = win.output(1, h, kh), ow = win.output(2, v, kw);
                    if (!dy.holds(od, oh, ow)) continue;
                    for (int o = firstO; o < firstO + outs; o++)
                        sum += w.get(o, c % w.c, kd, kh, kw) * dy.get(n, o, od, oh, ow);
                }
        return sum;
    }

    @Override
    public boolean backwardWeights(Array x, Array dy, Array dw, @Nullable Array dbias, Window window, int groups) {
        Volume in = new Volume(x), weight = new Volume(dw), out = new Volume(dy);
        var win = window.threeAxes();
        for (int o = 0; o < weight.n; o++)
            for (int c = 0; c < weight.c; c++)
                for (int kd = 0; kd < weight.d; kd++)
                    for (int kh = 0; kh < weight.h; kh++)
                        for (int kw = 0; kw < weight.w; kw++)
                            weight.set(
                                    o,
                                    c,
                                    kd,
                                    kh,
                                    kw,
                                    weightSum(in, out, win, o, o / (out.c / groups) * weight.c + c, kd, kh, kw));
        if (dbias != null) biasSums(out, Elements.of(dbias));
        return true;
    }

    private static double weightSum(Volume x, Volume dy, Window win, int o, int c, int kd, int kh, int kw) {
        double sum = 0;
        for (int n = 0; n < dy.n; n++)
            for (int d = 0; d < dy.d; d++)
                for (int h = 0; h < dy.h; h++)
                    for (int v = 0; v < dy.w; v++) {
                        int id = win.input(0, d, kd), ih = win.input(1, h, kh), iw = win.input(2, v, kw);
                        if (x.holds(id, ih, iw)) sum += x.get(n, c, id, ih, iw) * dy.get(n, o, d, h, v);
                    }
        return sum;
    }

    private static void biasSums(Volume dy, Elements dbias) {
        for (int o = 0; o < dy.c; o++) {
            double sum = 0;
            for (int n = 0; n < dy.n; n++)
                for (int d = 0; d < dy.d; d++)
                    for (int h = 0; h < dy.h; h++) for (int v = 0; v < dy.w; v++) sum += dy.get(n, o, d, h, v);
            dbias.setDouble(o, sum);
        }
    }
}
