package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

/**
 * Sine, cosine and tangent. The angle is reduced to half a turn about 0 with pi in three parts; the polynomial is a Chebyshev fit of
 * {@code (sin r / r - 1) / r^2}.
 */
final class DoubleAngles {
    /** The largest angle whose reduction is exact enough. */
    static final double LARGEST = 0x1p20;

    private static final double MAGIC = 0x1.8p52; // adding and subtracting it rounds to an integer
    private static final double INVERSE_PI = 0x1.45f306dc9c883p-2;
    private static final double PI1 = 0x1.921fb54442d18p+1, PI2 = 0x1.1a62633145c07p-53, PI3 = -0x1.f1976b7ed8fbcp-109;

    private DoubleAngles() {}

    static void sin(DoubleTiles tiles, int n) {
        sin(tiles.a, tiles.a, n);
    }

    private static void sin(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double k = fma(x[i], INVERSE_PI, MAGIC) - MAGIC;
            y[i] = halfTurn(x[i], k, k);
        }
    }

    static void cos(DoubleTiles tiles, int n) {
        cos(tiles.a, tiles.a, n);
    }

    private static void cos(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double k = fma(x[i], INVERSE_PI, 0.5) + MAGIC - MAGIC;
            y[i] = halfTurn(x[i], k - 0.5, k);
        }
    }

    /** {@code sin(x - turns pi)}, negated where k is odd. */
    private static double halfTurn(double x, double turns, double k) {
        double r = fma(turns, -PI3, fma(turns, -PI2, fma(turns, -PI1, x)));
        double odd = k - 2 * (fma(k, 0.5, MAGIC) - MAGIC);
        double z = r * r;
        double p = fma(-8.006048703469621e-18, z, 2.810468581681568e-15);
        p = fma(p, z, -7.647139114646649e-13);
        p = fma(p, z, 1.605904347927675e-10);
        p = fma(p, z, -2.5052108382389887e-08);
        p = fma(p, z, 2.7557319223971256e-06);
        p = fma(p, z, -0.00019841269841269806);
        p = fma(p, z, 0.008333333333333333);
        p = fma(p, z, -0.16666666666666666);
        return fma(-2, odd * odd, 1) * (fma(p, z, 1) * r);
    }

    static void tan(DoubleTiles tiles, int n) {
        cos(tiles.a, tiles.t, n);
        sin(tiles.a, tiles.a, n);
        divide(tiles.a, tiles.t, n);
    }

    private static void divide(double[] x, double[] by, int n) {
        for (int i = 0; i < n; i++) x[i] /= by[i];
    }
}
