package flambeau.tensor;

import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** Functions of integers: their bits and divisors. The first four take bools as well. */
abstract sealed class Bits extends Rounding permits Bounds {
    Bits() {}

    /** All bits turned over; of a bool, not. */
    public Tensor bitwiseNot() {
        checkWhole("bitwiseNot", self().dtype(), true);
        return Compute.unary(self().dtype() == DType.BOOL ? Unary.NOT : Unary.BIT_NOT, self());
    }

    /** The bits that both have, broadcast. */
    public Tensor bitwiseAnd(Tensor other) {
        return bits("bitwiseAnd", Binary.BIT_AND, other);
    }

    /** The bits that both have. */
    public Tensor bitwiseAnd(Number other) {
        return bits("bitwiseAnd", Binary.BIT_AND, other);
    }

    /** The bits that both have. */
    public Tensor bitwiseAnd(boolean other) {
        return bitwiseAnd(Truth.of(other));
    }

    /** The bits that one of both has, broadcast. */
    public Tensor bitwiseOr(Tensor other) {
        return bits("bitwiseOr", Binary.BIT_OR, other);
    }

    /** The bits that one of both has. */
    public Tensor bitwiseOr(Number other) {
        return bits("bitwiseOr", Binary.BIT_OR, other);
    }

    /** The bits that one of both has. */
    public Tensor bitwiseOr(boolean other) {
        return bitwiseOr(Truth.of(other));
    }

    /** The bits that just one of both has, broadcast. */
    public Tensor bitwiseXor(Tensor other) {
        return bits("bitwiseXor", Binary.BIT_XOR, other);
    }

    /** The bits that just one of both has. */
    public Tensor bitwiseXor(Number other) {
        return bits("bitwiseXor", Binary.BIT_XOR, other);
    }

    /** The bits that just one of both has. */
    public Tensor bitwiseXor(boolean other) {
        return bitwiseXor(Truth.of(other));
    }

    /** The bits moved up by {@code other} places, broadcast. */
    public Tensor bitwiseLeftShift(Tensor other) {
        return bits("bitwiseLeftShift", Binary.SHIFT_LEFT, other);
    }

    /** The bits moved up by {@code other} places. */
    public Tensor bitwiseLeftShift(Number other) {
        return bits("bitwiseLeftShift", Binary.SHIFT_LEFT, other);
    }

    /** The bits moved down by {@code other} places, the sign staying; broadcast. */
    public Tensor bitwiseRightShift(Tensor other) {
        return bits("bitwiseRightShift", Binary.SHIFT_RIGHT, other);
    }

    /** The bits moved down by {@code other} places, the sign staying. */
    public Tensor bitwiseRightShift(Number other) {
        return bits("bitwiseRightShift", Binary.SHIFT_RIGHT, other);
    }

    /** The greatest common divisor, broadcast. */
    public Tensor gcd(Tensor other) {
        return bits("gcd", Binary.GCD, other);
    }

    /** The least common multiple, broadcast. */
    public Tensor lcm(Tensor other) {
        return bits("lcm", Binary.LCM, other);
    }

    private Tensor bits(String op, Binary kernel, Tensor other) {
        return bits(op, kernel, self(), other, Promotion.of(self(), other));
    }

    private Tensor bits(String op, Binary kernel, Number other) {
        var dtype = Promotion.of(self(), other);
        return bits(op, kernel, self(), new Tensor(Compute.scalar(other, dtype)), dtype);
    }

    static Tensor bits(String op, Binary kernel, Tensor a, Tensor b, DType dtype) {
        checkWhole(op, dtype, kernel == Binary.BIT_AND || kernel == Binary.BIT_OR || kernel == Binary.BIT_XOR);
        return Compute.binary(op, kernel, a, b, dtype);
    }

    private static void checkWhole(String op, DType dtype, boolean bools) {
        Check.that(!dtype.isFloatingPoint(), "%s: only integers have bits, got %s", op, dtype);
        Check.that(bools || dtype != DType.BOOL, "%s: takes no bool tensor", op);
    }
}
