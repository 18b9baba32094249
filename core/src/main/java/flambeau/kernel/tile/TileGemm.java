package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.Parallel;
import flambeau.kernel.runs.FloatGemm;
import flambeau.kernel.runs.Matrix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products: blocks of b and y lie in tiles, and each pass of the inner loop along a row of y does four steps of the sum for
 * two rows.
 */
final class TileGemm extends FloatGemm {
    private static final int SHORT = 32; // a result with shorter rows is computed with its columns as rows
    private static final long LARGE = 1 << 17; // multiply-adds from which it pays to wake a thread

    @Override
    protected boolean takes(long batch, long n, long m, long k) {
        return true;
    }

    @Override
    public void product(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y) {
        if (m < SHORT && m < n) blocks(m, n, k, b.transposed(), a.transposed(), init == null ? null : init.transposed(), y.transposed());
        else blocks(n, m, k, a, b, init, y);
    }

    private static void blocks(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y) {
        if (n <= GemmTiles.ROWS && m <= GemmTiles.COLUMNS && (long) n * m * k < LARGE) {
            block(n, m, k, a, b, init, y);
            return;
        }
        int threads = Parallel.threads(), cols = GemmTiles.COLUMNS;
        int across = (m + cols - 1) / cols, each = (threads + across - 1) / across;
        int rows = Math.clamp((n + each - 1) / each, 1, GemmTiles.ROWS), down = (n + rows - 1) / rows;
        Parallel.forRange((long) across * down, 1, (low, high) -> {
            for (long t = low; t < high; t++) {
                int i = (int) (t / across) * rows, j = (int) (t % across) * cols;
                block(Math.min(rows, n - i), Math.min(cols, m - j), k, a.from(i, 0), b.from(0, j),
                        init == null ? null : init.from(i, j), y.from(i, j));
            }
        });
    }

    private static void block(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y) {
        var t = GemmTiles.get();
        if (init == null) Arrays.fill(t.y, 0, n * m, 0);
        else t.load(init, t.y, n, m);
        for (int l = 0; l < k; l += GemmTiles.DEPTH) {
            int depth = Math.min(GemmTiles.DEPTH, k - l);
            t.load(a.from(0, l), t.a, n, depth);
            t.load(b.from(l, 0), t.b, depth, m);
            multiply(n, m, depth, t.a, t.b, t.y);
        }
        t.store(t.y, y, n, m);
    }

    /** {@code y += a b}, all without gaps. */
    private static void multiply(int n, int m, int k, float[] a, float[] b, float[] y) {
        int i = 0;
        for (; i + 2 <= n; i += 2) {
            int l = 0, p = i * k, q = p + k;
            for (; l + 4 <= k; l += 4)
                fourOfTwo(y, i * m, b, l * m, m, a[p + l], a[p + l + 1], a[p + l + 2], a[p + l + 3],
                        a[q + l], a[q + l + 1], a[q + l + 2], a[q + l + 3]);
            for (; l < k; l++) {
                one(y, i * m, b, l * m, m, a[p + l]);
                one(y, i * m + m, b, l * m, m, a[q + l]);
            }
        }
        if (i == n) return;
        int l = 0, p = i * k;
        for (; l + 4 <= k; l += 4) four(y, i * m, b, l * m, m, a[p + l], a[p + l + 1], a[p + l + 2], a[p + l + 3]);
        for (; l < k; l++) one(y, i * m, b, l * m, m, a[p + l]);
    }

    private static void one(float[] y, int p, float[] b, int o, int m, float a) {
        for (int j = 0; j < m; j++) y[p + j] = fma(a, b[o + j], y[p + j]);
    }

    private static void four(float[] y, int p, float[] b, int o, int m, float a0, float a1, float a2, float a3) {
        for (int j = 0; j < m; j++)
            y[p + j] = fma(a3, b[o + 3 * m + j], fma(a2, b[o + 2 * m + j], fma(a1, b[o + m + j], fma(a0, b[o + j], y[p + j]))));
    }

    private static void fourOfTwo(float[] y, int p, float[] b, int o, int m, float a0, float a1, float a2, float a3,
            float c0, float c1, float c2, float c3) {
        for (int j = 0; j < m; j++) {
            float b0 = b[o + j], b1 = b[o + m + j], b2 = b[o + 2 * m + j], b3 = b[o + 3 * m + j];
            y[p + j] = fma(a3, b3, fma(a2, b2, fma(a1, b1, fma(a0, b0, y[p + j]))));
            y[p + m + j] = fma(c3, b3, fma(c2, b2, fma(c1, b1, fma(c0, b0, y[p + m + j]))));
        }
    }
}
