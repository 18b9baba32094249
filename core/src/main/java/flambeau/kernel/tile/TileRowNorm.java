package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.kernel.Parallel;
import flambeau.kernel.RowNorm;
import flambeau.kernel.runs.Floats;
import org.jspecify.annotations.Nullable;

/** Normalisation of rows of float32: a row, or a block of a long one, at a time. */
final class TileRowNorm implements RowNorm {
    private static final int CHUNK = 1 << 14; // elements a thread takes at a time
    private static final int PARTS = 32; // into which the sums over rows are cut, so that threads do not change them

    @Override
    public boolean forward(
            Array x, @Nullable Array w, @Nullable Array b, double eps, Array y, Array mean, Array scale) {
        int m = x.shape().get(1);
        if (!x.isFloat32() || !y.isFloat32() || m == 0) return false;
        long from = x.address(), to = y.address(), means = mean.address(), scales = scale.address();
        long weight = w == null ? 0 : w.address(), bias = b == null ? 0 : b.address();
        Parallel.forRange(mean.count(), Math.max(CHUNK / m, 1), (low, high) -> {
            var t = Tiles.get();
            boolean fits = m <= Tiles.SIZE; // a row stays in tile a, the weights in c and d
            if (fits) weights(t, weight, bias, 0, m);
            for (long r = low; r < high; r++) {
                long at = 4L * r * m;
                float mu = (float) (sum(t.a, from + at, m) / m);
                float s = (float) (1 / Math.sqrt(squares(t.a, from + at, mu, m) / m + eps));
                Floats.set(means + 4 * r, mu);
                Floats.set(scales + 4 * r, s);
                for (int i = 0; i < m; i += Tiles.SIZE) {
                    int n = Math.min(Tiles.SIZE, m - i);
                    if (!fits) {
                        Floats.load(from + at + 4L * i, t.a, 0, n);
                        weights(t, weight, bias, i, n);
                    }
                    write(t, mu, s, weight != 0, bias != 0, n);
                    Floats.store(t.a, 0, to + at + 4L * i, n);
                }
            }
        });
        return true;
    }

    private static void weights(Tiles t, long w, long b, int i, int n) {
        if (w != 0) Floats.load(w + 4L * i, t.c, 0, n);
        if (b != 0) Floats.load(b + 4L * i, t.d, 0, n);
    }

    private static double sum(float[] tile, long x, int m) {
        double sum = 0;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = Math.min(Tiles.SIZE, m - i);
            Floats.load(x + 4L * i, tile, 0, n);
            sum += RowSums.sum(tile, n);
        }
        return sum;
    }

    private static double squares(float[] tile, long x, float mu, int m) {
        if (m <= Tiles.SIZE) return RowSums.squares(tile, mu, m);
        double sum = 0;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = Math.min(Tiles.SIZE, m - i);
            Floats.load(x + 4L * i, tile, 0, n);
            sum += RowSums.squares(tile, mu, n);
        }
        return sum;
    }

    private static void write(Tiles t, float mu, float s, boolean scaled, boolean shifted, int n) {
        if (scaled && shifted) affine(t.a, mu, s, t.c, t.d, n);
        else {
            hat(t.a, mu, s, n);
            if (scaled) CurveLoops.multiply(t.a, t.c, n);
            if (shifted) Folding.add(t.a, t.d, n);
        }
    }

    private static void affine(float[] x, float mu, float s, float[] w, float[] b, int n) {
        for (int i = 0; i < n; i++) x[i] = (x[i] - mu) * s * w[i] + b[i];
    }

    private static void hat(float[] x, float mu, float s, int n) {
        for (int i = 0; i < n; i++) x[i] = (x[i] - mu) * s;
    }

    @Override
    public boolean backward(
            Array dy, Array x, Array mean, Array scale, @Nullable Array w, Array dx, Array dw, Array db) {
        int m = x.shape().get(1);
        if (!x.isFloat32() || !dy.isFloat32() || m == 0) return false;
        long rows = mean.count(), chunk = Math.max(Math.max(CHUNK / m, 1), (rows + PARTS - 1) / PARTS);
        int parts = Math.toIntExact((rows + chunk - 1) / chunk);
        var products = new float[parts][m]; // of the rows of each chunk
        var sums = new float[parts][m];
        long from = x.address(), grad = dy.address(), to = dx.address();
        long means = mean.address(), scales = scale.address(), weight = w == null ? 0 : w.address();
        Parallel.forRange(rows, chunk, (low, high) -> {
            int part = (int) (low / chunk);
            var t = Tiles.get();
            if (m <= Tiles.SIZE) weights(t, weight, 0, 0, m);
            for (long r = low; r < high; r++) {
                long at = 4L * r * m;
                float mu = Floats.get(means + 4 * r), s = Floats.get(scales + 4 * r);
                if (m <= Tiles.SIZE)
                    narrow(t, grad + at, from + at, mu, s, weight != 0, to + at, products[part], sums[part], m);
                else wide(t, grad + at, from + at, mu, s, weight, to + at, products[part], sums[part], m);
            }
        });
        for (int p = 1; p < parts; p++) {
            Folding.add(products[0], products[p], m);
            Folding.add(sums[0], sums[p], m);
        }
        Floats.store(parts == 0 ? new float[m] : products[0], 0, dw.address(), m);
        Floats.store(parts == 0 ? new float[m] : sums[0], 0, db.address(), m);
        return true;
    }

    /** {@code dx = s (g - (sum g + hat sum(g hat)) / m)} with {@code g = dy w}, whose weights are in tile c. */
    private static void narrow(
            Tiles t, long dy, long x, float mu, float s, boolean scaled, long dx, float[] dw, float[] db, int m) {
        load(t, dy, x, mu, s, 0, m);
        accumulate(t.b, t.a, dw, m);
        Folding.add(db, t.b, m);
        if (scaled) CurveLoops.multiply(t.b, t.c, m);
        float a = (float) (RowSums.sum(t.b, m) / m), b = (float) (RowSums.products(t.b, t.a, m) / m);
        gradient(t.b, t.a, a, b, s, m);
        Floats.store(t.b, 0, dx, m);
    }

    private static void wide(
            Tiles t, long dy, long x, float mu, float s, long w, long dx, float[] dw, float[] db, int m) {
        double sum = 0, product = 0;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = Math.min(Tiles.SIZE, m - i);
            load(t, dy, x, mu, s, i, n);
            System.arraycopy(dw, i, t.d, 0, n);
            System.arraycopy(db, i, t.e, 0, n);
            accumulate(t.b, t.a, t.d, n);
            Folding.add(t.e, t.b, n);
            System.arraycopy(t.d, 0, dw, i, n);
            System.arraycopy(t.e, 0, db, i, n);
            weigh(t, w, i, n);
            sum += RowSums.sum(t.b, n);
            product += RowSums.products(t.b, t.a, n);
        }
        float a = (float) (sum / m), b = (float) (product / m);
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = Math.min(Tiles.SIZE, m - i);
            load(t, dy, x, mu, s, i, n);
            weigh(t, w, i, n);
            gradient(t.b, t.a, a, b, s, n);
            Floats.store(t.b, 0, dx + 4L * i, n);
        }
    }

    /** The normalised row in tile a, the gradient in tile b. */
    private static void load(Tiles t, long dy, long x, float mu, float s, int i, int n) {
        Floats.load(x + 4L * i, t.a, 0, n);
        Floats.load(dy + 4L * i, t.b, 0, n);
        hat(t.a, mu, s, n);
    }

    private static void weigh(Tiles t, long w, int i, int n) {
        if (w == 0) return;
        Floats.load(w + 4L * i, t.c, 0, n);
        CurveLoops.multiply(t.b, t.c, n);
    }

    private static void accumulate(float[] dy, float[] hat, float[] dw, int n) {
        for (int i = 0; i < n; i++) dw[i] += dy[i] * hat[i];
    }

    private static void gradient(float[] g, float[] hat, float mean, float slope, float s, int n) {
        for (int i = 0; i < n; i++) g[i] = s * (g[i] - mean - hat[i] * slope);
    }
}
