package flambeau.kernel;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/** The elementwise functions of one input. Their lambdas are the definition: reference kernels call them. */
public enum Unary {
    /** The absolute value. */
    ABS(Math::abs, Math::abs),
    /** The smallest whole number not below. */
    CEIL(Math::ceil, x -> x),
    /** The cosine. */
    COS(Math::cos),
    /** The error function. */
    ERF(Special::erf),
    /** e to the power. */
    EXP(Math::exp),
    /** {@code e^x - 1}. */
    EXPM1(Math::expm1),
    /** The largest whole number not above. */
    FLOOR(Math::floor, x -> x),
    /** The natural logarithm. */
    LOG(Math::log),
    /** {@code log(1 + x)}. */
    LOG1P(Math::log1p),
    /** The logarithm to base 2. */
    LOG2(x -> Math.log(x) / Math.log(2)),
    /** The logarithm to base 10. */
    LOG10(Math::log10),
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
    ISFINITE(x -> Double.isFinite(x) ? 1 : 0, x -> 1);

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

    /** The function of an integer. */
    public LongUnaryOperator whole() {
        return whole;
    }

    /** Whether the result is a bool. */
    public boolean isPredicate() {
        return this == NOT || this == ISNAN || this == ISINF || this == ISFINITE;
    }
}
