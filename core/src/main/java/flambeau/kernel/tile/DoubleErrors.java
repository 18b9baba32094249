package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

/**
 * The error function and its complement: {@code erfc(x) = e^(-x x) h / (1 + 2 x)} for x from 0 on, h being a Chebyshev fit in
 * {@code (x - 4) / (x + 4)}; below 1 the error function is {@code x} times a fit in {@code x x}.
 */
final class DoubleErrors {
    /** Beyond this the complement is no normal number. */
    static final double LARGEST = 26;

    private static final double ERF_LARGEST = 6; // beyond which the error function is 1

    private DoubleErrors() {}

    static void erf(DoubleTiles tiles, int n) {
        exponent(tiles, ERF_LARGEST, n);
        DoubleExponentials.exp(tiles, n);
        complement(tiles, n);
        near(tiles.b, tiles.c, n);
        erf(tiles.a, tiles.b, tiles.c, n);
    }

    static void erfc(DoubleTiles tiles, int n) {
        exponent(tiles, LARGEST, n);
        DoubleExponentials.exp(tiles, n);
        complement(tiles, n);
        erfc(tiles.a, tiles.b, n);
    }

    /** b becomes x, a becomes {@code -x x}, and c what it lacks because it was rounded. */
    private static void exponent(DoubleTiles tiles, double limit, int n) {
        double[] a = tiles.a, b = tiles.b, c = tiles.c;
        for (int i = 0; i < n; i++) {
            double x = Math.min(Math.max(a[i], -limit), limit), square = x * x;
            b[i] = x;
            c[i] = fma(x, x, -square);
            a[i] = -square;
        }
    }

    /** a becomes the complement at |b|; b stays. Long loops are cut, or C2 does not vectorise them. */
    private static void complement(DoubleTiles tiles, int n) {
        argument(tiles.a, tiles.b, tiles.c, tiles.t, n);
        first(tiles.t, tiles.c, n);
        second(tiles.t, tiles.c, n);
        scale(tiles.a, tiles.b, tiles.c, n);
    }

    /** exp gets back what the rounded square lost, and {@code t = (|x| - 4) / (|x| + 4)}. */
    private static void argument(double[] exp, double[] x, double[] rest, double[] t, int n) {
        for (int i = 0; i < n; i++) {
            double a = Math.abs(x[i]);
            exp[i] = fma(-rest[i], exp[i], exp[i]);
            t[i] = (a - 4) / (a + 4);
        }
    }

    private static void first(double[] t, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double p = fma(1.2428778155837613e-09, t[i], 1.8018631131624461e-09);
            p = fma(p, t[i], -1.4103503645230917e-08);
            p = fma(p, t[i], -1.7835527002435904e-08);
            p = fma(p, t[i], 1.1018756180763166e-07);
            p = fma(p, t[i], 7.455868029297701e-08);
            p = fma(p, t[i], -8.256625187282693e-07);
            p = fma(p, t[i], 2.9385425601992844e-07);
            p = fma(p, t[i], 5.709928255278233e-06);
            p = fma(p, t[i], -1.1222059302484185e-05);
            p = fma(p, t[i], -2.4399307369455275e-05);
            p = fma(p, t[i], 0.00015062169378406569);
            p = fma(p, t[i], -0.0001992566670501857);
            y[i] = p;
        }
    }

    private static void second(double[] t, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double p = fma(y[i], t[i], -0.0007577732952568108);
            p = fma(p, t[i], 0.005031969972796012);
            p = fma(p, t[i], -0.01619773405644002);
            p = fma(p, t[i], 0.03716751553807599);
            p = fma(p, t[i], -0.06633036581236375);
            p = fma(p, t[i], 0.09373283499831267);
            p = fma(p, t[i], -0.1010390660362968);
            p = fma(p, t[i], 0.0680970542546937);
            p = fma(p, t[i], 0.015379652102619597);
            p = fma(p, t[i], -0.13962111684056253);
            p = fma(p, t[i], 1.2329951186255526);
            y[i] = p;
        }
    }

    private static void scale(double[] exp, double[] x, double[] p, int n) {
        for (int i = 0; i < n; i++) exp[i] = exp[i] * p[i] / fma(2, Math.abs(x[i]), 1);
    }

    /** Below 1 it is near, beyond it is far, that is 1 - y, with the sign of x. */
    private static void erf(double[] y, double[] x, double[] near, int n) {
        for (int i = 0; i < n; i++) {
            double large = DoubleFunctions.step(Math.abs(x[i]) - 1), far = DoubleFunctions.sign(x[i]) * (1 - y[i]);
            y[i] = fma(large, far, (1 - large) * near[i]);
        }
    }

    private static void erfc(double[] y, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            double below = DoubleFunctions.step(-x[i]);
            y[i] = fma(below, 2, fma(-2, below, 1) * y[i]);
        }
    }

    private static void near(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double z = x[i] * x[i];
            double p = fma(5.957176147748911e-11, z, -1.1372848856791674e-09);
            p = fma(p, z, 1.4659775274047436e-08);
            p = fma(p, z, -1.6350312701054695e-07);
            p = fma(p, z, 1.6461000484121368e-06);
            p = fma(p, z, -1.4925595266831182e-05);
            p = fma(p, z, 0.0001205533111164271);
            p = fma(p, z, -0.000854832698083379);
            p = fma(p, z, 0.0052239776248180145);
            p = fma(p, z, -0.026866170645076792);
            p = fma(p, z, 0.11283791670954879);
            p = fma(p, z, -0.3761263890318375);
            y[i] = fma(p, z, 1.1283791670955126) * x[i];
        }
    }
}
