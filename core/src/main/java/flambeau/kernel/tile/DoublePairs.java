package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.Binary;
import flambeau.kernel.runs.Fma;

/**
 * Functions of two doubles that are made of whole quotients, and the angle. A quotient that rounds up to a whole number shows in a
 * remainder of the wrong sign; such elements, and those that are out of range, are computed by the definition afterwards.
 */
final class DoublePairs {
    private static final double LARGEST = 0x1p50; // quotient, whose floor is wrong by at most 1
    private static final double SMALL = 1e-150, LARGE = 1e150; // whose quotients neither over- nor underflow

    private DoublePairs() {}

    /** {@code c = op(a, b)}. */
    static void run(Binary op, DoubleTiles tiles, int n) {
        if (!Fma.FUSED) {
            DoubleFunctions.run(op, tiles, n);
            return;
        }
        double[] a = tiles.a, b = tiles.b, y = tiles.c;
        switch (op) {
            case FMOD -> FloatPairs.truncated(a, b, y, n);
            case REMAINDER -> FloatPairs.floored(a, b, y, n);
            case FLOOR_DIV -> FloatPairs.floor(a, b, y, n);
            case ATAN2 -> FloatPairs.atan2(tiles, n);
            default -> {
                DoubleFunctions.run(op, tiles, n);
                return;
            }
        }
        fix(op, a, b, y, n);
    }

    private static void fix(Binary op, double[] a, double[] b, double[] y, int n) {
        var f = op.real();
        for (int i = 0; i < n; i++) {
            double left = Math.abs(a[i]), right = Math.abs(b[i]);
            boolean good = left > SMALL && left < LARGE && right > SMALL && right < LARGE;
            if (good && op != Binary.ATAN2) {
                double r = op == Binary.FLOOR_DIV ? fma(-y[i], b[i], a[i]) : y[i];
                double like = op == Binary.FMOD ? a[i] : b[i];
                good = left < LARGEST * right && (r == 0 || r < 0 == like < 0);
            }
            if (!good) y[i] = f.applyAsDouble(a[i], b[i]);
        }
    }
}
