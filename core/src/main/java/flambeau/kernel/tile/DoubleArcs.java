package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

/**
 * Inverses of sine, cosine and tangent, by that of the tangent of numbers from 0 to 1; the polynomial is a Chebyshev fit of
 * {@code (atan t / t - 1) / t^2}.
 */
final class DoubleArcs {
    private static final double HALF_PI = 0x1.921fb54442d18p+0, HALF_PI_LOW = 0x1.1a62633145c07p-54;

    private DoubleArcs() {}

    static void atan(DoubleTiles tiles, int n) {
        atan(tiles.a, n);
    }

    private static void atan(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            double a = Math.abs(x[i]), large = DoubleFunctions.step(a - 1);
            double r = arc(Math.min(a, 1) / Math.max(a, 1));
            double angle = fma(large, HALF_PI, fma(large, HALF_PI_LOW, fma(-2, large, 1) * r));
            x[i] = DoubleFunctions.sign(x[i]) * angle;
        }
    }

    /** The angle whose tangent is t, from 0 to 1. */
    private static double arc(double t) {
        double z = t * t;
        double p = fma(7.767624330289919e-06, z, -9.371186345052626e-05);
        p = fma(p, z, 0.0005376839297396244);
        p = fma(p, z, -0.0019612554271685326);
        p = fma(p, z, 0.005140912856746939);
        p = fma(p, z, -0.010412153260359241);
        p = fma(p, z, 0.01718398172211335);
        p = fma(p, z, -0.024191345810140718);
        p = fma(p, z, 0.030330719265790507);
        p = fma(p, z, -0.035271331066871296);
        p = fma(p, z, 0.03938687540798632);
        p = fma(p, z, -0.043306538430670664);
        p = fma(p, z, 0.04758080083637821);
        p = fma(p, z, -0.052624922290256754);
        p = fma(p, z, 0.05882264416776449);
        p = fma(p, z, -0.06666657934573768);
        p = fma(p, z, 0.07692307078827029);
        p = fma(p, z, -0.0909090906193528);
        p = fma(p, z, 0.11111111110268297);
        p = fma(p, z, -0.14285714285701234);
        p = fma(p, z, 0.1999999999999992);
        p = fma(p, z, -0.3333333333333333);
        return fma(p * z, t, t);
    }

    static void asin(DoubleTiles tiles, int n) {
        sine(tiles.a, n);
        atan(tiles.a, n);
    }

    /** The tangent of the angle whose sine is x. */
    private static void sine(double[] x, int n) {
        for (int i = 0; i < n; i++) x[i] /= Math.sqrt((1 - x[i]) * (1 + x[i]));
    }

    static void acos(DoubleTiles tiles, int n) {
        halfCosine(tiles.a, n);
        atan(tiles.a, n);
        twice(tiles.a, n);
    }

    /** The tangent of half the angle whose cosine is x. */
    private static void halfCosine(double[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = Math.sqrt((1 - x[i]) / (1 + x[i]));
    }

    private static void twice(double[] x, int n) {
        for (int i = 0; i < n; i++) x[i] *= 2;
    }
}
