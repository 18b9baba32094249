package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.kernel.Parallel;
import flambeau.kernel.RowNorm;
import flambeau.kernel.runs.Floats;
import org.jspecify.annotations.Nullable;

/** Normalisation of rows of float32: a row, or a block of a long one, at a time. */
final class TileRowNorm implements RowNorm {
    private static final int CHUNK = 1 << 13; // elements a thread takes at a time
    private static final int PARTS = 32; // into which the sums over rows are cut, so that threads do not change them

    @Override
    public boolean forward(
            Array x, @Nullable Array w, @Nullable Array b, double eps, Array y, Array mean, Array scale) {
        int m = x.shape().get(1);
        if (!x.isFloat32() || !y.isFloat32() || m == 0) return false;
        long from = x.address(), to = y.address(), means = mean.address(), scales = scale.address();
        long weight = w == null ? 0 : w.address(), bias = b == null ? 0 : b.address();
        Parallel.forRange(mean.count(), Math.max(CHUNK / m, 1), (low, high) -> {
            for (long r = low; r < high; r++) {
                long row = from + 4L * r * m;
                float mu = (float) (sum(row, m) / m);
                float s = (float) (1 / Math.sqrt(squares(row, mu, m) / m + eps));
                Floats.set(means + 4 * r, mu);
                Floats.set(scales + 4 * r, s);
                write(row, mu, s, weight, bias, to + 4L * r * m, m);
            }
        });
        return true;
    }

    private static double sum(long x, int m) {
        var tile = Tiles.get().a;
        double sum = 0;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = Math.min(Tiles.SIZE, m - i);
            Floats.load(x + 4L * i, tile, 0, n);
            sum += Folding.sum(tile, 0, n);
        }
        return sum;
    }

    private static double squares(long x, float mu, int m) {
        var tile = Tiles.get().a;
        double sum = 0;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = Math.min(Tiles.SIZE, m - i);
            Floats.load(x + 4L * i, tile, 0, n);
            squares(tile, mu, n);
            sum += Folding.sum(tile, 0, n);
        }
        return sum;
    }

    private static void squares(float[] x, float mu, int n) {
        for (int i = 0; i < n; i++) x[i] = (x[i] - mu) * (x[i] - mu);
    }

    private static void write(long x, float mu, float s, long w, long b, long y, int m) {
        var t = Tiles.get();
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = Math.min(Tiles.SIZE, m - i);
            Floats.load(x + 4L * i, t.a, 0, n);
            hat(t.a, mu, s, n);
            if (w != 0) {
                Floats.load(w + 4L * i, t.b, 0, n);
                CurveLoops.multiply(t.a, t.b, n);
            }
            if (b != 0) {
                Floats.load(b + 4L * i, t.b, 0, n);
                Folding.add(t.a, t.b, n);
            }
            Floats.store(t.a, 0, y + 4L * i, n);
        }
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
        var sums = new float[Math.toIntExact((rows + chunk - 1) / chunk)][2 * m]; // of each chunk: dw, db
        long from = x.address(), grad = dy.address(), to = dx.address();
        long means = mean.address(), scales = scale.address(), weight = w == null ? 0 : w.address();
        Parallel.forRange(rows, chunk, (low, high) -> {
            var own = sums[(int) (low / chunk)];
            for (long r = low; r < high; r++) {
                long at = 4L * r * m;
                backward(
                        grad + at,
                        from + at,
                        Floats.get(means + 4 * r),
                        Floats.get(scales + 4 * r),
                        weight,
                        to + at,
                        own,
                        m);
            }
        });
        var all = new float[2 * m];
        for (var own : sums) Folding.add(all, own, 2 * m);
        Floats.store(all, 0, dw.address(), m);
        Floats.store(all, m, db.address(), m);
        return true;
    }

    /** Row by row: {@code dx = s (g - (sum g + hat sum(g hat)) / m)} with {@code g = dy w}. */
    private static void backward(long dy, long x, float mu, float s, long w, long dx, float[] sums, int m) {
        var t = Tiles.get();
        double sum = 0, product = 0;
        for (int i = 0; i < m; i += Tiles.SIZE) {
            int n = Math.min(Tiles.SIZE, m - i);
            load(t, dy, x, mu, s, i, n);
            accumulate(t.b, t.a, sums, i, m + i, n);
            weigh(t, w, i, n);
            CurveLoops.multiply(t.a, t.b, n);
            product += Folding.sum(t.a, 0, n);
            sum += Folding.sum(t.b, 0, n);
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

    private static void accumulate(float[] dy, float[] hat, float[] sums, int dw, int db, int n) {
        for (int i = 0; i < n; i++) sums[dw + i] += dy[i] * hat[i];
        for (int i = 0; i < n; i++) sums[db + i] += dy[i];
    }

    private static void gradient(float[] g, float[] hat, float mean, float slope, float s, int n) {
        for (int i = 0; i < n; i++) g[i] = s * (g[i] - mean - hat[i] * slope);
    }
}
