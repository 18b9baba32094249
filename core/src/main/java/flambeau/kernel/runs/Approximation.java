package flambeau.kernel.runs;

import static flambeau.kernel.runs.Fma.fma;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;

/**
 * Functions of float32 by polynomials, with errors of at most 1 unit in the last place ({@code sigmoid}: 2.5). These are the
 * definition; loops over tiles and vectors repeat the same operations and give the same bits.
 *
 * <p>Sources: the Cephes library for {@code exp}, {@code log} and {@code tanh}; N. Juffa for {@code erf} and {@code atan2}.
 */
public final class Approximation {
    /** Adding and subtracting this rounds to an integer, which then stands in the low bits of the sum. */
    public static final float MAGIC = 0x1.8p23f;
    /** The bits of {@link #MAGIC}. */
    public static final int MAGIC_BITS = 0x4b400000;
    /** The range outside which exp is 0 or infinite. */
    public static final float EXP_LOW = -104, EXP_HIGH = 89;
    /** The range outside which exp2 is 0 or infinite. */
    public static final float EXP2_LOW = -151, EXP2_HIGH = 129;
    /** 1 / ln 2. */
    public static final float LOG2_E = 1.44269504f;
    /** ln 2. */
    public static final float LN2 = 0.69314718f;
    /** ln 2 in two parts. */
    public static final float LN2_HIGH = 0.693359375f, LN2_LOW = -2.12194440e-4f;
    /** The coefficients of exp, the highest power first. */
    public static final float E0 = 1.9875691500e-4f,
            E1 = 1.3981999507e-3f,
            E2 = 8.3334519073e-3f,
            E3 = 4.1665795894e-2f,
            E4 = 1.6666665459e-1f,
            E5 = 5.0000001201e-1f;

    /** The bits of sqrt(1/2), where the range of the reduced argument of log begins. */
    public static final int LOG_LOW_BITS = 0x3f3504f3;
    /** The coefficients of log, the highest power first. */
    public static final float L0 = 7.0376836292e-2f,
            L1 = -1.1514610310e-1f,
            L2 = 1.1676998740e-1f,
            L3 = -1.2420140846e-1f,
            L4 = 1.4249322787e-1f,
            L5 = -1.6668057665e-1f,
            L6 = 2.0000714765e-1f,
            L7 = -2.4999993993e-1f,
            L8 = 3.3333331174e-1f;

    /** From here on log1p is log. */
    public static final float LOG1P_HIGH = 0x1p100f;

    /** Below this tanh is a polynomial, above it a quotient of exponentials. */
    public static final float TANH_SMALL = 0.625f;
    /** The coefficients of tanh, the highest power first. */
    public static final float T0 = -5.70498872745e-3f,
            T1 = 2.06390887954e-2f,
            T2 = -5.37397155531e-2f,
            T3 = 1.33314422036e-1f,
            T4 = -3.33332819422e-1f;

    /** Below this erf is a polynomial, above it an exponential of one; beyond the second value it is 1. */
    public static final float ERF_SMALL = 0.927734375f, ERF_LARGE = 4;
    /** The coefficients of the logarithm of 1 - erf, the highest power first. */
    public static final float F0 = -1.72853470e-5f,
            F1 = 3.83197126e-4f,
            F2 = -3.88396438e-3f,
            F3 = 2.42546219e-2f,
            F4 = -1.06777877e-1f,
            F5 = -6.34846687e-1f,
            F6 = -1.28717512e-1f;
    /** The coefficients of erf near 0, the highest power first. */
    public static final float G0 = -5.96761703e-4f,
            G1 = 4.99119423e-3f,
            G2 = -2.67681349e-2f,
            G3 = 1.12819925e-1f,
            G4 = -3.76125336e-1f,
            G5 = 1.28379166e-1f;

    /** Half a turn, and half of that. */
    public static final float PI = (float) Math.PI, HALF_PI = (float) (Math.PI / 2);
    /** The coefficients of the inverse of the tangent, the highest power first. */
    public static final float A0 = 0.0027856871f,
            A1 = -0.015866000f,
            A2 = 0.042472221f,
            A3 = -0.074975304f,
            A4 = 0.106448799f,
            A5 = -0.142070308f,
            A6 = 0.199934542f,
            A7 = -0.333331466f;

    private Approximation() {}

    /** {@code e^x}. */
    public static float exp(float x) {
        float v = Math.min(Math.max(x, EXP_LOW), EXP_HIGH);
        float t = fma(v, LOG2_E, MAGIC), k = t - MAGIC;
        return power(fma(k, -LN2_LOW, fma(k, -LN2_HIGH, v)), t);
    }

    /** {@code 2^x}. */
    public static float exp2(float x) {
        float v = Math.min(Math.max(x, EXP2_LOW), EXP2_HIGH);
        float t = v + MAGIC;
        return power((v - (t - MAGIC)) * LN2, t);
    }

    /** {@code 2^k e^r} where {@code t = k + MAGIC}. */
    private static float power(float r, float t) {
        int k = floatToRawIntBits(t) - MAGIC_BITS;
        int half = k >> 1; // two factors, for results below the normal range
        float p = fma(fma(fma(fma(fma(E0, r, E1), r, E2), r, E3), r, E4), r, E5);
        return (fma(p * r, r, r) + 1) * power2(half) * power2(k - half);
    }

    private static float power2(int k) {
        return intBitsToFloat((k + 127) << 23);
    }

    /** The natural logarithm. */
    public static float log(float x) {
        if (!(x > 0 && x < Float.POSITIVE_INFINITY)) return x == 0 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
        boolean tiny = x < Float.MIN_NORMAL;
        int bits = floatToRawIntBits(tiny ? x * 0x1p23f : x) - LOG_LOW_BITS;
        float e = (bits >> 23) - (tiny ? 23 : 0);
        return log(intBitsToFloat((bits & 0x7fffff) + LOG_LOW_BITS) - 1, e);
    }

    /** {@code log(1 + x)}. */
    public static float log1p(float x) {
        if (!(x > -1 && x < LOG1P_HIGH)) return log(1 + x);
        int e = floatToRawIntBits(1 + x) - LOG_LOW_BITS >> 23;
        float power = power2(-e);
        return Math.copySign(log(fma(x, power, power - 1), e), x);
    }

    /** {@code log(2^e (1 + m))}. */
    private static float log(float m, float e) {
        float z = m * m;
        float p = fma(fma(fma(fma(fma(fma(fma(fma(L0, m, L1), m, L2), m, L3), m, L4), m, L5), m, L6), m, L7), m, L8);
        p = fma(-0.5f, z, fma(e, LN2_LOW, p * m * z));
        return fma(e, LN2_HIGH, m + p);
    }

    /** {@code 1 / (1 + e^-x)}. */
    public static float sigmoid(float x) {
        return 1 / (1 + exp(-x));
    }

    /** The hyperbolic tangent. */
    public static float tanh(float x) {
        float a = Math.abs(x);
        return a < TANH_SMALL ? tanhSmall(x) : Math.copySign(1 - 2 / (exp(a + a) + 1), x);
    }

    private static float tanhSmall(float x) {
        float s = x * x;
        return fma(fma(fma(fma(fma(T0, s, T1), s, T2), s, T3), s, T4) * s, x, x);
    }

    /** The error function. */
    public static float erf(float x) {
        float a = Math.abs(x);
        return a < ERF_SMALL ? erfSmall(x) : Math.copySign(1 - exp(erfExponent(a)), x);
    }

    private static float erfExponent(float a) {
        float t = Math.min(a, ERF_LARGE);
        float p = fma(fma(F0, t, F1), t * t, fma(F2, t, F3));
        return fma(fma(fma(fma(p, t, F4), t, F5), t, F6), t, -t);
    }

    private static float erfSmall(float x) {
        float s = x * x;
        return fma(fma(fma(fma(fma(fma(G0, s, G1), s, G2), s, G3), s, G4), s, G5), x, x);
    }

    /** The angle of the point (b, a). */
    public static float atan2(float a, float b) {
        float high = Math.abs(a), wide = Math.abs(b);
        boolean isSteep = high > wide;
        float least = isSteep ? wide : high, most = isSteep ? high : wide;
        float t = least + most == 0 ? 0 : least == most ? 1 : least / most, s = t * t;
        float p = fma(fma(fma(fma(fma(fma(fma(A0, s, A1), s, A2), s, A3), s, A4), s, A5), s, A6), s, A7);
        float r = fma(p * s, t, t);
        if (isSteep) r = HALF_PI - r;
        if (floatToRawIntBits(b) < 0) r = PI - r;
        return Math.copySign(r, a);
    }
}
