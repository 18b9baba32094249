package flambeau.kernel.tile;

import static flambeau.kernel.runs.Approximation.L0;
import static flambeau.kernel.runs.Approximation.L1;
import static flambeau.kernel.runs.Approximation.L2;
import static flambeau.kernel.runs.Approximation.L3;
import static flambeau.kernel.runs.Approximation.L4;
import static flambeau.kernel.runs.Approximation.L5;
import static flambeau.kernel.runs.Approximation.L6;
import static flambeau.kernel.runs.Approximation.L7;
import static flambeau.kernel.runs.Approximation.L8;
import static flambeau.kernel.runs.Approximation.LN2_HIGH;
import static flambeau.kernel.runs.Approximation.LN2_LOW;
import static flambeau.kernel.runs.Approximation.LOG1P_HIGH;
import static flambeau.kernel.runs.Approximation.LOG_LOW_BITS;
import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.runs.Approximation;

/** Logarithms, from tile a to tile a: the same operations as in {@link Approximation}, split so that C2 vectorises them. */
final class Logarithm {
    private static final int LOG1P_LAST_BITS = Float.floatToRawIntBits(LOG1P_HIGH) - 1;

    private Logarithm() {}

    static void log(Tiles tiles, int n) {
        Tiles.bits(tiles.a, tiles.ints, n);
        if (!areNormal(tiles.ints, n)) {
            for (int i = 0; i < n; i++) tiles.a[i] = Approximation.log(tiles.a[i]);
            return;
        }
        split(tiles.ints, tiles.ints2, n);
        Tiles.bits(tiles.ints2, tiles.a, n);
        subtractOne(tiles.a, n);
        polynomial(tiles.a, tiles.ints, n);
    }

    /** {@code a = log(1 + a)}; tiles b, ints, ints2 and ints3 are overwritten. */
    static void log1p(Tiles tiles, int n) {
        addOne(tiles.a, tiles.b, n);
        Tiles.bits(tiles.b, tiles.ints, n);
        if (!areWithin(tiles.ints, n)) {
            for (int i = 0; i < n; i++) tiles.a[i] = Approximation.log1p(tiles.a[i]);
            return;
        }
        Tiles.bits(tiles.a, tiles.ints3, n);
        exponents(tiles.ints, tiles.ints2, n);
        Tiles.bits(tiles.ints2, tiles.b, n);
        scale(tiles.a, tiles.b, n);
        polynomial(tiles.a, tiles.ints, n);
        Tiles.bits(tiles.a, tiles.ints2, n);
        copySigns(tiles.ints3, tiles.ints2, n);
        Tiles.bits(tiles.ints2, tiles.a, n);
    }

    private static void addOne(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = x[i] + 1;
    }

    /** Whether all are positive, normal and less than {@link Approximation#LOG1P_HIGH}. */
    private static boolean areWithin(int[] bits, int n) {
        int any = 0;
        for (int i = 0; i < n; i++) any |= bits[i] - 0x00800000 | LOG1P_LAST_BITS - bits[i];
        return any >= 0;
    }

    /** From bits to the exponent e, and the bits of {@code 2^-e}. */
    private static void exponents(int[] bits, int[] power, int n) {
        for (int i = 0; i < n; i++) {
            int e = bits[i] - LOG_LOW_BITS >> 23;
            bits[i] = e;
            power[i] = 127 - e << 23;
        }
    }

    private static void scale(float[] x, float[] power, int n) {
        for (int i = 0; i < n; i++) x[i] = fma(x[i], power[i], power[i] - 1);
    }

    private static void copySigns(int[] from, int[] to, int n) {
        for (int i = 0; i < n; i++) to[i] |= from[i] & 0x80000000;
    }

    private static void subtractOne(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] -= 1;
    }

    /** Whether all are positive, normal and finite. */
    private static boolean areNormal(int[] bits, int n) {
        int any = 0;
        for (int i = 0; i < n; i++) any |= bits[i] - 0x00800000 | 0x7f7fffff - bits[i];
        return any >= 0;
    }

    /** From bits to the exponent and the bits of the rest, which is between sqrt(1/2) and sqrt(2). */
    private static void split(int[] bits, int[] rest, int n) {
        for (int i = 0; i < n; i++) {
            int shifted = bits[i] - LOG_LOW_BITS;
            bits[i] = shifted >> 23;
            rest[i] = (shifted & 0x7fffff) + LOG_LOW_BITS;
        }
    }

    private static void polynomial(float[] x, int[] exponent, int n) {
        for (int i = 0; i < n; i++) {
            float e = exponent[i], m = x[i], z = m * m;
            float p =
                    fma(fma(fma(fma(fma(fma(fma(fma(L0, m, L1), m, L2), m, L3), m, L4), m, L5), m, L6), m, L7), m, L8);
            p = fma(-0.5f, z, fma(e, LN2_LOW, p * m * z));
            x[i] = fma(e, LN2_HIGH, m + p);
        }
    }
}
