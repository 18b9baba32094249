package flambeau.kernel;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** The elementwise functions of two inputs. Their lambdas are the definition: reference kernels call them. */
public enum Binary {
    /** {@code a + b}. */
    ADD((a, b) -> a + b, (a, b) -> a + b),
    /** {@code a - b}. */
    SUB((a, b) -> a - b, (a, b) -> a - b),
    /** {@code a b}. */
    MUL((a, b) -> a * b, (a, b) -> a * b),
    /** {@code a / b}. */
    DIV((a, b) -> a / b, (a, b) -> a / b),
    /** The largest whole number not above {@code a / b}. */
    FLOOR_DIV(Special::floorDivide, Math::floorDiv),
    /** {@code a / b} without the fraction. */
    TRUNC_DIV((a, b) -> a / b < 0 ? Math.ceil(a / b) : Math.floor(a / b), (a, b) -> a / b),
    /** The remainder of {@code a / b}, with the sign of a. */
    FMOD((a, b) -> a % b, (a, b) -> a % b),
    /** The remainder of {@code a / b}, with the sign of b. */
    REMAINDER(Special::remainder, Math::floorMod),
    /** {@code a^b}. */
    POW(Special::pow, Special::pow),
    /** The larger; NaN wins. */
    MAX(Math::max, Math::max),
    /** The smaller; NaN wins. */
    MIN(Math::min, Math::min),
    /** The angle of the point (b, a). */
    ATAN2(Math::atan2),
    /** The bits that both have. */
    BIT_AND((a, b) -> a, (a, b) -> a & b),
    /** The bits that one of both has. */
    BIT_OR((a, b) -> a, (a, b) -> a | b),
    /** The bits that just one of both has. */
    BIT_XOR((a, b) -> a, (a, b) -> a ^ b),
    /** {@code a << b}. */
    SHIFT_LEFT((a, b) -> a, Special::shiftLeft),
    /** {@code a >> b}, keeping the sign. */
    SHIFT_RIGHT((a, b) -> a, Special::shiftRight),
    /** The greatest common divisor of integers. */
    GCD((a, b) -> a, Special::gcd),
    /** The least common multiple of integers. */
    LCM((a, b) -> a, Special::lcm),
    /** The size of a with the sign of b. */
    COPYSIGN(Math::copySign),
    /** The larger; a number wins over NaN. */
    FMAX(Special::fmax, Math::max),
    /** The smaller; a number wins over NaN. */
    FMIN(Special::fmin, Math::min),
    /** 0 where a is negative, b where it is 0, else 1. */
    HEAVISIDE((a, b) -> a == 0 ? b : a > 0 ? 1 : 0, (a, b) -> a == 0 ? b : a > 0 ? 1 : 0),
    /** {@code sqrt(a a + b b)}. */
    HYPOT(Math::hypot),
    /** The share of the integral that defines gamma(a) below b. */
    IGAMMA(IncompleteGamma::lower),
    /** The share of the integral that defines gamma(a) above b. */
    IGAMMAC(IncompleteGamma::upper),
    /** {@code log(e^a + e^b)}. */
    LOGADDEXP(Special::logaddexp),
    /** {@code log2(2^a + 2^b)}. */
    LOGADDEXP2(Special::logaddexp2),
    /** The next float64 after a on the way to b. */
    NEXTAFTER(Math::nextAfter),
    /** The next float32 after a on the way to b. */
    NEXTAFTER_FLOAT32(Special::nextFloat),
    /** The next float16 after a on the way to b. */
    NEXTAFTER_FLOAT16(Special::nextFloat16),
    /** The next bfloat16 after a on the way to b. */
    NEXTAFTER_BFLOAT16(Special::nextBfloat16),
    /** The derivative of order a + 1 of the logarithm of the gamma function at b. */
    POLYGAMMA(Gammas::polygamma),
    /** {@code a log(b)}, and 0 where a is 0. */
    XLOGY(Special::xlogy),
    /** {@code a log(1 + b)}, and 0 where a is 0. */
    XLOG1PY(Special::xlog1py),
    /** {@code sum over k of (k + b)^-a}. */
    ZETA(Gammas::zeta),
    /** 0 where {@code b <= 0}, else {@code a}, also where b is NaN: the gradient a of relu, b being its result. */
    RELU_GRAD((a, b) -> b <= 0 ? 0 : a, (a, b) -> b <= 0 ? 0 : a),
    /** {@code a b (1 - b)}: the gradient a of sigmoid, b being its result. */
    SIGMOID_GRAD((a, b) -> a * (1 - b) * b),
    /** {@code a (1 - b b)}: the gradient a of tanh, b being its result. */
    TANH_GRAD((a, b) -> a * (1 - b * b)),
    /** {@code a == b}. */
    EQ((a, b) -> a == b ? 1 : 0, (a, b) -> a == b ? 1 : 0),
    /** {@code a != b}. */
    NE((a, b) -> a != b ? 1 : 0, (a, b) -> a != b ? 1 : 0),
    /** {@code a < b}. */
    LT((a, b) -> a < b ? 1 : 0, (a, b) -> a < b ? 1 : 0),
    /** {@code a <= b}. */
    LE((a, b) -> a <= b ? 1 : 0, (a, b) -> a <= b ? 1 : 0),
    /** {@code a > b}. */
    GT((a, b) -> a > b ? 1 : 0, (a, b) -> a > b ? 1 : 0),
    /** {@code a >= b}. */
    GE((a, b) -> a >= b ? 1 : 0, (a, b) -> a >= b ? 1 : 0),
    /** Whether both are not 0. */
    AND((a, b) -> a != 0 && b != 0 ? 1 : 0, (a, b) -> a != 0 && b != 0 ? 1 : 0),
    /** Whether one is not 0. */
    OR((a, b) -> a != 0 || b != 0 ? 1 : 0, (a, b) -> a != 0 || b != 0 ? 1 : 0),
    /** Whether just one is not 0. */
    XOR((a, b) -> (a != 0) != (b != 0) ? 1 : 0, (a, b) -> (a != 0) != (b != 0) ? 1 : 0);

    private final DoubleBinaryOperator real;
    private final LongBinaryOperator whole;

    Binary(DoubleBinaryOperator real, LongBinaryOperator whole) {
        this.real = real;
        this.whole = whole;
    }

    /** A function of floating numbers only: integers are converted before it is called. */
    Binary(DoubleBinaryOperator real) {
        this(real, (a, b) -> (long) real.applyAsDouble(a, b));
    }

    /** The function of floating numbers. */
    public DoubleBinaryOperator real() {
        return real;
    }

    /** The function of integers. */
    public LongBinaryOperator whole() {
        return whole;
    }

    /** Whether the result is a bool. */
    public boolean isPredicate() {
        return compareTo(EQ) >= 0;
    }
}
