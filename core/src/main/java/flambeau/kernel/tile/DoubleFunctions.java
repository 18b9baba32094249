package flambeau.kernel.tile;

import flambeau.kernel.Binary;
import flambeau.kernel.Unary;
import flambeau.kernel.runs.Fma;

/**
 * Functions of double by polynomials, each good for a range of magnitudes; elements outside of it, which are rare, are computed by the
 * definition afterwards. They serve float32, too, to which they are as good as exact.
 *
 * <p>The loops have no branches: {@link #step} makes the choices. All results are within 3 units in the last place of a double.
 */
final class DoubleFunctions {
    private static final double HUGE = 0x1p1000;

    private DoubleFunctions() {}

    /** {@code a = op(a)}. */
    static void run(Unary op, DoubleTiles tiles, int n) {
        if (!Fma.FUSED) {
            definition(op, tiles, n);
            return;
        }
        switch (op) {
            case CEIL -> {
                for (int i = 0; i < n; i++) tiles.a[i] = Math.ceil(tiles.a[i]);
            }
            case FLOOR -> {
                for (int i = 0; i < n; i++) tiles.a[i] = Math.floor(tiles.a[i]);
            }
            case ROUND -> {
                for (int i = 0; i < n; i++) tiles.a[i] = Math.rint(tiles.a[i]);
            }
            case EXP -> ranged(op, DoubleExponentials::exp, -708, 708, tiles, n);
            case EXP2 -> ranged(op, DoubleExponentials::exp2, -1020, 1020, tiles, n);
            case COSH -> ranged(op, DoubleExponentials::cosh, -700, 700, tiles, n);
            case SINH -> ranged(op, DoubleExponentials::sinh, -700, 700, tiles, n);
            case EXPM1 -> ranged(op, DoubleExponentials::expm1, -708, 708, tiles, n);
            case SIGMOID -> DoubleExponentials.sigmoid(tiles, n);
            case TANH -> DoubleExponentials.tanh(tiles, n);
            case LOG -> ranged(op, DoubleLogarithms::log, Double.MIN_NORMAL, Double.MAX_VALUE, tiles, n);
            case LOG2 -> ranged(op, DoubleLogarithms::log2, Double.MIN_NORMAL, Double.MAX_VALUE, tiles, n);
            case LOG10 -> ranged(op, DoubleLogarithms::log10, Double.MIN_NORMAL, Double.MAX_VALUE, tiles, n);
            case LOG1P -> ranged(op, DoubleLogarithms::log1p, -0.9, 0x1p1000, tiles, n);
            case SIN -> ranged(op, DoubleAngles::sin, -DoubleAngles.LARGEST, DoubleAngles.LARGEST, tiles, n);
            case COS -> ranged(op, DoubleAngles::cos, -DoubleAngles.LARGEST, DoubleAngles.LARGEST, tiles, n);
            case TAN -> ranged(op, DoubleAngles::tan, -DoubleAngles.LARGEST, DoubleAngles.LARGEST, tiles, n);
            case ERF -> DoubleErrors.erf(tiles, n);
            case ERFC -> ranged(op, DoubleErrors::erfc, -DoubleErrors.LARGEST, DoubleErrors.LARGEST, tiles, n);
            case ATAN -> DoubleArcs.atan(tiles, n);
            case ASIN -> DoubleArcs.asin(tiles, n);
            case ACOS -> DoubleArcs.acos(tiles, n);
            default -> definition(op, tiles, n);
        }
    }

    /** {@code c = op(a, b)}. */
    static void run(Binary op, DoubleTiles tiles, int n) {
        var f = op.real();
        for (int i = 0; i < n; i++) tiles.c[i] = f.applyAsDouble(tiles.a[i], tiles.b[i]);
    }

    private static void definition(Unary op, DoubleTiles tiles, int n) {
        var f = op.real();
        for (int i = 0; i < n; i++) tiles.a[i] = f.applyAsDouble(tiles.a[i]);
    }

    /** A loop over tile a, in place. */
    @FunctionalInterface
    interface Loop {
        void run(DoubleTiles tiles, int n);
    }

    /** Runs a loop that is good from {@code low} to {@code high}. */
    private static void ranged(Unary op, Loop loop, double low, double high, DoubleTiles tiles, int n) {
        DoubleTiles.bits(tiles.a, tiles.inputA, n);
        loop.run(tiles, n);
        long first = place(Double.doubleToRawLongBits(low)), last = place(Double.doubleToRawLongBits(high));
        if (areWithin(tiles.inputA, first, last, n)) return;
        var f = op.real();
        for (int i = 0; i < n; i++) {
            long x = place(tiles.inputA[i]);
            if (x < first || x > last) tiles.a[i] = f.applyAsDouble(Double.longBitsToDouble(tiles.inputA[i]));
        }
    }

    private static boolean areWithin(long[] bits, long first, long last, int n) {
        long outside = 0;
        for (int i = 0; i < n; i++) {
            long x = place(bits[i]);
            outside |= x - first | last - x;
        }
        return outside >= 0;
    }

    /** A number that is the larger the larger a double is, given its bits; NaN lies beyond the infinities. */
    private static long place(long bits) {
        return (bits ^ bits >> 63 & Long.MAX_VALUE) >> 1; // half of it, so that differences do not wrap
    }

    /** 1 where x is positive, 0 where it is 0 or negative, NaN where it is NaN. */
    static double step(double x) {
        return Math.min(Math.max(x * HUGE * HUGE, 0), 1);
    }

    /** 1, -1, or x where it is a zero or NaN. */
    static double sign(double x) {
        return Math.min(Math.max(x * HUGE * HUGE, -1), 1);
    }
}
