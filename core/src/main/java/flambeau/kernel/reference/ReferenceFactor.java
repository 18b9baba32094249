package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.Element;
import flambeau.kernel.Factor;
import org.jspecify.annotations.Nullable;

/** Factorisations as textbooks have them, in float64. */
final class ReferenceFactor implements Factor {
    private static int batch(Array a) {
        return a.shape().get(0);
    }

    private static void set(Array x, long i, long value) {
        Element.setLong(x.dtype(), x.address() + i * x.dtype().bytes(), value);
    }

    @Override
    public boolean lu(Array a, Array pivots, Array info) {
        int k = pivots.shape().get(1);
        for (int b = 0; b < batch(a); b++) {
            var rows = Rows.read(a, b);
            var exchanged = new int[k];
            set(info, b, lu(rows, a.shape().get(2), exchanged));
            for (int i = 0; i < k; i++) set(pivots, (long) b * k + i, exchanged[i] + 1);
            Rows.write(rows, a, b);
        }
        return true;
    }

    private static int lu(double[][] a, int n, int[] pivots) {
        int info = 0;
        for (int k = 0; k < pivots.length; k++) {
            int p = k;
            for (int i = k + 1; i < a.length; i++) if (Math.abs(a[i][k]) > Math.abs(a[p][k])) p = i;
            pivots[k] = p;
            var row = a[p];
            a[p] = a[k];
            a[k] = row;
            if (row[k] == 0) {
                if (info == 0) info = k + 1;
                continue;
            }
            for (int i = k + 1; i < a.length; i++) {
                a[i][k] /= row[k];
                if (a[i][k] != 0) Rows.add(a[i], -a[i][k], row, k + 1, n);
            }
        }
        return info;
    }

    @Override
    public boolean cholesky(Array a, Array info) {
        for (int b = 0; b < batch(a); b++) {
            var rows = Rows.read(a, b);
            set(info, b, cholesky(rows));
            for (int i = 0; i < rows.length; i++) java.util.Arrays.fill(rows[i], i + 1, rows.length, 0);
            Rows.write(rows, a, b);
        }
        return true;
    }

    private static int cholesky(double[][] a) {
        for (int i = 0; i < a.length; i++)
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) sum -= a[i][k] * a[j][k];
                if (i != j) a[i][j] = sum / a[j][j];
                else if (sum > 0) a[i][i] = Math.sqrt(sum);
                else return i + 1;
            }
        return 0;
    }

    @Override
    public boolean triangular(Array a, boolean upper, boolean unit, Array x) {
        for (int b = 0; b < batch(x); b++) {
            var rows = Rows.read(a, b);
            var y = Rows.read(x, b);
            int n = rows.length, m = x.shape().get(2);
            for (int t = 0; t < n; t++) {
                int i = upper ? n - 1 - t : t;
                for (int k = upper ? i + 1 : 0; k < (upper ? n : i); k++) Rows.add(y[i], -rows[i][k], y[k], 0, m);
                if (!unit) for (int j = 0; j < m; j++) y[i][j] /= rows[i][i];
            }
            Rows.write(y, x, b);
        }
        return true;
    }

    @Override
    public boolean qr(Array a, Array tau) {
        for (int b = 0; b < batch(a); b++) {
            var rows = Rows.read(a, b);
            Rows.write(Reflections.qr(rows, a.shape().get(2)), tau, b);
            Rows.write(rows, a, b);
        }
        return true;
    }

    @Override
    public boolean reflections(Array a, Array tau, Array q) {
        for (int b = 0; b < batch(a); b++)
            Rows.write(
                    Reflections.product(
                            Rows.read(a, b),
                            Rows.readVector(tau, b),
                            0,
                            q.shape().get(2)),
                    q,
                    b);
        return true;
    }

    @Override
    public boolean eigh(Array a, boolean vectors, Array values, Array info) {
        for (int b = 0; b < batch(a); b++) {
            var found = new Tridiagonal(Rows.read(a, b), vectors);
            set(info, b, found.converged ? 0 : 1);
            Rows.write(found.values, values, b);
            if (vectors) Rows.write(Rows.transposed(found.vectors, found.values.length, found.values.length), a, b);
        }
        return true;
    }

    @Override
    public boolean svd(Array a, @Nullable Array u, Array s, @Nullable Array vh, Array info) {
        int m = a.shape().get(1), n = a.shape().get(2);
        for (int b = 0; b < batch(a); b++) {
            var rows = Rows.read(a, b);
            boolean wide = m < n; // then its transpose has these vectors, left and right exchanged
            int left = u == null || vh == null
                    ? 0
                    : wide ? vh.shape().get(1) : u.shape().get(2);
            boolean direct = wide && left > m; // so that rows of vh beyond the values are PyTorch's
            var found = new Bidiagonal(wide ? Rows.transposed(rows, m, n) : rows, Math.min(m, n), left, direct);
            set(info, b, found.converged ? 0 : 1);
            Rows.write(found.s, s, b);
            if (u == null || vh == null) continue;
            Rows.write(wide ? Rows.transposed(found.vt, m, m) : Rows.transposed(found.ut, left, m), u, b);
            Rows.write(wide ? found.ut : found.vt, vh, b);
        }
        return true;
    }
}
