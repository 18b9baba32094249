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
        erf(tiles.a, tiles.b, tiles.c, n);
    }

    static void erfc(DoubleTiles tiles, int n) {
        exponent(tiles, LARGEST, n);
        DoubleExponentials.exp(tiles, n);
        erfc(tiles.a, tiles.b, tiles.c, n);
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

    private static void erf(double[] exp, double[] x, double[] rest, int n) {
        for (int i = 0; i < n; i++) {
            double a = Math.abs(x[i]), large = DoubleFunctions.step(a - 1);
            double far = DoubleFunctions.sign(x[i]) * (1 - complement(a, fma(-rest[i], exp[i], exp[i])));
            exp[i] = fma(large, far, (1 - large) * near(x[i]));
        }
    }

    private static void erfc(double[] exp, double[] x, double[] rest, int n) {
        for (int i = 0; i < n; i++) {
            double y = complement(Math.abs(x[i]), fma(-rest[i], exp[i], exp[i])), below = DoubleFunctions.step(-x[i]);
            exp[i] = fma(below, 2, fma(-2, below, 1) * y);
        }
    }

    private static double near(double x) {
        double z = x * x;
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
        return fma(p, z, 1.1283791670955126) * x;
    }

    /** {@code erfc(a)}, given {@code e^(-a a)}. */
    private static double complement(double a, double exp) {
        double t = (a - 4) / (a + 4);
        double p = fma(1.2428778155837613e-09, t, 1.8018631131624461e-09);
        p = fma(p, t, -1.4103503645230917e-08);
        p = fma(p, t, -1.7835527002435904e-08);
        p = fma(p, t, 1.1018756180763166e-07);
        p = fma(p, t, 7.455868029297701e-08);
        p = fma(p, t, -8.256625187282693e-07);
        p = fma(p, t, 2.9385425601992844e-07);
        p = fma(p, t, 5.709928255278233e-06);
        p = fma(p, t, -1.1222059302484185e-05);
        p = fma(p, t, -2.4399307369455275e-05);
        p = fma(p, t, 0.00015062169378406569);
        p = fma(p, t, -0.0001992566670501857);
        p = fma(p, t, -0.0007577732952568108);
        p = fma(p, t, 0.005031969972796012);
        p = fma(p, t, -0.01619773405644002);
        p = fma(p, t, 0.03716751553807599);
        p = fma(p, t, -0.06633036581236375);
        p = fma(p, t, 0.09373283499831267);
        p = fma(p, t, -0.1010390660362968);
        p = fma(p, t, 0.0680970542546937);
        p = fma(p, t, 0.015379652102619597);
        p = fma(p, t, -0.13962111684056253);
        p = fma(p, t, 1.2329951186255526);
        return exp * p / fma(2, a, 1);
    }
}
