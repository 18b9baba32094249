package flambeau.kernel;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/** The elementwise functions of one input. Their lambdas are the definition: reference kernels call them. */
public enum Unary {
    /** The absolute value. */
    ABS(Math::abs, Math::abs),
    /** The inverse of the cosine. */
    ACOS(Math::acos),
    /** The inverse of the hyperbolic cosine. */
    ACOSH(Special::acosh),
    /** The inverse of the sine. */
    ASIN(Math::asin),
    /** The inverse of the hyperbolic sine. */
    ASINH(Special::asinh),
    /** The inverse of the tangent. */
    ATAN(Math::atan),
    /** The inverse of the hyperbolic tangent. */
    ATANH(Special::atanh),
    /** All bits turned over, of integers. */
    BIT_NOT(x -> x, x -> ~x),
    /** The smallest whole number not below. */
    CEIL(Math::ceil, x -> x),
    /** The cosine. */
    COS(Math::cos),
    /** The hyperbolic cosine. */
    COSH(Math::cosh),
    /** The derivative of LGAMMA. */
    DIGAMMA(Gammas::digamma),
    /** {@code -x log(x)}. */
    ENTR(Special::entr),
    /** The error function. */
    ERF(Erf::erf),
    /** {@code 1 - erf(x)}. */
    ERFC(Erf::erfc),
    /** {@code e^(x x) erfc(x)}. */
    ERFCX(Erf::erfcx),
    /** The inverse of the error function. */
    ERFINV(Erf::erfinv),
    /** e to the power. */
    EXP(Math::exp),
    /** 2 to the power. */
    EXP2(x -> Math.pow(2, x)),
    /** {@code e^x - 1}. */
    EXPM1(Math::expm1),
    /** The exponent of 2 that belongs to MANTISSA. */
    EXPONENT(Special::exponent),
    /** The largest whole number not above. */
    FLOOR(Math::floor, x -> x),
    /** The fraction, with the sign. */
    FRAC(x -> x - (x < 0 ? Math.ceil(x) : Math.floor(x))),
    /** The modified Bessel function of the first kind, of order 0. */
    I0(Bessel::i0),
    /** {@code e^-|x| I0(x)}. */
    I0E(Bessel::i0e),
    /** The modified Bessel function of the first kind, of order 1. */
    I1(Bessel::i1),
    /** {@code e^-|x| I1(x)}. */
    I1E(Bessel::i1e),
    /** {@code log |gamma(x)|}. */
    LGAMMA(Gammas::lgamma),
    /** The natural logarithm. */
    LOG(Math::log),
    /** {@code log(1 + x)}. */
    LOG1P(Math::log1p),
    /** The logarithm to base 2. */
    LOG2(Special::log2),
    /** The logarithm to base 10. */
    LOG10(Math::log10),
    /** {@code log(x / (1 - x))}. */
    LOGIT(x -> Math.log(x / (1 - x))),
    /** The logarithm of NDTR. */
    LOG_NDTR(Erf::logNdtr),
    /** The number in [0.5, 1), or its negative, that times a power of 2 is x. */
    MANTISSA(Special::mantissa),
    /** The share of the normal distribution below. */
    NDTR(Erf::ndtr),
    /** The inverse of NDTR. */
    NDTRI(Erf::ndtri),
    /** The negative. */
    NEG(x -> -x, x -> -x),
    /** Whether it is 0. */
    NOT(x -> x == 0 ? 1 : 0, x -> x == 0 ? 1 : 0),
    /** {@code 1 / x}. */
    RECIPROCAL(x -> 1 / x),
    /** {@code max(x, 0)}. */
    RELU(x -> x <= 0 ? 0 : x, x -> Math.max(x, 0)),
    /** The nearest whole number, the even one of two. */
    ROUND(Math::rint, x -> x),
    /** {@code 1 / sqrt(x)}. */
    RSQRT(x -> 1 / Math.sqrt(x)),
    /** {@code 1 / (1 + e^-x)}. */
    SIGMOID(x -> 1 / (1 + Math.exp(-x))),
    /** -1, 0 or 1. */
    SIGN(x -> x > 0 ? 1 : x < 0 ? -1 : 0, Long::signum),
    /** The sine. */
    SIN(Math::sin),
    /** The hyperbolic sine. */
    SINH(Math::sinh),
    /** The square root. */
    SQRT(Math::sqrt),
    /** {@code x x}. */
    SQUARE(x -> x * x, x -> x * x),
    /** The tangent. */
    TAN(Math::tan),
    /** The hyperbolic tangent. */
    TANH(Math::tanh),
    /** Without the fraction. */
    TRUNC(x -> x < 0 ? Math.ceil(x) : Math.floor(x), x -> x),
    /** Whether it is not a number. */
    ISNAN(x -> Double.isNaN(x) ? 1 : 0, x -> 0),
    /** Whether it is infinite. */
    ISINF(x -> Double.isInfinite(x) ? 1 : 0, x -> 0),
    /** Whether it is neither infinite nor NaN. */
    ISFINITE(x -> Double.isFinite(x) ? 1 : 0, x -> 1),
    /** Whether it is infinite and negative. */
    ISNEGINF(x -> x == Double.NEGATIVE_INFINITY ? 1 : 0, x -> 0),
    /** Whether it is infinite and positive. */
    ISPOSINF(x -> x == Double.POSITIVE_INFINITY ? 1 : 0, x -> 0),
    /** Whether its sign is minus, also that of -0.0. */
    SIGNBIT(x -> Double.doubleToRawLongBits(x) < 0 ? 1 : 0, x -> x < 0 ? 1 : 0);

    private final DoubleUnaryOperator real;
    private final LongUnaryOperator whole;

    Unary(DoubleUnaryOperator real, LongUnaryOperator whole) {
        this.real = real;
        this.whole = whole;
    }

    /** A function whose result is floating: integers are converted before it is called. */
    Unary(DoubleUnaryOperator real) {
        this(real, x -> (long) real.applyAsDouble(x));
    }

    /** The function of a floating number. */
    public DoubleUnaryOperator real() {
        return real;
    }

    /** The function of a float32: its own where the last bits of PyTorch's show. */
    public DoubleUnaryOperator single() {
        return switch (this) {
            case I0 -> FloatBessel::i0;
            case I0E -> FloatBessel::i0e;
            case I1 -> FloatBessel::i1;
            case I1E -> FloatBessel::i1e;
            default -> real;
        };
    }

    /** The function of an integer. */
    public LongUnaryOperator whole() {
        return whole;
    }

    /** Whether the result is a bool. */
    public boolean isPredicate() {
        return this == NOT || compareTo(ISNAN) >= 0;
    }
}
