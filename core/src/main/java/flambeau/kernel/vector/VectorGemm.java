package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.WIDTH;

import flambeau.kernel.Binary;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.FloatGemm;
import flambeau.kernel.runs.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products, a panel of two vectors of columns at a time. The panel of b is packed where its rows are not in a row of memory or
 * where enough rows of a use it. A product is computed with its columns as rows where that saves a transposition.
 */
final class VectorGemm extends FloatGemm {
    private static final long SMALL = 2000; // multiply-adds, below which tiles are as fast
    private static final long LARGE = 1 << 18; // multiply-adds from which it pays to wake a thread

    private final Warmth warmth;

    VectorGemm(boolean always) {
        warmth = new Warmth(always, () -> {
            BinaryVectors.run(Binary.ADD, Dummy.at(0), Dummy.at(1), Dummy.at(2), Dummy.N); // convolutions need it
            var x = new Matrix(Dummy.at(0), 30, 1);
            var y = new Matrix(Dummy.at(4), 2 * WIDTH + 3, 1);
            for (int n : new int[] {6, 20}) {
                one(n, 2 * WIDTH + 3, 7, x, x, null, y);
                one(n, 2 * WIDTH + 3, 7, x.transposed(), x.transposed(), x, y);
                one(n, WIDTH, 7, x, x.transposed(), null, new Matrix(y.address(), 1, n));
                one(n, WIDTH, 7, x, x, y, y);
            }
        });
    }

    @Override
    protected boolean takes(long batch, long n, long m, long k) {
        return n * m * k >= SMALL && isReady(batch * n * m * k);
    }

    /** Whether the loops are fast, for so many multiply-adds. */
    boolean isReady(long work) {
        return warmth.isReady(work / 30);
    }

    @Override
    public void product(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y) {
        if (cost(m, n, k, a.transposed(), y.transposed()) < cost(n, m, k, b, y))
            one(m, n, k, b.transposed(), a.transposed(), init == null ? null : init.transposed(), y.transposed());
        else one(n, m, k, a, b, init, y);
    }

    /** About the time of a product, in multiply-adds of a vector; a transposed element costs as much as two. */
    private static double cost(double n, double m, double k, Matrix b, Matrix y) {
        double vectors = m <= WIDTH ? 1.5 : Math.ceil(m / WIDTH); // four rows of one vector do not hide all latency
        return n * k * vectors
                + (b.column() == 1 ? k * vectors : 2 * k * m)
                + (y.column() == 1 ? n * vectors : 2 * n * m);
    }

    private static void one(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y) {
        int wide = 2 * WIDTH, panels = (m + wide - 1) / wide;
        if ((long) n * m * k < LARGE) {
            for (int p = 0; p < panels; p++) Panel.product(n, Math.min(wide, m - p * wide), k, a, b, init, y, p * wide);
            return;
        }
        int parts = panels >= Parallel.threads() ? 1 : (Parallel.threads() + panels - 1) / panels;
        int rows = Math.max((n + parts - 1) / parts + 3 & -4, 4), down = (n + rows - 1) / rows;
        Parallel.forRange((long) panels * down, 1, (low, high) -> {
            for (long t = low; t < high; t++) {
                int j = (int) (t / down) * wide, i = (int) (t % down) * rows;
                Panel.product(
                        Math.min(rows, n - i),
                        Math.min(wide, m - j),
                        k,
                        a.from(i, 0),
                        b,
                        init == null ? null : init.from(i, 0),
                        y.from(i, 0),
                        j);
            }
        });
    }
}
