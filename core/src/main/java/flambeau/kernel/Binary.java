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
    FLOOR_DIV((a, b) -> Math.floor(a / b), Math::floorDiv),
    /** The remainder of {@code a / b}, with the sign of b. */
    REMAINDER(Special::remainder, Math::floorMod),
    /** {@code a^b}. */
    POW(Special::pow, Special::pow),
    /** The larger; NaN wins. */
    MAX(Math::max, Math::max),
    /** The smaller; NaN wins. */
    MIN(Math::min, Math::min),
    /** The angle of the point (b, a). */
    ATAN2(Math::atan2, (a, b) -> 0),
    /** 0 where {@code b <= 0}, else {@code a}, also where b is NaN: the gradient a of relu, b being its result. */
    RELU_GRAD((a, b) -> b <= 0 ? 0 : a, (a, b) -> b <= 0 ? 0 : a),
    /** {@code a b (1 - b)}: the gradient a of sigmoid, b being its result. */
    SIGMOID_GRAD((a, b) -> a * (1 - b) * b, (a, b) -> 0),
    /** {@code a (1 - b b)}: the gradient a of tanh, b being its result. */
    TANH_GRAD((a, b) -> a * (1 - b * b), (a, b) -> 0),
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
