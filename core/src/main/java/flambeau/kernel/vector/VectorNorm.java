package flambeau.kernel.vector;

import static flambeau.kernel.runs.Fma.fma;
import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.Reduce.Op;
import flambeau.kernel.runs.FloatNorm;
import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;

/** Normalisation. */
final class VectorNorm extends FloatNorm {
    private static final int SMALL = 512; // elements, below which tiles are as fast

    private static final float[] SOME = some();

    private final Warmth columns;
    private final Warmth planes;

    VectorNorm(boolean always) {
        var acc = new float[Dummy.N];
        columns = new Warmth(always, () -> {
            long x = Dummy.at(0), dy = Dummy.at(1);
            sumRows(x, 11, 85, acc, 85);
            squareRows(x, SOME, 11, 85, acc, 85);
            productRows(dy, x, SOME, 11, 85, acc, 85);
            driveBoth();
        });
        planes = new Warmth(always, () -> {
            long x = Dummy.at(0), dy = Dummy.at(1);
            for (int n : new int[] {Dummy.N, 40, 128}) {
                sum(x, n);
                squares(x, 0.5f, n);
                products(dy, x, 0.5f, n);
            }
            driveBoth();
        });
    }

    private static float[] some() {
        var some = new float[Dummy.N];
        java.util.Arrays.fill(some, 0.5f);
        return some;
    }

    private void driveBoth() {
        long x = Dummy.at(0), dy = Dummy.at(1), y = Dummy.at(2);
        for (int n : new int[] {Dummy.N, 40, 128}) {
            affine(x, y, SOME, SOME, SOME, n);
            gradient(dy, x, y, SOME, SOME, SOME, SOME, n);
        }
    }

    @Override
    protected boolean takes(long count, boolean columns) {
        return count >= SMALL && (columns ? this.columns : planes).isReady(count);
    }

    @Override
    protected float sum(long x, int n) {
        return Folds.sum(x, n);
    }

    @Override
    protected float squares(long x, float mean, int n) {
        return Folds.squares(x, mean, n);
    }

    @Override
    protected float products(long dy, long x, float mean, int n) {
        return Folds.products(dy, x, mean, n);
    }

    @Override
    protected void sumRows(long x, int rows, long stride, float[] acc, int n) {
        RowVectors.fold(Op.SUM, x, rows, stride, acc, n);
    }

    @Override
    protected void squareRows(long x, float[] mean, int rows, long stride, float[] acc, int n) {
        RowVectors.squares(x, mean, rows, stride, acc, n);
    }

    @Override
    protected void productRows(long dy, long x, float[] mean, int rows, long stride, float[] acc, int n) {
        RowVectors.products(dy, x, mean, rows, stride, acc, n);
    }

    private static FloatVector at(float[] row, int j) {
        return FloatVector.fromArray(FLOATS, row, j);
    }

    @Override
    protected void affine(long x, long y, float[] mean, float[] scale, float[] shift, int n) {
        int j = 0;
        for (; j <= n - WIDTH; j += WIDTH) store(load(x, j).sub(at(mean, j)).fma(at(scale, j), at(shift, j)), y, j);
        for (; j < n; j++) Floats.set(y + 4L * j, fma(Floats.get(x + 4L * j) - mean[j], scale[j], shift[j]));
    }

    @Override
    protected void gradient(long dy, long x, long dx, float[] mean, float[] a, float[] b, float[] c, int n) {
        int j = 0;
        for (; j <= n - WIDTH; j += WIDTH) {
            var rest = load(x, j).sub(at(mean, j)).fma(at(b, j), at(c, j));
            store(load(dy, j).fma(at(a, j), rest), dx, j);
        }
        for (; j < n; j++) {
            float rest = fma(Floats.get(x + 4L * j) - mean[j], b[j], c[j]);
            Floats.set(dx + 4L * j, fma(Floats.get(dy + 4L * j), a[j], rest));
        }
    }
}
