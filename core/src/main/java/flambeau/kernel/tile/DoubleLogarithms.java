package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

/**
 * Logarithms of {@code 2^k m}, m between sqrt(1/2) and sqrt(2), by way of {@code s = (m - 1) / (m + 1)}; the polynomial is a Chebyshev
 * fit of {@code (2 atanh(s) / s - 2) / s^2}.
 */
final class DoubleLogarithms {
    private static final long LOW_BITS = 0x3fe6a09e667f3bcdL; // sqrt(1/2)
    private static final long MAGIC_BITS = 0x4338000000000000L;
    private static final double MAGIC = 0x1.8p52;
    private static final double LN2_HIGH = 0x1.62e42p-1, LN2_LOW = 0x1.fdf473de6af28p-22;
    private static final double LOG10_2_HIGH = 0x1.34413p-2, LOG10_2_LOW = 0x1.427de7fbcc47cp-24;
    private static final double LOG2_E = 0x1.71547652b82fep+0, LOG2_E_LOW = 0x1.777d0ffda0d24p-56;
    private static final double LOG10_E = 0x1.bcb7b1526e50ep-2, LOG10_E_LOW = 0x1.95355baaafad3p-57;

    private DoubleLogarithms() {}

    static void log(DoubleTiles tiles, int n) {
        split(tiles, n);
        log(tiles.a, tiles.t, n);
    }

    /** a becomes m, and t becomes k. */
    private static void split(DoubleTiles tiles, int n) {
        DoubleTiles.bits(tiles.a, tiles.bits, n);
        exponents(tiles.bits, n);
        DoubleTiles.bits(tiles.bits, tiles.t, n);
        DoubleTiles.bits(tiles.a, tiles.bits, n);
        fractions(tiles.bits, n);
        DoubleTiles.bits(tiles.bits, tiles.a, n);
    }

    private static void exponents(long[] bits, int n) {
        for (int i = 0; i < n; i++) bits[i] = (bits[i] - LOW_BITS >> 52) + MAGIC_BITS;
    }

    private static void fractions(long[] bits, int n) {
        for (int i = 0; i < n; i++) bits[i] = (bits[i] - LOW_BITS & 0xfffffffffffffL) + LOW_BITS;
    }

    private static void log(double[] m, double[] k, int n) {
        for (int i = 0; i < n; i++) {
            double e = k[i] - MAGIC, f = m[i] - 1, half = 0.5 * f * f;
            m[i] = fma(e, LN2_HIGH, f - (half - fma(e, LN2_LOW, rest(f, half))));
        }
    }

    /** {@code log(1 + f) - f + f^2 / 2}. */
    private static double rest(double f, double half) {
        double s = f / (2 + f), z = s * s;
        double p = fma(0.13086767009948175, z, 0.13268759668560612);
        p = fma(p, z, 0.15386240205813478);
        p = fma(p, z, 0.18181795630884753);
        p = fma(p, z, 0.2222222239180047);
        p = fma(p, z, 0.2857142857080323);
        p = fma(p, z, 0.4000000000000088);
        p = fma(p, z, 0.6666666666666666);
        return s * fma(p, z, half);
    }

    static void log2(DoubleTiles tiles, int n) {
        split(tiles, n);
        other(tiles.a, tiles.t, 1, 0, LOG2_E, LOG2_E_LOW, n);
    }

    static void log10(DoubleTiles tiles, int n) {
        split(tiles, n);
        other(tiles.a, tiles.t, LOG10_2_HIGH, LOG10_2_LOW, LOG10_E, LOG10_E_LOW, n);
    }

    /** The logarithm to a base of which {@code two} is the logarithm of 2, and {@code e} that of e, in two parts each. */
    private static void other(double[] m, double[] k, double two, double twoLow, double e, double eLow, int n) {
        for (int i = 0; i < n; i++) {
            double w = k[i] - MAGIC, f = m[i] - 1, half = 0.5 * f * f;
            double l = f - (half - rest(f, half));
            m[i] = fma(w, two, fma(l, e, fma(l, eLow, w * twoLow)));
        }
    }

    static void log1p(DoubleTiles tiles, int n) {
        correction(tiles.a, tiles.b, n);
        log(tiles, n);
        add(tiles.a, tiles.b, n);
    }

    /** x becomes {@code u = 1 + x}, and b what the logarithm lacks because u was rounded. */
    private static void correction(double[] x, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            double u = 1 + x[i];
            b[i] = (u - 1 - x[i]) / -u;
            x[i] = u;
        }
    }

    private static void add(double[] x, double[] b, int n) {
        for (int i = 0; i < n; i++) x[i] += b[i];
    }
}
