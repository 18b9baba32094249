package flambeau.kernel;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/** The elementwise functions of one input. Their lambdas are the definition: reference kernels call them. */
public enum Unary {
    ABS(Math::abs, Math::abs),
    CEIL(Math::ceil, x -> x),
    COS(Math::cos),
    ERF(Special::erf),
    EXP(Math::exp),
    EXPM1(Math::expm1),
    FLOOR(Math::floor, x -> x),
    LOG(Math::log),
    LOG1P(Math::log1p),
    LOG2(x -> Math.log(x) / Math.log(2)),
    LOG10(Math::log10),
    NEG(x -> -x, x -> -x),
    NOT(x -> x == 0 ? 1 : 0, x -> x == 0 ? 1 : 0),
    RECIPROCAL(x -> 1 / x),
    RELU(x -> x <= 0 ? 0 : x, x -> Math.max(x, 0)),
    ROUND(Math::rint, x -> x),
    RSQRT(x -> 1 / Math.sqrt(x)),
    SIGMOID(x -> 1 / (1 + Math.exp(-x))),
    SIGN(x -> x > 0 ? 1 : x < 0 ? -1 : 0, Long::signum),
    SIN(Math::sin),
    SQRT(Math::sqrt),
    SQUARE(x -> x * x, x -> x * x),
    TAN(Math::tan),
    TANH(Math::tanh),
    TRUNC(x -> x < 0 ? Math.ceil(x) : Math.floor(x), x -> x),
    ISNAN(x -> Double.isNaN(x) ? 1 : 0, x -> 0),
    ISINF(x -> Double.isInfinite(x) ? 1 : 0, x -> 0),
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
