package flambeau.kernel;

/** Functions that the JDK lacks, as PyTorch defines them. */
final class Special {
    private Special() {}

    /** The remainder with the sign of the divisor. */
    static double remainder(double a, double b) {
        double r = a % b;
        return r != 0 && (r < 0) != (b < 0) ? r + b : r;
    }

    /** C's {@code pow}, where 1 to any power and any number to the power 0 is 1. */
    static double pow(double a, double b) {
        return a == 1 ? 1 : Math.pow(a, b);
    }

    /** The integer power; to a negative exponent it is 0, except for 1 and -1. */
    static long pow(long a, long b) {
        if (b < 0) return a == 1 ? 1 : a == -1 ? (b % 2 == 0 ? 1 : -1) : 0;
        long y = 1;
        for (long base = a; b > 0; b >>= 1, base *= base) if ((b & 1) == 1) y *= base;
        return y;
    }

    /**
     * The error function: a Taylor series near 0, a continued fraction far from it; relative error below 1e-15.
     * Source: Abramowitz and Stegun, 7.1.6 and 7.1.14.
     */
    static double erf(double x) {
        double a = Math.abs(x);
        if (!(a < 6)) return Double.isNaN(x) ? x : Math.signum(x);
        return a < 2.5 ? series(x) : Math.copySign(1 - fraction(a), x);
    }

    private static double series(double x) {
        double term = x, sum = x;
        for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    private static double fraction(double x) {
        double f = x;
        for (int k = 60; k > 0; k--) f = x + k / 2.0 / f;
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / f;
    }
}
