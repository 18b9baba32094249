package flambeau.kernel.tile;

import flambeau.kernel.runs.FloatGemm;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A small matrix product, which is not worth tiles. Each product is rounded before it is added, as PyTorch does at these sizes: what
 * cancels there cancels here.
 */
final class SmallGemm extends FloatGemm {
    private static final long LARGEST = 256; // multiply-adds, up to which this is as fast as tiles

    @Override
    protected boolean takes(long batch, long n, long m, long k) {
        return batch == 1 && n * m * k <= LARGEST;
    }

    @Override
    public void product(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y) {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++) {
                float sum = init == null ? 0 : Floats.get(init.at(i, j));
                for (int l = 0; l < k; l++) sum += Floats.get(a.at(i, l)) * Floats.get(b.at(l, j));
                Floats.set(y.at(i, j), sum);
            }
    }
}
