package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.Norm;
import org.jspecify.annotations.Nullable;

/** Normalisation: for each channel a loop over its elements. */
final class ReferenceNorm implements Norm {
    /** The elements of channel {@code c}. */
    private static Elements channel(Array x, int c) {
        return Elements.of(x, x.layout().select(1, c));
    }

    @Override
    public boolean moments(Array x, Array mean, Array variance) {
        var means = Elements.of(mean);
        var variances = Elements.of(variance);
        for (int c = 0; c < means.count; c++) {
            var in = channel(x, c);
            double sum = 0, squares = 0;
            for (long i = 0; i < in.count; i++) sum += in.getDouble(i);
            double mu = sum / in.count;
            for (long i = 0; i < in.count; i++) squares += (in.getDouble(i) - mu) * (in.getDouble(i) - mu);
            means.setDouble(c, mu);
            variances.setDouble(c, squares / in.count);
        }
        return true;
    }

    @Override
    public boolean normalize(
            Array x, Array mean, Array variance, @Nullable Array w, @Nullable Array b, double eps, Array y) {
        for (int c = 0; c < mean.count(); c++) {
            var in = channel(x, c);
            var out = channel(y, c);
            double mu = Elements.of(mean).getDouble(c);
            double scale = (w == null ? 1 : Elements.of(w).getDouble(c))
                    / Math.sqrt(Elements.of(variance).getDouble(c) + eps);
            double shift = b == null ? 0 : Elements.of(b).getDouble(c);
            for (long i = 0; i < in.count; i++) out.setDouble(i, (in.getDouble(i) - mu) * scale + shift);
        }
        return true;
    }

    @Override
    public boolean backward(
            Array dy,
            Array x,
            Array mean,
            Array variance,
            @Nullable Array w,
            double eps,
            Array dx,
            Array dw,
            Array db) {
        for (int c = 0; c < mean.count(); c++) {
            var in = channel(x, c);
            var grad = channel(dy, c);
            var out = channel(dx, c);
            double mu = Elements.of(mean).getDouble(c);
            double r = 1 / Math.sqrt(Elements.of(variance).getDouble(c) + eps);
            double scale = (w == null ? 1 : Elements.of(w).getDouble(c)) * r;
            double sum = 0, product = 0;
            for (long i = 0; i < in.count; i++) {
                sum += grad.getDouble(i);
                product += grad.getDouble(i) * (in.getDouble(i) - mu) * r;
            }
            for (long i = 0; i < in.count; i++)
                out.setDouble(i, scale * (grad.getDouble(i) - (sum + (in.getDouble(i) - mu) * r * product) / in.count));
            Elements.of(dw).setDouble(c, product);
            Elements.of(db).setDouble(c, sum);
        }
        return true;
    }
}
