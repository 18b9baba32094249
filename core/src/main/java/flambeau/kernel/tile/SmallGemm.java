package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.runs.FloatGemm;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A small matrix product, which is not worth tiles: four columns of a row at a time, so that no sum waits for itself. In the smallest
 * each product is rounded before it is added, as PyTorch does at these sizes: what cancels there cancels here.
 */
final class SmallGemm extends FloatGemm {
    private static final long ROUNDED = 256; // multiply-adds, up to which products are rounded
    private static final long LARGEST = 1024; // multiply-adds, up to which this is faster than tiles

    @Override
    protected boolean takes(long batch, long n, long m, long k) {
        return batch == 1 && n * m * k <= LARGEST;
    }

    @Override
    public void product(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y) {
        if (m < 4 && m < n)
            rows(m, n, k, b.transposed(), a.transposed(), init == null ? null : init.transposed(), y.transposed());
        else rows(n, m, k, a, b, init, y);
    }

    private static void rows(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y) {
        boolean fused = (long) n * m * k > ROUNDED;
        for (int i = 0; i < n; i++) {
            int j = 0;
            for (; j + 4 <= m; j += 4) four(fused, k, a, b, init, y, i, j);
            for (; j < m; j++) one(fused, k, a, b, init, y, i, j);
        }
    }

    private static void four(boolean fused, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y, int i, int j) {
        float y0 = 0, y1 = 0, y2 = 0, y3 = 0;
        if (init != null) {
            y0 = Floats.get(init.at(i, j));
            y1 = Floats.get(init.at(i, j + 1));
            y2 = Floats.get(init.at(i, j + 2));
            y3 = Floats.get(init.at(i, j + 3));
        }
        long left = a.at(i, 0), right = b.at(0, j), step = 4 * a.column(), row = 4 * b.row(), column = 4 * b.column();
        for (int l = 0; l < k; l++) {
            float x = Floats.get(left);
            y0 = add(fused, x, Floats.get(right), y0);
            y1 = add(fused, x, Floats.get(right + column), y1);
            y2 = add(fused, x, Floats.get(right + 2 * column), y2);
            y3 = add(fused, x, Floats.get(right + 3 * column), y3);
            left += step;
            right += row;
        }
        Floats.set(y.at(i, j), y0);
        Floats.set(y.at(i, j + 1), y1);
        Floats.set(y.at(i, j + 2), y2);
        Floats.set(y.at(i, j + 3), y3);
    }

    private static void one(boolean fused, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y, int i, int j) {
        float sum = init == null ? 0 : Floats.get(init.at(i, j));
        for (int l = 0; l < k; l++) sum = add(fused, Floats.get(a.at(i, l)), Floats.get(b.at(l, j)), sum);
        Floats.set(y.at(i, j), sum);
    }

    private static float add(boolean fused, float a, float b, float sum) {
        return fused ? fma(a, b, sum) : sum + a * b;
    }
}
