package flambeau.kernel.reference;

/** Householder's reflections {@code 1 - tau v v^T}, v beginning with a 1 that is not stored: LAPACK's conventions. */
final class Reflections {
    private Reflections() {}

    /**
     * The reflection that makes all elements of column {@code j} under row {@code k} zero: it leaves its value in {@code a[k][j]} and v
     * below.
     */
    static double column(double[][] a, int k, int j) {
        double rest = 0, largest = 0;
        for (int i = k + 1; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i][j]));
        if (largest == 0) return 0; // and the sign of the diagonal stays
        for (int i = k + 1; i < a.length; i++) rest += a[i][j] / largest * (a[i][j] / largest);
        double alpha = a[k][j], beta = -Math.copySign(Math.hypot(alpha, largest * Math.sqrt(rest)), alpha);
        for (int i = k + 1; i < a.length; i++) a[i][j] /= alpha - beta;
        a[k][j] = beta;
        return (beta - alpha) / beta;
    }

    /** Likewise along row {@code i}, for the elements behind column {@code k}. */
    static double row(double[] a, int k) {
        double rest = 0, largest = 0;
        for (int j = k + 1; j < a.length; j++) largest = Math.max(largest, Math.abs(a[j]));
        if (largest == 0) return 0;
        for (int j = k + 1; j < a.length; j++) rest += a[j] / largest * (a[j] / largest);
        double alpha = a[k], beta = -Math.copySign(Math.hypot(alpha, largest * Math.sqrt(rest)), alpha);
        for (int j = k + 1; j < a.length; j++) a[j] /= alpha - beta;
        a[k] = beta;
        return (beta - alpha) / beta;
    }

    /** Applies the reflection whose v stands in column {@code j} of {@code v} from row {@code k} on to columns of {@code x}. */
    static void apply(double[][] v, int k, int j, double tau, double[][] x, int from, int to) {
        if (tau == 0 || from >= to) return;
        var sum = new double[to];
        System.arraycopy(x[k], from, sum, from, to - from);
        for (int i = k + 1; i < v.length; i++) Rows.add(sum, v[i][j], x[i], from, to);
        Rows.add(x[k], -tau, sum, from, to);
        for (int i = k + 1; i < v.length; i++) Rows.add(x[i], -tau * v[i][j], sum, from, to);
    }

    /** The first {@code c} columns of the product of the reflections in the first columns of {@code a}, {@code shift} rows down. */
    static double[][] product(double[][] a, double[] tau, int shift, int c) {
        var q = Rows.identity(a.length, c);
        for (int k = tau.length - 1; k >= 0; k--) apply(a, k + shift, k, tau[k], q, Math.min(k + shift, c), c);
        return q;
    }

    /** {@code Q R}, in place. */
    static double[] qr(double[][] a, int n) {
        var tau = new double[Math.min(a.length, n)];
        for (int k = 0; k < tau.length; k++) {
            tau[k] = column(a, k, k);
            apply(a, k, k, tau[k], a, k + 1, n);
        }
        return tau;
    }
}
