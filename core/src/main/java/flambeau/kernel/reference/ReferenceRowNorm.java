package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.RowNorm;
import org.jspecify.annotations.Nullable;

/** Normalisation of rows: for each row its mean, its variance, its results. */
final class ReferenceRowNorm implements RowNorm {
    @Override
    public boolean forward(
            Array x, @Nullable Array w, @Nullable Array b, double eps, Array y, Array mean, Array scale) {
        Elements in = Elements.of(x), out = Elements.of(y), means = Elements.of(mean), scales = Elements.of(scale);
        Elements weight = w == null ? null : Elements.of(w), bias = b == null ? null : Elements.of(b);
        int m = x.shape().get(1);
        for (long r = 0; r < means.count; r++) {
            double sum = 0, squares = 0;
            for (int i = 0; i < m; i++) sum += in.getDouble(r * m + i);
            double mu = sum / m;
            for (int i = 0; i < m; i++) squares += (in.getDouble(r * m + i) - mu) * (in.getDouble(r * m + i) - mu);
            double s = 1 / Math.sqrt(squares / m + eps);
            means.setDouble(r, mu);
            scales.setDouble(r, s);
            for (int i = 0; i < m; i++) {
                double hat = (in.getDouble(r * m + i) - mu) * s;
                double scaled = weight == null ? hat : hat * weight.getDouble(i);
                out.setDouble(r * m + i, bias == null ? scaled : scaled + bias.getDouble(i));
            }
        }
        return true;
    }

    @Override
    public boolean backward(
            Array dy, Array x, Array mean, Array scale, @Nullable Array w, Array dx, Array dw, Array db) {
        Elements in = Elements.of(x), grad = Elements.of(dy), out = Elements.of(dx);
        Elements means = Elements.of(mean), scales = Elements.of(scale);
        var weight = w == null ? null : Elements.of(w);
        int m = x.shape().get(1);
        var products = new double[m];
        var sums = new double[m];
        for (long r = 0; r < means.count; r++) {
            double mu = means.getDouble(r), s = scales.getDouble(r), sum = 0, product = 0;
            for (int i = 0; i < m; i++) {
                double hat = (in.getDouble(r * m + i) - mu) * s, d = grad.getDouble(r * m + i);
                double g = weight == null ? d : d * weight.getDouble(i);
                products[i] += d * hat;
                sums[i] += d;
                sum += g;
                product += g * hat;
            }
            for (int i = 0; i < m; i++) {
                double hat = (in.getDouble(r * m + i) - mu) * s, d = grad.getDouble(r * m + i);
                double g = weight == null ? d : d * weight.getDouble(i);
                out.setDouble(r * m + i, s * (g - (sum + hat * product) / m));
            }
        }
        for (int i = 0; i < m; i++) {
            Elements.of(dw).setDouble(i, products[i]);
            Elements.of(db).setDouble(i, sums[i]);
        }
        return true;
    }
}
