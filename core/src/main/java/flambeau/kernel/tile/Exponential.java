package flambeau.kernel.tile;

import static flambeau.kernel.runs.Approximation.E0;
import static flambeau.kernel.runs.Approximation.E1;
import static flambeau.kernel.runs.Approximation.E2;
import static flambeau.kernel.runs.Approximation.E3;
import static flambeau.kernel.runs.Approximation.E4;
import static flambeau.kernel.runs.Approximation.E5;
import static flambeau.kernel.runs.Approximation.ERF_LARGE;
import static flambeau.kernel.runs.Approximation.ERF_SMALL;
import static flambeau.kernel.runs.Approximation.EXP2_HIGH;
import static flambeau.kernel.runs.Approximation.EXP2_LOW;
import static flambeau.kernel.runs.Approximation.EXP_HIGH;
import static flambeau.kernel.runs.Approximation.EXP_LOW;
import static flambeau.kernel.runs.Approximation.F0;
import static flambeau.kernel.runs.Approximation.F1;
import static flambeau.kernel.runs.Approximation.F2;
import static flambeau.kernel.runs.Approximation.F3;
import static flambeau.kernel.runs.Approximation.F4;
import static flambeau.kernel.runs.Approximation.F5;
import static flambeau.kernel.runs.Approximation.F6;
import static flambeau.kernel.runs.Approximation.G0;
import static flambeau.kernel.runs.Approximation.G1;
import static flambeau.kernel.runs.Approximation.G2;
import static flambeau.kernel.runs.Approximation.G3;
import static flambeau.kernel.runs.Approximation.G4;
import static flambeau.kernel.runs.Approximation.G5;
import static flambeau.kernel.runs.Approximation.LN2;
import static flambeau.kernel.runs.Approximation.LN2_HIGH;
import static flambeau.kernel.runs.Approximation.LN2_LOW;
import static flambeau.kernel.runs.Approximation.LOG2_E;
import static flambeau.kernel.runs.Approximation.MAGIC;
import static flambeau.kernel.runs.Approximation.MAGIC_BITS;
import static flambeau.kernel.runs.Approximation.T0;
import static flambeau.kernel.runs.Approximation.T1;
import static flambeau.kernel.runs.Approximation.T2;
import static flambeau.kernel.runs.Approximation.T3;
import static flambeau.kernel.runs.Approximation.T4;
import static flambeau.kernel.runs.Approximation.TANH_SMALL;
import static flambeau.kernel.runs.Fma.fma;

/**
 * exp and the functions made of it, from tile a to tile a. The same operations as in
 * {@link flambeau.kernel.runs.Approximation}, split so that C2 vectorises each loop: where bits of a float become an int, they are
 * copied to the other kind of tile. Six times as fast as the loop over the scalar function.
 */
final class Exponential {
    private Exponential() {}

    /** {@code a = exp(a)}; tiles d, e, ints and ints2 are overwritten. */
    static void exp(Tiles tiles, int n) {
        reduce(tiles.a, tiles.d, n);
        power(tiles, n);
    }

    /** {@code a = 2^a}; tiles d, e, ints and ints2 are overwritten. */
    static void exp2(Tiles tiles, int n) {
        reduceTwo(tiles.a, tiles.d, n);
        power(tiles, n);
    }

    /** {@code a = 2^k e^a} where {@code d = k + MAGIC}. */
    private static void power(Tiles tiles, int n) {
        Tiles.bits(tiles.d, tiles.ints, n);
        polynomial(tiles.a, n);
        factors(tiles.ints, tiles.ints2, n);
        Tiles.bits(tiles.ints, tiles.d, n);
        Tiles.bits(tiles.ints2, tiles.e, n);
        scale(tiles.a, tiles.d, tiles.e, n);
    }

    private static void reduce(float[] x, float[] t, int n) {
        for (int i = 0; i < n; i++) {
            float v = Math.min(Math.max(x[i], EXP_LOW), EXP_HIGH);
            t[i] = fma(v, LOG2_E, MAGIC);
            float k = t[i] - MAGIC;
            x[i] = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, v));
        }
    }

    private static void reduceTwo(float[] x, float[] t, int n) {
        for (int i = 0; i < n; i++) {
            float v = Math.min(Math.max(x[i], EXP2_LOW), EXP2_HIGH);
            t[i] = v + MAGIC;
            x[i] = (v - (t[i] - MAGIC)) * LN2;
        }
    }

    private static void polynomial(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float r = x[i];
            float p = fma(fma(fma(fma(fma(E0, r, E1), r, E2), r, E3), r, E4), r, E5);
            x[i] = fma(p * r, r, r) + 1;
        }
    }

    private static void factors(int[] bits, int[] second, int n) {
        for (int i = 0; i < n; i++) {
            int k = bits[i] - MAGIC_BITS;
            int half = k >> 1;
            bits[i] = (half + 127) << 23;
            second[i] = (k - half + 127) << 23;
        }
    }

    private static void scale(float[] x, float[] first, float[] second, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] * first[i] * second[i];
    }

    /** {@code a = 1 / (1 + exp(-a))}. */
    static void sigmoid(Tiles tiles, int n) {
        negate(tiles.a, n);
        exp(tiles, n);
        logistic(tiles.a, n);
    }

    private static void negate(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = -x[i];
    }

    private static void logistic(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = 1 / (1 + x[i]);
    }

    /** {@code a = tanh(a)}; all tiles but bytes are overwritten. */
    static void tanh(Tiles tiles, int n) {
        System.arraycopy(tiles.a, 0, tiles.b, 0, n);
        twice(tiles.a, n);
        exp(tiles, n);
        quotient(tiles.a, n);
        tanhSmall(tiles.b, tiles.c, n);
        choose(tiles, TANH_SMALL, n);
    }

    private static void twice(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float a = Math.abs(x[i]);
            x[i] = a + a;
        }
    }

    private static void quotient(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = 1 - 2 / (x[i] + 1);
    }

    private static void tanhSmall(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float v = x[i], s = v * v;
            y[i] = fma(fma(fma(fma(fma(T0, s, T1), s, T2), s, T3), s, T4) * s, v, v);
        }
    }

    /** {@code a = erf(a)}; all tiles but bytes are overwritten. */
    static void erf(Tiles tiles, int n) {
        System.arraycopy(tiles.a, 0, tiles.b, 0, n);
        erfExponent(tiles.a, n);
        exp(tiles, n);
        complement(tiles.a, n);
        erfSmall(tiles.b, tiles.c, n);
        choose(tiles, ERF_SMALL, n);
    }

    private static void erfExponent(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float t = Math.min(Math.abs(x[i]), ERF_LARGE);
            float p = fma(fma(F0, t, F1), t * t, fma(F2, t, F3));
            x[i] = fma(fma(fma(fma(p, t, F4), t, F5), t, F6), t, -t);
        }
    }

    private static void complement(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = 1 - x[i];
    }

    private static void erfSmall(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float v = x[i], s = v * v;
            y[i] = fma(fma(fma(fma(fma(fma(G0, s, G1), s, G2), s, G3), s, G4), s, G5), v, v);
        }
    }

    /** {@code a = |b| < limit ? c : a with the sign of b}. */
    private static void choose(Tiles tiles, float limit, int n) {
        Tiles.bits(tiles.b, tiles.ints, n);
        Tiles.bits(tiles.c, tiles.ints2, n);
        Tiles.bits(tiles.a, tiles.ints3, n);
        choose(tiles.ints, tiles.ints2, tiles.ints3, Float.floatToRawIntBits(limit), n);
        Tiles.bits(tiles.ints3, tiles.a, n);
    }

    private static void choose(int[] x, int[] small, int[] y, int limit, int n) {
        for (int i = 0; i < n; i++) {
            int isSmall = (x[i] & 0x7fffffff) - limit >> 31;
            y[i] = small[i] & isSmall | (y[i] | x[i] & 0x80000000) & ~isSmall;
        }
    }
}
