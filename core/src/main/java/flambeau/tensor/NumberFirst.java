package flambeau.tensor;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;

/** Functions whose first operand is a number, and the rules of type promotion. */
abstract sealed class NumberFirst extends RandomState permits Combining {
    NumberFirst() {}

    /** {@code input + other}. */
    public static Tensor add(Number input, Tensor other) {
        return other.add(input);
    }

    /** {@code input - other}. */
    public static Tensor sub(Number input, Tensor other) {
        return other.rsub(input);
    }

    /** {@code input * other}. */
    public static Tensor mul(Number input, Tensor other) {
        return other.mul(input);
    }

    /** {@code input + other}; two bools stay bool. */
    public static Tensor add(boolean input, Tensor other) {
        return other.add(input);
    }

    /** {@code input * other}; two bools stay bool. */
    public static Tensor mul(boolean input, Tensor other) {
        return other.mul(input);
    }

    /** {@code input / other}; the result is floating. */
    public static Tensor div(Number input, Tensor other) {
        return other.reciprocal().mul(input);
    }

    /** The largest whole number not above {@code input / other}; it has no derivative. */
    public static Tensor floorDivide(Number input, Tensor other) {
        return wrap(input, other).floorDivide(other);
    }

    /** The rest of {@code input / other}, rounded down; it has no derivative. */
    public static Tensor remainder(Number input, Tensor other) {
        return Op.of("NotImplemented", -1, Division.whole("remainder", Binary.REMAINDER, wrap(input, other), other))
                .wrt(other, Compute.noGradient("remainder"))
                .result();
    }

    /** {@code input} to the power of {@code exponent}. */
    public static Tensor pow(Number input, Tensor exponent) {
        var dtype = Promotion.of(exponent, input);
        Check.that(dtype != DType.BOOL, "pow: bools have no power");
        double base = input.doubleValue();
        var y = Compute.binary("pow", Binary.POW, wrap(input, exponent), exponent, dtype);
        return Op.of("Pow", 2, y)
                .wrt(exponent, dy -> {
                    var slope = dy.mul(y.mul(Math.log(base)));
                    return base == 0 ? slope.where(exponent.lt(0), 0) : slope;
                })
                .result();
    }

    /** {@code input} to the power of {@code exponent}, in float64. */
    public static Tensor floatPower(Number input, Tensor exponent) {
        return pow(input.doubleValue(), exponent.to(DType.FLOAT64));
    }

    /** {@code input log(other)}, and 0 where the input is 0. */
    public static Tensor xlogy(Number input, Tensor other) {
        return Op.of("Xlogy", 1, Compute.floating("xlogy", Binary.XLOGY, real(input, other), other))
                .wrt(other, dy -> dy.mul(input).div(other))
                .result();
    }

    /** The bits that both have. */
    public static Tensor bitwiseAnd(Number input, Tensor other) {
        return other.bitwiseAnd(input);
    }

    /** The bits that one of both has. */
    public static Tensor bitwiseOr(Number input, Tensor other) {
        return other.bitwiseOr(input);
    }

    /** The bits that just one of both has. */
    public static Tensor bitwiseXor(Number input, Tensor other) {
        return other.bitwiseXor(input);
    }

    /** The bits that both have. */
    public static Tensor bitwiseAnd(boolean input, Tensor other) {
        return other.bitwiseAnd(input);
    }

    /** The bits that one of both has. */
    public static Tensor bitwiseOr(boolean input, Tensor other) {
        return other.bitwiseOr(input);
    }

    /** The bits that just one of both has. */
    public static Tensor bitwiseXor(boolean input, Tensor other) {
        return other.bitwiseXor(input);
    }

    /** The bits of {@code input} moved up by {@code other} places. */
    public static Tensor bitwiseLeftShift(Number input, Tensor other) {
        return Bits.bits("bitwiseLeftShift", Binary.SHIFT_LEFT, wrap(input, other), other, Promotion.of(other, input));
    }

    /** The bits of {@code input} moved down by {@code other} places, the sign staying. */
    public static Tensor bitwiseRightShift(Number input, Tensor other) {
        return Bits.bits(
                "bitwiseRightShift", Binary.SHIFT_RIGHT, wrap(input, other), other, Promotion.of(other, input));
    }

    /** {@code input} where {@code condition} (bool) holds, elsewhere {@code other}; all three are broadcast. */
    public static Tensor where(Tensor condition, Tensor input, Tensor other) {
        return input.where(condition, other);
    }

    /** {@code input} where {@code condition} (bool) holds, elsewhere {@code other}; both tensors are broadcast. */
    public static Tensor where(Tensor condition, Number input, Tensor other) {
        return wrap(input, other).where(condition, other);
    }

    /** {@code input} where {@code condition} (bool) holds, elsewhere {@code other}; both tensors are broadcast. */
    public static Tensor where(Tensor condition, Tensor input, Number other) {
        return input.where(condition, other);
    }

    /** {@code input} where {@code condition} (bool) holds, elsewhere {@code other}; two bools stay bool. */
    public static Tensor where(Tensor condition, boolean input, Tensor other) {
        return where(condition, Truth.of(input), other);
    }

    /** {@code input} where {@code condition} (bool) holds, elsewhere {@code other}; two bools stay bool. */
    public static Tensor where(Tensor condition, Tensor input, boolean other) {
        return where(condition, input, Truth.of(other));
    }

    /** {@code input} where {@code condition} (bool) holds, elsewhere {@code other}. */
    public static Tensor where(Tensor condition, boolean input, boolean other) {
        return where(condition, Truth.of(input), Truth.of(other));
    }

    /** {@code input} where {@code condition} (bool) holds, elsewhere {@code other}. */
    public static Tensor where(Tensor condition, Number input, Number other) {
        var dtype = DType.promote(Promotion.of(input), Promotion.of(other));
        return new Tensor(Compute.scalar(input, dtype)).where(condition, new Tensor(Compute.scalar(other, dtype)));
    }

    /** The derivative of order {@code n} of digamma. */
    public static Tensor polygamma(int n, Tensor input) {
        return input.polygamma(n);
    }

    /** Whether {@code element} occurs in {@code testElements}. */
    @SafeVarargs
    public static Tensor isin(Number element, Tensor testElements, Arg<? super Takes.Member>... args) {
        return new Tensor(Compute.scalar(element, Promotion.of(element))).isin(testElements, args);
    }

    /** The number in the dtype of a result with {@code other}, so that it does not change that. */
    static Tensor wrap(Number number, Tensor other) {
        return new Tensor(Compute.scalar(number, Promotion.of(other, number)));
    }

    /** Like {@link #wrap}, for a function whose result is floating. */
    static Tensor real(Number number, Tensor other) {
        return new Tensor(Compute.scalar(number, Promotion.floating(Promotion.of(other, number))));
    }

    /** The dtype of an operation on both. */
    public static DType resultType(Tensor tensor, Tensor other) {
        return Promotion.of(tensor, other);
    }

    /** The dtype of an operation on both. */
    public static DType resultType(Tensor tensor, Number other) {
        return Promotion.of(tensor, other);
    }

    /** The dtype of an operation on both. */
    public static DType resultType(Tensor tensor, boolean other) {
        return Promotion.of(tensor, Truth.of(other));
    }

    /** The dtype of an operation on both. */
    public static DType resultType(Number scalar, Tensor tensor) {
        return Promotion.of(tensor, scalar);
    }

    /** The dtype of an operation on both. */
    public static DType resultType(Number scalar1, Number scalar2) {
        return DType.promote(Promotion.of(scalar1), Promotion.of(scalar2));
    }

    /** The smallest dtype that both can be converted to without a loss of category. */
    public static DType promoteTypes(DType type1, DType type2) {
        return DType.promote(type1, type2);
    }

    /** Whether an operation in place may write results of dtype {@code from} to a tensor of dtype {@code to}. */
    public static boolean canCast(DType from, DType to) {
        return from.category().compareTo(to.category()) <= 0;
    }
}
