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
    private static final long LARGEST_POWER = 28L << 52; // what its factor adds to the bits of a double
    private static final long LARGEST_FLOAT = Double.doubleToRawLongBits(Float.MAX_VALUE);

    private FloatPairs() {}

    /** {@code c = op(a, b)}. */
    static void run(Binary op, DoubleTiles tiles, int n) {
        if (!Fma.FUSED) {
            DoubleFunctions.run(op, tiles, n);
            return;
        }
        double[] a = tiles.a, b = tiles.b, y = tiles.c;
        switch (op) {
            case FMOD -> truncated(a, b, y, n);
            case REMAINDER -> floored(a, b, y, n);
            case FLOOR_DIV -> floor(a, b, y, n);
            case HYPOT -> hypot(a, b, y, n);
            case POW, LOGADDEXP, XLOGY -> {
                DoubleTiles.bits(a, tiles.inputA, n);
                if (op == Binary.POW) pow(tiles, n);
                else if (op == Binary.XLOGY) log(tiles, n);
                else logOfSum(tiles, n);
                DoubleTiles.bits(tiles.inputA, a, n);
                if (op == Binary.XLOGY) multiply(y, a, n);
                if (op == Binary.LOGADDEXP) addLarger(y, a, b, n);
            }
            default -> {
                DoubleFunctions.run(op, tiles, n);
                return;
            }
        }
        if (!areGood(op, tiles, n)) fix(op, a, b, y, n);
    }

    /** Whether all elements are in the range of the loops; by their bits, in a loop that C2 vectorises. */
    private static boolean areGood(Binary op, DoubleTiles tiles, int n) {
        DoubleTiles.bits(tiles.a, tiles.bits, n);
        DoubleTiles.bits(tiles.b, tiles.inputB, n);
        boolean divides = op == Binary.FMOD || op == Binary.REMAINDER || op == Binary.FLOOR_DIV;
        long a = op == Binary.XLOGY ? 1 : 0, b = divides ? 1 : 0;
        if (!areWithin(tiles.bits, a, n) || !areWithin(tiles.inputB, b, n)) return false;
        return switch (op) {
            case POW -> arePositive(tiles.bits, n);
            case XLOGY -> arePositive(tiles.inputB, n);
            default -> !divides || areNear(tiles.bits, tiles.inputB, n);
        };
    }

    /** Whether the magnitudes of all are finite floats of at least {@code least}. */
    private static boolean areWithin(long[] bits, long least, int n) {
        long outside = 0;
        for (int i = 0; i < n; i++) {
            long x = bits[i] & Long.MAX_VALUE;
            outside |= LARGEST_FLOAT - x | x - least;
        }
        return outside >= 0;
    }

    private static boolean arePositive(long[] bits, int n) {
        long outside = 0;
        for (int i = 0; i < n; i++) outside |= bits[i] | bits[i] - 1;
        return outside >= 0;
    }

    /** Whether no a is {@link #LARGEST} times as large as its b. */
    private static boolean areNear(long[] a, long[] b, int n) {
        long outside = 0;
        for (int i = 0; i < n; i++) outside |= (b[i] & Long.MAX_VALUE) + LARGEST_POWER - 1 - (a[i] & Long.MAX_VALUE);
        return outside >= 0;
    }

    static void truncated(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double q = Math.floor(Math.abs(a[i] / b[i]));
            y[i] = DoubleFunctions.sign(a[i]) * fma(-q, Math.abs(b[i]), Math.abs(a[i]));
        }
    }

    static void floored(double[] a, double[] b, double[] y, int n) {
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

    private static void log(DoubleTiles tiles, int n) {
        System.arraycopy(tiles.b, 0, tiles.a, 0, n);
        DoubleLogarithms.log(tiles, n);
        System.arraycopy(tiles.a, 0, tiles.c, 0, n);
    }

    /** {@code c = log(1 + e^-|a - b|)}. */
    private static void logOfSum(DoubleTiles tiles, int n) {
        DoubleTiles.bits(tiles.b, tiles.inputB, n);
        minusDistance(tiles.a, tiles.b, n);
        DoubleExponentials.exp(tiles, n);
        DoubleLogarithms.log1p(tiles, n);
        System.arraycopy(tiles.a, 0, tiles.c, 0, n);
        DoubleTiles.bits(tiles.inputB, tiles.b, n);
    }

    private static void minusDistance(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) a[i] = -Math.abs(a[i] - b[i]);
    }

    private static void addLarger(double[] y, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) y[i] += Math.max(a[i], b[i]);
    }

    static void floor(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.floor(a[i] / b[i]);
    }

    private static void hypot(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.sqrt(fma(a[i], a[i], b[i] * b[i]));
    }

    /** Good for numbers other than 0 whose quotient neither over- nor underflows. */
    static void atan2(DoubleTiles tiles, int n) {
        DoubleTiles.bits(tiles.a, tiles.inputA, n);
        divide(tiles.a, tiles.b, n);
        DoubleArcs.atan(tiles, n);
        System.arraycopy(tiles.a, 0, tiles.c, 0, n);
        DoubleTiles.bits(tiles.inputA, tiles.a, n);
        turn(tiles.c, tiles.a, tiles.b, n);
    }

    private static void divide(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) a[i] /= b[i];
    }

    /** Half a turn more where b is negative. */
    private static void turn(double[] y, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) y[i] = fma(DoubleFunctions.step(-b[i]) * DoubleFunctions.sign(a[i]), Math.PI, y[i]);
    }

    private static void multiply(double[] x, double[] by, int n) {
        for (int i = 0; i < n; i++) x[i] *= by[i];
    }

    private static void fix(Binary op, double[] a, double[] b, double[] y, int n) {
        var f = op.real();
        for (int i = 0; i < n; i++) {
            double left = Math.abs(a[i]), right = Math.abs(b[i]);
            boolean good = left <= Float.MAX_VALUE
                    && right <= Float.MAX_VALUE
                    && switch (op) {
                        case POW -> a[i] > 0;
                        case XLOGY -> b[i] > 0 && left > 0;
                        case HYPOT, LOGADDEXP -> true;
                        default -> left < LARGEST * right;
                    };
            if (!good) y[i] = f.applyAsDouble(a[i], b[i]);
        }
    }
}
