package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.Reduce.Op;
import flambeau.kernel.runs.FloatNorm;
import flambeau.kernel.runs.Floats;

/** Normalisation: tile a holds x, b dy. */
final class TileNorm extends FloatNorm {
    @Override
    protected boolean takes(long count, boolean columns) {
        return true;
    }

    @Override
    protected float sum(long x, int n) {
        var a = Tiles.get().a;
        Floats.load(x, a, 0, n);
        return Folding.sum(a, 0, n);
    }

    @Override
    protected float squares(long x, float mean, int n) {
        var a = Tiles.get().a;
        Floats.load(x, a, 0, n);
        for (int i = 0; i < n; i++) {
            float d = a[i] - mean;
            a[i] = d * d;
        }
        return Folding.sum(a, 0, n);
    }

    @Override
    protected float products(long dy, long x, float mean, int n) {
        var t = Tiles.get();
        Floats.load(x, t.a, 0, n);
        Floats.load(dy, t.b, 0, n);
        multiply(t.b, t.a, mean, n);
        return Folding.sum(t.b, 0, n);
    }

    private static void multiply(float[] dy, float[] x, float mean, int n) {
        for (int i = 0; i < n; i++) dy[i] *= x[i] - mean;
    }

    @Override
    protected void sumRows(long x, int rows, long stride, float[] acc, int n) {
        Folding.foldRows(Op.SUM, x, rows, stride, acc, n);
    }

    @Override
    protected void squareRows(long x, float[] mean, int rows, long stride, float[] acc, int n) {
        var a = Tiles.get().a;
        for (int r = 0; r < rows; r++) {
            Floats.load(x + 4L * r * stride, a, 0, n);
            square(a, mean, n);
            if (r == 0) System.arraycopy(a, 0, acc, 0, n);
            else Folding.add(acc, a, n);
        }
    }

    private static void square(float[] x, float[] mean, int n) {
        for (int j = 0; j < n; j++) {
            float d = x[j] - mean[j];
            x[j] = d * d;
        }
    }

    @Override
    protected void productRows(long dy, long x, float[] mean, int rows, long stride, float[] acc, int n) {
        var t = Tiles.get();
        for (int r = 0; r < rows; r++) {
            Floats.load(x + 4L * r * stride, t.a, 0, n);
            Floats.load(dy + 4L * r * stride, t.b, 0, n);
            multiply(t.b, t.a, mean, n);
            if (r == 0) System.arraycopy(t.b, 0, acc, 0, n);
            else Folding.add(acc, t.b, n);
        }
    }

    private static void multiply(float[] dy, float[] x, float[] mean, int n) {
        for (int j = 0; j < n; j++) dy[j] *= x[j] - mean[j];
    }

    @Override
    protected void affine(long x, long y, float[] mean, float[] scale, float[] shift, int n) {
        var a = Tiles.get().a;
        Floats.load(x, a, 0, n);
        affine(a, mean, scale, shift, n);
        Floats.store(a, 0, y, n);
    }

    private static void affine(float[] x, float[] mean, float[] scale, float[] shift, int n) {
        for (int j = 0; j < n; j++) x[j] = fma(x[j] - mean[j], scale[j], shift[j]);
    }

    @Override
    protected void gradient(long dy, long x, long dx, float[] mean, float[] a, float[] b, float[] c, int n) {
        var t = Tiles.get();
        Floats.load(x, t.a, 0, n);
        Floats.load(dy, t.b, 0, n);
        inner(t.a, mean, b, c, n);
        outer(t.b, a, t.a, n);
        Floats.store(t.b, 0, dx, n);
    }

    private static void inner(float[] x, float[] mean, float[] b, float[] c, int n) {
        for (int j = 0; j < n; j++) x[j] = fma(x[j] - mean[j], b[j], c[j]);
    }

    private static void outer(float[] dy, float[] a, float[] rest, int n) {
        for (int j = 0; j < n; j++) dy[j] = fma(dy[j], a[j], rest[j]);
    }
}
