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
        if (m < SHORT && m < n)
            blocks(m, n, k, b.transposed(), a.transposed(), init == null ? null : init.transposed(), y.transposed());
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
                block(
                        Math.min(rows, n - i),
                        Math.min(cols, m - j),
                        k,
                        a.from(i, 0),
                        b.from(0, j),
                        init == null ? null : init.from(i, j),
                        y.from(i, j));
            }
        });
    }

    private static void block(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y) {
        var t = GemmTiles.get();
        if (init == null) for (int i = 0; i < n; i++) Arrays.fill(t.y[i], 0, m, 0);
        else t.load(init, t.y, n, m);
        for (int l = 0; l < k; l += GemmTiles.DEPTH) {
            int depth = Math.min(GemmTiles.DEPTH, k - l);
            t.load(a.from(0, l), t.a, n, depth);
            t.load(b.from(l, 0), t.b, depth, m);
            int i = 0;
            for (; i + 2 <= n; i += 2) twoRows(t.a[i], t.a[i + 1], t.b, t.y[i], t.y[i + 1], depth, m);
            if (i < n) oneRow(t.a[i], t.b, t.y[i], depth, m);
        }
        t.store(t.y, y, n, m);
    }

    private static void twoRows(float[] a, float[] c, float[][] b, float[] y, float[] z, int k, int m) {
        int l = 0;
        for (; l + 4 <= k; l += 4)
            four(
                    y, z, b[l], b[l + 1], b[l + 2], b[l + 3], a[l], a[l + 1], a[l + 2], a[l + 3], c[l], c[l + 1],
                    c[l + 2], c[l + 3], m);
        for (; l < k; l++) one(y, z, b[l], a[l], c[l], m);
    }

    private static void oneRow(float[] a, float[][] b, float[] y, int k, int m) {
        int l = 0;
        for (; l + 4 <= k; l += 4) four(y, b[l], b[l + 1], b[l + 2], b[l + 3], a[l], a[l + 1], a[l + 2], a[l + 3], m);
        for (; l < k; l++) one(y, b[l], a[l], m);
    }

    private static void four(
            float[] y,
            float[] z,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float a0,
            float a1,
            float a2,
            float a3,
            float c0,
            float c1,
            float c2,
            float c3,
            int m) {
        for (int j = 0; j < m; j++) {
            float v0 = b0[j], v1 = b1[j], v2 = b2[j], v3 = b3[j];
            y[j] = fma(a3, v3, fma(a2, v2, fma(a1, v1, fma(a0, v0, y[j]))));
            z[j] = fma(c3, v3, fma(c2, v2, fma(c1, v1, fma(c0, v0, z[j]))));
        }
    }

    private static void four(
            float[] y, float[] b0, float[] b1, float[] b2, float[] b3, float a0, float a1, float a2, float a3, int m) {
        for (int j = 0; j < m; j++) y[j] = fma(a3, b3[j], fma(a2, b2[j], fma(a1, b1[j], fma(a0, b0[j], y[j]))));
    }

    private static void one(float[] y, float[] z, float[] b, float a, float c, int m) {
        for (int j = 0; j < m; j++) {
            y[j] = fma(a, b[j], y[j]);
            z[j] = fma(c, b[j], z[j]);
        }
    }

    private static void one(float[] y, float[] b, float a, int m) {
        for (int j = 0; j < m; j++) y[j] = fma(a, b[j], y[j]);
    }
}
