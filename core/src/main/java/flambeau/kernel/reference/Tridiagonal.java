package flambeau.kernel.reference;

/** Eigenvalues and eigenvectors of a symmetric matrix, which becomes tridiagonal and then, by implicit QL steps, diagonal. */
final class Tridiagonal {
    private static final int MOST = 60; // steps an eigenvalue; a few are needed
    private static final double EPS = 0x1p-53;

    /** The eigenvalues in ascending order. */
    final double[] values;

    /** The eigenvectors as rows; null if they are not wanted. */
    final double[][] vectors;

    /** Whether the steps have converged. */
    final boolean converged;

    private final double[] e; // beside the diagonal

    /** Of the lower triangle of {@code a}, which is destroyed. */
    Tridiagonal(double[][] a, boolean wanted) {
        int n = a.length;
        values = new double[n];
        e = new double[n];
        double scale = 0;
        for (int i = 0; i < n; i++) for (int j = 0; j <= i; j++) scale = Math.max(scale, Math.abs(a[i][j]));
        if (scale == 0) scale = 1;
        for (int i = 0; i < n; i++) for (int j = 0; j <= i; j++) a[i][j] = a[j][i] = a[i][j] / scale;
        double[] tau = reduce(a);
        vectors = wanted ? Rows.transposed(Reflections.product(a, tau, 1, n), n, n) : new double[0][];
        converged = iterate(wanted);
        for (int i = 0; i < n; i++) values[i] *= scale;
        sort(wanted);
    }

    private double[] reduce(double[][] a) {
        int n = a.length;
        var tau = new double[Math.max(n - 1, 0)];
        var v = new double[n];
        var w = new double[n];
        for (int k = 0; k < n - 1; k++) {
            values[k] = a[k][k];
            tau[k] = Reflections.column(a, k + 1, k);
            e[k] = a[k + 1][k];
            if (tau[k] == 0) continue;
            v[k + 1] = 1;
            for (int i = k + 2; i < n; i++) v[i] = a[i][k];
            java.util.Arrays.fill(w, k + 1, n, 0);
            for (int i = k + 1; i < n; i++) Rows.add(w, tau[k] * v[i], a[i], k + 1, n); // both triangles are kept
            double dot = 0;
            for (int i = k + 1; i < n; i++) dot += w[i] * v[i];
            Rows.add(w, -tau[k] / 2 * dot, v, k + 1, n);
            for (int i = k + 1; i < n; i++) two(a[i], v[i], w, w[i], v, k + 1, n);
        }
        if (n > 0) values[n - 1] = a[n - 1][n - 1];
        return tau;
    }

    private static void two(double[] y, double a, double[] x, double b, double[] z, int from, int to) {
        for (int j = from; j < to; j++) y[j] -= a * x[j] + b * z[j];
    }

    private boolean iterate(boolean wanted) {
        int n = values.length;
        var d = values;
        for (int l = 0; l < n; l++)
            for (int step = 0; ; step++) {
                int m = l;
                while (m < n - 1 && Math.abs(e[m]) > EPS * (Math.abs(d[m]) + Math.abs(d[m + 1]))) m++;
                if (m == l) break;
                if (step == MOST) return false;
                sweep(l, m, wanted);
            }
        return true;
    }

    /** One implicit QL step on the block from {@code l} to {@code m}, with Wilkinson's shift. */
    private void sweep(int l, int m, boolean wanted) {
        var d = values;
        double g = (d[l + 1] - d[l]) / (2 * e[l]), r = Math.hypot(g, 1);
        g = d[m] - d[l] + e[l] / (g + Math.copySign(r, g));
        double s = 1, c = 1, p = 0;
        for (int i = m - 1; i >= l; i--) {
            double f = s * e[i], b = c * e[i];
            r = Math.hypot(f, g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            double t = (d[i] - g) * s + 2 * c * b;
            p = s * t;
            d[i + 1] = g + p;
            g = c * t - b;
            if (wanted) Rows.rotate(vectors[i + 1], vectors[i], c, s);
        }
        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }

    private void sort(boolean wanted) {
        for (int i = 0; i < values.length; i++) {
            int least = i;
            for (int j = i + 1; j < values.length; j++) if (values[j] < values[least]) least = j;
            if (least == i) continue;
            double value = values[i];
            values[i] = values[least];
            values[least] = value;
            if (!wanted) continue;
            var row = vectors[i];
            vectors[i] = vectors[least];
            vectors[least] = row;
        }
    }
}
