package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.Binary;
import flambeau.kernel.runs.Fma;

/**
 * Functions of two floats, widened to double, in which quotients up to {@value #LARGEST} find the right whole number and remainders
 * are exact. Elements outside the range of a loop are computed by the definition afterwards.
 */
final class FloatPairs {
    private static final double LARGEST = 0x1p28;

    private FloatPairs() {}

    /** {@code c = op(a, b)}. */
    static void run(Binary op, DoubleTiles tiles, int n) {
        boolean ranged = Fma.FUSED && (op == Binary.POW || op == Binary.FMOD || op == Binary.REMAINDER);
        if (!ranged) {
            DoubleFunctions.run(op, tiles, n);
            return;
        }
        if (op == Binary.POW) {
            DoubleTiles.bits(tiles.a, tiles.inputA, n);
            pow(tiles, n);
            DoubleTiles.bits(tiles.inputA, tiles.a, n);
        } else if (op == Binary.FMOD) {
            truncated(tiles.a, tiles.b, tiles.c, n);
        } else {
            floored(tiles.a, tiles.b, tiles.c, n);
        }
        fix(op, tiles.a, tiles.b, tiles.c, n);
    }

    private static void truncated(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double q = Math.floor(Math.abs(a[i] / b[i]));
            y[i] = DoubleFunctions.sign(a[i]) * fma(-q, Math.abs(b[i]), Math.abs(a[i]));
        }
    }

    private static void floored(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double s = DoubleFunctions.sign(a[i]); // so that a remainder of 0 has the sign of a
            y[i] = s * fma(-s * Math.floor(a[i] / b[i]), b[i], Math.abs(a[i]));
        }
    }

    private static void pow(DoubleTiles tiles, int n) {
        DoubleLogarithms.log(tiles, n);
        multiply(tiles.a, tiles.b, n);
        DoubleExponentials.exp(tiles, n);
        System.arraycopy(tiles.a, 0, tiles.c, 0, n);
    }

    private static void multiply(double[] x, double[] by, int n) {
        for (int i = 0; i < n; i++) x[i] *= by[i];
    }

    private static void fix(Binary op, double[] a, double[] b, double[] y, int n) {
        var f = op.real();
        boolean power = op == Binary.POW;
        for (int i = 0; i < n; i++) {
            boolean good = power
                    ? a[i] > 0 && a[i] <= Float.MAX_VALUE && Math.abs(b[i]) <= Float.MAX_VALUE
                    : Math.abs(a[i]) < LARGEST * Math.abs(b[i]) && Math.abs(b[i]) <= Float.MAX_VALUE;
            if (!good) y[i] = f.applyAsDouble(a[i], b[i]);
        }
    }
}
