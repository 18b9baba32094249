package flambeau.kernel.reference;

/**
 * Singular values and vectors of a matrix with no fewer rows than columns, which becomes bidiagonal and then, by implicit QR steps,
 * diagonal. A tall matrix is first reduced to its R, as in LAPACK.
 */
final class Bidiagonal {
    private static final int MOST = 80; // steps a singular value; a few are needed
    private static final double EPS = 0x1p-53;

    /** The singular values in descending order. */
    final double[] s;

    /** The left singular vectors as rows. */
    double[][] ut = new double[0][];

    /** The right singular vectors as rows. */
    double[][] vt = new double[0][];

    /** Whether the steps have converged. */
    final boolean converged;

    private final double[] e;
    private double norm;

    /**
     * Of {@code a}, which is destroyed.
     *
     * @param left how many left vectors are wanted; 0 for values only
     * @param direct whether R is not taken first, on which the vectors beyond the singular values depend
     */
    Bidiagonal(double[][] a, int n, int left, boolean direct) {
        s = new double[n];
        e = new double[n];
        double scale = 0;
        for (var row : a) for (double x : row) scale = Math.max(scale, Math.abs(x));
        if (scale == 0) scale = 1;
        for (var row : a) for (int j = 0; j < n; j++) row[j] /= scale;
        if (!direct && n > 0 && a.length >= 11 * n / 6 && a.length > n) tall(a, n, left);
        else reduce(a, n, left);
        converged = iterate(left > 0);
        for (int i = 0; i < n; i++) s[i] *= scale;
        order(left > 0);
    }

    private void tall(double[][] a, int n, int left) {
        var tau = Reflections.qr(a, n);
        var r = new double[n][n];
        for (int i = 0; i < n; i++) System.arraycopy(a[i], i, r[i], i, n - i);
        reduce(r, n, left > 0 ? n : 0);
        if (left == 0) return;
        var q = Rows.transposed(Reflections.product(a, tau, 0, left), a.length, left); // rows are columns of Q
        var small = ut;
        ut = new double[left][a.length];
        for (int i = 0; i < left; i++) {
            if (i >= n) ut[i] = q[i];
            else for (int k = 0; k < n; k++) Rows.add(ut[i], small[i][k], q[k], 0, a.length);
        }
    }

    private void reduce(double[][] a, int n, int left) {
        int m = a.length;
        double[] tauQ = new double[n], tauP = new double[n];
        for (int k = 0; k < n; k++) {
            tauQ[k] = Reflections.column(a, k, k);
            s[k] = a[k][k];
            Reflections.apply(a, k, k, tauQ[k], a, k + 1, n);
            if (k + 1 >= n) continue;
            tauP[k] = Reflections.row(a[k], k + 1);
            e[k] = a[k][k + 1];
            if (tauP[k] != 0) for (int i = k + 1; i < m; i++) mirror(a[k], k + 1, tauP[k], a[i]);
        }
        if (left == 0) return;
        ut = Rows.transposed(Reflections.product(a, tauQ, 0, left), m, left);
        vt = Rows.identity(n, n);
        for (int k = n - 2; k >= 0; k--)
            if (tauP[k] != 0) for (int i = k + 1; i < n; i++) mirror(a[k], k + 1, tauP[k], vt[i]);
    }

    /** The row {@code x} times the reflection whose v stands in the row {@code v} from element {@code k} on. */
    private static void mirror(double[] v, int k, double tau, double[] x) {
        double sum = x[k];
        for (int j = k + 1; j < v.length; j++) sum += v[j] * x[j];
        x[k] -= tau * sum;
        for (int j = k + 1; j < v.length; j++) x[j] -= tau * sum * v[j];
    }

    private boolean iterate(boolean wanted) {
        for (int i = 0; i < s.length; i++) norm = Math.max(norm, Math.max(Math.abs(s[i]), Math.abs(e[i])));
        for (int hi = s.length - 1; hi > 0; hi--)
            for (int step = 0; ; step++) {
                if (isNothing(hi - 1)) break;
                if (step == MOST) return false;
                int lo = hi - 1;
                while (lo > 0 && !isNothing(lo - 1)) lo--;
                int zero = hi;
                while (zero >= lo && Math.abs(s[zero]) > EPS * 0x1p-30 * norm) zero--;
                if (zero == hi) zeroLast(lo, hi, wanted);
                else if (zero >= lo) zeroInside(zero, hi, wanted);
                else sweep(lo, hi, wanted);
            }
        return true;
    }

    /** Whether element {@code i} beside the diagonal does not count; it is 0 then. */
    private boolean isNothing(int i) {
        if (Math.abs(e[i]) > EPS * Math.max(norm / 4, Math.abs(s[i]) + Math.abs(s[i + 1]))) return false;
        e[i] = 0;
        return true;
    }

    /** The last value is 0: what stands above it is turned away to the left. */
    private void zeroLast(int lo, int hi, boolean wanted) {
        s[hi] = 0;
        double f = e[hi - 1];
        e[hi - 1] = 0;
        for (int k = hi - 1; k >= lo && f != 0; k--) {
            double r = Math.hypot(s[k], f), c = s[k] / r, t = f / r;
            s[k] = r;
            if (k > lo) {
                f = -t * e[k - 1];
                e[k - 1] *= c;
            }
            if (wanted) Rows.rotate(vt[k], vt[hi], c, t);
        }
    }

    /** A value inside is 0: what stands beside it is turned away downwards. */
    private void zeroInside(int zero, int hi, boolean wanted) {
        s[zero] = 0;
        double f = e[zero];
        e[zero] = 0;
        for (int k = zero + 1; k <= hi && f != 0; k++) {
            double r = Math.hypot(s[k], f), c = s[k] / r, t = f / r;
            s[k] = r;
            if (k < hi) {
                f = -t * e[k];
                e[k] *= c;
            }
            if (wanted) Rows.rotate(ut[k], ut[zero], c, t);
        }
    }

    /** One implicit QR step on the block from {@code lo} to {@code hi}. */
    private void sweep(int lo, int hi, boolean wanted) {
        double shift = smallest(s[hi - 1], e[hi - 1], s[hi]);
        if (shift / Math.abs(s[lo]) * (shift / Math.abs(s[lo])) < EPS) shift = 0;
        double f = (Math.abs(s[lo]) - shift) * (Math.copySign(1, s[lo]) + shift / s[lo]), g = e[lo];
        for (int i = lo; i < hi; i++) {
            double r = Math.hypot(f, g), c = r == 0 ? 1 : f / r, t = r == 0 ? 0 : g / r;
            if (i > lo) e[i - 1] = r;
            f = c * s[i] + t * e[i];
            e[i] = c * e[i] - t * s[i];
            g = t * s[i + 1];
            s[i + 1] *= c;
            if (wanted) Rows.rotate(vt[i], vt[i + 1], c, t);
            r = Math.hypot(f, g);
            c = r == 0 ? 1 : f / r;
            t = r == 0 ? 0 : g / r;
            s[i] = r;
            f = c * e[i] + t * s[i + 1];
            s[i + 1] = c * s[i + 1] - t * e[i];
            if (i < hi - 1) {
                g = t * e[i + 1];
                e[i + 1] *= c;
            }
            if (wanted) Rows.rotate(ut[i], ut[i + 1], c, t);
        }
        e[hi - 1] = f;
    }

    /** The smaller singular value of {@code [[f, g], [0, h]]}, without cancellation. */
    private static double smallest(double f, double g, double h) {
        double least = Math.min(Math.abs(f), Math.abs(h)), most = Math.max(Math.abs(f), Math.abs(h));
        if (least == 0) return 0;
        double sum = 1 + least / most, difference = (most - least) / most, beside = Math.abs(g) / most;
        return least * 2 / (Math.hypot(sum, beside) + Math.hypot(difference, beside));
    }

    /** Makes the values positive and sorts them. */
    private void order(boolean wanted) {
        for (int i = 0; i < s.length; i++) {
            if (s[i] < 0 || 1 / s[i] < 0) {
                s[i] = -s[i];
                if (wanted) for (int j = 0; j < vt[i].length; j++) vt[i][j] = -vt[i][j];
            }
        }
        for (int i = 0; i < s.length; i++) {
            int most = i;
            for (int j = i + 1; j < s.length; j++) if (s[j] > s[most]) most = j;
            if (most == i) continue;
            double value = s[i];
            s[i] = s[most];
            s[most] = value;
            if (wanted) {
                swap(ut, i, most);
                swap(vt, i, most);
            }
        }
    }

    private static void swap(double[][] rows, int i, int j) {
        var row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }
}
