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
import static flambeau.kernel.runs.Approximation.LOG_LOW_BITS;
import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.runs.Approximation;

/** The logarithm, from tile a to tile a: the same operations as in {@link Approximation#log}, split so that C2 vectorises them. */
final class Logarithm {
    private Logarithm() {}

    static void log(Tiles tiles, int n) {
        Tiles.bits(tiles.a, tiles.ints, n);
        if (!areNormal(tiles.ints, n)) {
            for (int i = 0; i < n; i++) tiles.a[i] = Approximation.log(tiles.a[i]);
            return;
        }
        split(tiles.ints, tiles.ints2, n);
        Tiles.bits(tiles.ints2, tiles.a, n);
        polynomial(tiles.a, tiles.ints, n);
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
            float e = exponent[i], m = x[i] - 1, z = m * m;
            float p =
                    fma(fma(fma(fma(fma(fma(fma(fma(L0, m, L1), m, L2), m, L3), m, L4), m, L5), m, L6), m, L7), m, L8);
            p = fma(-0.5f, z, fma(e, LN2_LOW, p * m * z));
            x[i] = fma(e, LN2_HIGH, m + p);
        }
    }
}
