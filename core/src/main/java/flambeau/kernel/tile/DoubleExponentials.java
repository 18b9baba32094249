package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

/** exp and what is made of it: {@code 2^k e^r}, the polynomial being a Chebyshev fit of {@code (e^r - 1 - r) / r^2}. */
final class DoubleExponentials {
    private static final double MAGIC = 0x1.8p52; // adding it rounds to an integer, which then stands in the low bits
    private static final long MAGIC_BITS = 0x4338000000000000L;
    private static final double LOG2_E = 0x1.71547652b82fep+0;
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LN2_HIGH = 0x1.62e42p-1, LN2_LOW = 0x1.fdf473de6af28p-22;
    private static final double LIMIT = 708; // beyond which 2^k is no normal number

    private DoubleExponentials() {}

    static void exp(DoubleTiles tiles, int n) {
        reduce(tiles.a, tiles.t, n);
        power(tiles, n);
        exp(tiles.a, tiles.t, n);
    }

    static void expm1(DoubleTiles tiles, int n) {
        reduce(tiles.a, tiles.t, n);
        power(tiles, n);
        expm1(tiles.a, tiles.t, n);
    }

    static void exp2(DoubleTiles tiles, int n) {
        reduceTwo(tiles.a, tiles.t, n);
        power(tiles, n);
        exp(tiles.a, tiles.t, n);
    }

    /** x becomes {@code r = (x - k) ln 2}, and {@code t = k + MAGIC}. */
    private static void reduceTwo(double[] x, double[] t, int n) {
        for (int i = 0; i < n; i++) {
            double v = Math.min(Math.max(x[i], -1020), 1020);
            t[i] = v + MAGIC;
            x[i] = (v - (t[i] - MAGIC)) * LN2;
        }
    }

    static void cosh(DoubleTiles tiles, int n) {
        magnitude(tiles.a, n);
        exp(tiles, n);
        mean(tiles.a, n);
    }

    private static void magnitude(double[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = Math.abs(x[i]);
    }

    private static void mean(double[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = fma(0.5, x[i], 0.5 / x[i]);
    }

    static void sinh(DoubleTiles tiles, int n) {
        signs(tiles.a, tiles.b, n);
        expm1(tiles, n);
        difference(tiles.a, tiles.b, n);
    }

    /** x becomes its magnitude, and {@code sign} its sign. */
    private static void signs(double[] x, double[] sign, int n) {
        for (int i = 0; i < n; i++) {
            sign[i] = DoubleFunctions.sign(x[i]);
            x[i] = Math.abs(x[i]);
        }
    }

    private static void difference(double[] x, double[] sign, int n) {
        for (int i = 0; i < n; i++) x[i] = sign[i] * 0.5 * (x[i] + x[i] / (x[i] + 1));
    }

    /** x becomes {@code r = x - k ln 2}, and {@code t = k + MAGIC}. */
    private static void reduce(double[] x, double[] t, int n) {
        for (int i = 0; i < n; i++) {
            double v = Math.min(Math.max(x[i], -LIMIT), LIMIT);
            t[i] = fma(v, LOG2_E, MAGIC);
            double k = t[i] - MAGIC;
            x[i] = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, v));
        }
    }

    /** t becomes {@code 2^k}. */
    private static void power(DoubleTiles tiles, int n) {
        DoubleTiles.bits(tiles.t, tiles.bits, n);
        power(tiles.bits, n);
        DoubleTiles.bits(tiles.bits, tiles.t, n);
    }

    private static void power(long[] bits, int n) {
        for (int i = 0; i < n; i++) bits[i] = bits[i] - MAGIC_BITS + 1023 << 52;
    }

    private static void exp(double[] r, double[] power, int n) {
        for (int i = 0; i < n; i++) r[i] = fma(polynomial(r[i]) * r[i], r[i], r[i]) * power[i] + power[i];
    }

    private static void expm1(double[] r, double[] power, int n) {
        for (int i = 0; i < n; i++) r[i] = fma(power[i], r[i] * fma(polynomial(r[i]), r[i], 1), -(1 - power[i]));
    }

    private static double polynomial(double r) {
        double p = fma(2.0914686968086876e-09, r, 2.5105217004720745e-08);
        p = fma(p, r, 2.75572736431103e-07);
        p = fma(p, r, 2.7557255400206422e-06);
        p = fma(p, r, 2.4801587325547743e-05);
        p = fma(p, r, 0.00019841269874820627);
        p = fma(p, r, 0.0013888888888883748);
        p = fma(p, r, 0.008333333333326136);
        p = fma(p, r, 0.04166666666666667);
        p = fma(p, r, 0.1666666666666667);
        return fma(p, r, 0.5);
    }

    static void sigmoid(DoubleTiles tiles, int n) {
        negate(tiles.a, n);
        exp(tiles, n);
        logistic(tiles.a, n);
    }

    private static void negate(double[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = -x[i];
    }

    private static void logistic(double[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = 1 / (1 + x[i]);
    }

    static void tanh(DoubleTiles tiles, int n) {
        twice(tiles.a, n);
        expm1(tiles, n);
        quotient(tiles.a, n);
    }

    private static void twice(double[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = Math.min(Math.max(2 * x[i], -50), 50);
    }

    private static void quotient(double[] x, int n) {
        for (int i = 0; i < n; i++) x[i] /= x[i] + 2;
    }
}
