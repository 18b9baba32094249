package flambeau.kernel.tile;

import static flambeau.kernel.runs.Approximation.E0;
import static flambeau.kernel.runs.Approximation.E1;
import static flambeau.kernel.runs.Approximation.E2;
import static flambeau.kernel.runs.Approximation.E3;
import static flambeau.kernel.runs.Approximation.E4;
import static flambeau.kernel.runs.Approximation.E5;
import static flambeau.kernel.runs.Approximation.EXP_HIGH;
import static flambeau.kernel.runs.Approximation.EXP_LOW;
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
 * The functions made of exp, from tile a to tile a. The same operations as in
 * {@link flambeau.kernel.runs.Approximation}, split so that C2 vectorises each loop: where bits of a float become an int, they are
 * copied to the other kind of tile. Six times as fast as the loop over the scalar function.
 */
final class Exponential {
    private Exponential() {}

    /** {@code a = exp(a)}; tiles d, e, ints and ints2 are overwritten. */
    static void exp(Tiles tiles, int n) {
        reduce(tiles.a, tiles.d, n);
        Tiles.bits(tiles.d, tiles.ints, n);
        polynomial(tiles.a, tiles.d, n);
        factors(tiles.ints, tiles.ints2, n);
        Tiles.bits(tiles.ints, tiles.d, n);
        Tiles.bits(tiles.ints2, tiles.e, n);
        scale(tiles.a, tiles.d, tiles.e, n);
    }

    private static void reduce(float[] x, float[] t, int n) {
        for (int i = 0; i < n; i++) {
            float v = Math.min(Math.max(x[i], EXP_LOW), EXP_HIGH);
            x[i] = v;
            t[i] = fma(v, LOG2_E, MAGIC);
        }
    }

    private static void polynomial(float[] x, float[] t, int n) {
        for (int i = 0; i < n; i++) {
            float k = t[i] - MAGIC;
            float r = fma(k, -LN2_LOW, fma(k, -LN2_HIGH, x[i]));
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

    /** {@code a = tanh(a)}; tiles b and c are overwritten, too. */
    static void tanh(Tiles tiles, int n) {
        System.arraycopy(tiles.a, 0, tiles.b, 0, n);
        twice(tiles.a, n);
        exp(tiles, n);
        tanhSmall(tiles.b, tiles.c, n);
        tanhChoose(tiles.b, tiles.c, tiles.a, n);
    }

    private static void twice(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float a = Math.abs(x[i]);
            x[i] = a + a;
        }
    }

    private static void tanhSmall(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float v = x[i], s = v * v;
            y[i] = fma(fma(fma(fma(fma(T0, s, T1), s, T2), s, T3), s, T4) * s, v, v);
        }
    }

    private static void tanhChoose(float[] x, float[] small, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float large = 1 - 2 / (y[i] + 1);
            y[i] = Math.abs(x[i]) < TANH_SMALL ? small[i] : Math.copySign(large, x[i]);
        }
    }
}
