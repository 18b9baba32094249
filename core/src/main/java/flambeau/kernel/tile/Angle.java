package flambeau.kernel.tile;

import static flambeau.kernel.runs.Approximation.A0;
import static flambeau.kernel.runs.Approximation.A1;
import static flambeau.kernel.runs.Approximation.A2;
import static flambeau.kernel.runs.Approximation.A3;
import static flambeau.kernel.runs.Approximation.A4;
import static flambeau.kernel.runs.Approximation.A5;
import static flambeau.kernel.runs.Approximation.A6;
import static flambeau.kernel.runs.Approximation.A7;
import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.runs.Approximation;

/**
 * The angle of a point, from tiles a and b to tile c: the same operations as in {@link Approximation#atan2}, split so that C2
 * vectorises them.
 */
final class Angle {
    private static final int SIGN = 0x80000000;
    private static final int PI_BITS = Float.floatToRawIntBits(Approximation.PI);
    private static final int HALF_PI_BITS = Float.floatToRawIntBits(Approximation.HALF_PI);

    private Angle() {}

    static void atan2(Tiles tiles, int n) {
        float[] a = tiles.a, b = tiles.b, y = tiles.c;
        int[] high = tiles.ints, wide = tiles.ints2, bits = tiles.ints3;
        Tiles.bits(a, high, n);
        Tiles.bits(b, wide, n);
        if (!areGood(high, wide, n)) {
            for (int i = 0; i < n; i++) y[i] = Approximation.atan2(a[i], b[i]);
            return;
        }
        quotient(a, b, y, n);
        polynomial(y, n);
        Tiles.bits(y, bits, n);
        steepness(high, wide, n);
        reflect(bits, wide, HALF_PI_BITS, n);
        sum(tiles, n);
        Tiles.bits(b, wide, n);
        reflect(bits, wide, PI_BITS, n);
        sum(tiles, n);
        copySigns(high, bits, n);
        Tiles.bits(bits, y, n);
    }

    /** Whether all are finite, and no point is the origin. */
    private static boolean areGood(int[] a, int[] b, int n) {
        int any = 0;
        for (int i = 0; i < n; i++) {
            int high = a[i] & Integer.MAX_VALUE, wide = b[i] & Integer.MAX_VALUE;
            any |= 0x7f7fffff - high | 0x7f7fffff - wide | (high | wide) - 1;
        }
        return any >= 0;
    }

    private static void quotient(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float high = Math.abs(a[i]), wide = Math.abs(b[i]);
            y[i] = Math.min(high, wide) / Math.max(high, wide);
        }
    }

    private static void polynomial(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float t = x[i], s = t * t;
            float p = fma(fma(fma(fma(fma(fma(fma(A0, s, A1), s, A2), s, A3), s, A4), s, A5), s, A6), s, A7);
            x[i] = fma(p * s, t, t);
        }
    }

    /** b becomes negative where the size of a is larger than that of b. */
    private static void steepness(int[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) b[i] = (b[i] & Integer.MAX_VALUE) - (a[i] & Integer.MAX_VALUE);
    }

    /** Where {@code where} is negative, x becomes -x, and {@code where} becomes {@code from}; elsewhere it becomes 0. */
    private static void reflect(int[] x, int[] where, int from, int n) {
        for (int i = 0; i < n; i++) {
            x[i] ^= where[i] & SIGN;
            where[i] = where[i] >> 31 & from;
        }
    }

    /** The floats whose bits are in ints2 and ints3 are added, in ints3. */
    private static void sum(Tiles tiles, int n) {
        Tiles.bits(tiles.ints3, tiles.c, n);
        Tiles.bits(tiles.ints2, tiles.d, n);
        add(tiles.c, tiles.d, n);
        Tiles.bits(tiles.c, tiles.ints3, n);
    }

    private static void add(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) x[i] += y[i];
    }

    private static void copySigns(int[] from, int[] to, int n) {
        for (int i = 0; i < n; i++) to[i] |= from[i] & SIGN;
    }
}
