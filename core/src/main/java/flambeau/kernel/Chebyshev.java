package flambeau.kernel;

/** A sum of Chebyshev polynomials; the coefficients in this package were computed with 60 digits, by interpolation. */
record Chebyshev(double... c) {
    /** {@code c0 / 2 + c1 T1(t) + c2 T2(t) + ..} for t in [-1, 1]; Clenshaw's recurrence. */
    double at(double t) {
        double a = 0, b = 0;
        for (int k = c.length - 1; k > 0; k--) {
            double next = c[k] + 2 * t * a - b;
            b = a;
            a = next;
        }
        return c[0] / 2 + t * a - b;
    }

    /** The first {@code n} coefficients, rounded. */
    float[] floats(int n) {
        var floats = new float[n];
        for (int k = 0; k < n; k++) floats[k] = (float) c[k];
        return floats;
    }
}
