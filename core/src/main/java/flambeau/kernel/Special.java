package flambeau.kernel;

/** Functions that the JDK lacks, as PyTorch defines them. */
final class Special {
    private static final double LOG_2 = Math.log(2);

    private Special() {}

    /** The remainder with the sign of the divisor. */
    static double remainder(double a, double b) {
        double r = a % b;
        return r != 0 && (r < 0) != (b < 0) ? r + b : r;
    }

    /** The quotient that belongs to {@link #remainder}: also where {@code a / b} rounds up to a whole number. */
    static double floorDivide(double a, double b) {
        if (b == 0) return a / b;
        double r = a % b;
        double q = (a - r) / b;
        if (r != 0 && (b < 0) != (r < 0)) q--;
        if (q == 0) return Math.copySign(0, a / b);
        double whole = Math.floor(q);
        return q - whole > 0.5 ? whole + 1 : whole;
    }

    /** C's {@code pow}, where 1 to any power and -1 to an infinite one is 1. */
    static double pow(double a, double b) {
        return a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b);
    }

    /** The integer power; to a negative exponent it is 0, except for 1 and -1. */
    static long pow(long a, long b) {
        if (b < 0) return a == 1 ? 1 : a == -1 ? (b % 2 == 0 ? 1 : -1) : 0;
        long y = 1;
        for (long base = a; b > 0; b >>= 1, base *= base) if ((b & 1) == 1) y *= base;
        return y;
    }

    /** The greatest common divisor. */
    static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return Math.abs(a);
    }

    /** The least common multiple. */
    static long lcm(long a, long b) {
        long divisor = gcd(a, b);
        return divisor == 0 ? 0 : Math.abs(a / divisor * b);
    }

    /** {@code a << b}; nothing is left where b is no number of bits. */
    static long shiftLeft(long a, long b) {
        return b < 0 || b > 63 ? 0 : a << b;
    }

    /** {@code a >> b}; only the sign is left where b is no number of bits. */
    static long shiftRight(long a, long b) {
        return b < 0 || b > 63 ? a >> 63 : a >> b;
    }

    /** The larger; a number wins over NaN. */
    static double fmax(double a, double b) {
        return a >= b || Double.isNaN(b) ? a : b;
    }

    /** The smaller; a number wins over NaN. */
    static double fmin(double a, double b) {
        return a <= b || Double.isNaN(b) ? a : b;
    }

    /** {@code a log(b)}, and 0 where a is 0. */
    static double xlogy(double a, double b) {
        return a == 0 && !Double.isNaN(b) ? 0 : a * Math.log(b);
    }

    /** {@code a log(1 + b)}, and 0 where a is 0. */
    static double xlog1py(double a, double b) {
        return a == 0 && !Double.isNaN(b) ? 0 : a * Math.log1p(b);
    }

    /** {@code log(e^a + e^b)}. */
    static double logaddexp(double a, double b) {
        if (a == b && Double.isInfinite(a)) return a;
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    /** {@code log2(2^a + 2^b)}. */
    static double logaddexp2(double a, double b) {
        if (a == b && Double.isInfinite(a)) return a;
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b) * LOG_2)) / LOG_2;
    }

    /** The logarithm to base 2, exact at its powers. */
    static double log2(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) return Math.log(x);
        double m = mantissa(x), k = exponent(x);
        return m * m < 0.5 ? k - 1 + Math.log(2 * m) / LOG_2 : k + Math.log(m) / LOG_2;
    }

    /** The number in [0.5, 1), or its negative, that times {@code 2^}{@link #exponent} is x. */
    static double mantissa(double x) {
        return x == 0 || !Double.isFinite(x) ? x : Math.scalb(x, (int) -exponent(x));
    }

    /** The exponent of 2 that belongs to {@link #mantissa}. */
    static double exponent(double x) {
        if (x == 0 || !Double.isFinite(x)) return 0;
        if (Math.abs(x) < Double.MIN_NORMAL) return Math.getExponent(x * 0x1p54) - 53;
        return Math.getExponent(x) + 1;
    }

    /** The inverse of the hyperbolic sine. */
    static double asinh(double x) {
        double a = Math.abs(x);
        double y = a > 1e9 ? Math.log(a) + LOG_2 : Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return Math.copySign(y, x);
    }

    /** The inverse of the hyperbolic cosine. */
    static double acosh(double x) {
        if (x > 1e9) return Math.log(x) + LOG_2;
        double t = x - 1;
        return Math.log1p(t + Math.sqrt(t * (x + 1)));
    }

    /** The inverse of the hyperbolic tangent. */
    static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(Math.log1p(2 * a / (1 - a)) / 2, x);
    }

    /** {@code -x log(x)}. */
    static double entr(double x) {
        return x > 0 ? -x * Math.log(x) : x == 0 ? 0 : x < 0 ? Double.NEGATIVE_INFINITY : x;
    }

    /** The next float after a on the way to b. */
    static double nextFloat(double a, double b) {
        return Math.nextAfter((float) a, b);
    }

    /** The bits of the next number after a, which has these {@code bits}, on the way to b, of a type that takes 16. */
    private static int next(int bits, double a, double b) {
        if (a == 0) return b < 0 ? 0x8001 : 1;
        return a < b == a > 0 ? bits + 1 : bits - 1;
    }

    /** The next bfloat16 after a on the way to b. */
    static double nextBfloat16(double a, double b) {
        if (a == b || Double.isNaN(a) || Double.isNaN(b)) return a == b ? b : a + b;
        return Float.intBitsToFloat(next(Float.floatToRawIntBits((float) a) >>> 16, a, b) << 16);
    }

    /** The next float16 after a on the way to b. */
    static double nextFloat16(double a, double b) {
        if (a == b || Double.isNaN(a) || Double.isNaN(b)) return a == b ? b : a + b;
        return Float.float16ToFloat((short) next(Float.floatToFloat16((float) a) & 0xffff, a, b));
    }
}
