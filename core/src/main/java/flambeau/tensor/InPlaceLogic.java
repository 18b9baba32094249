package flambeau.tensor;

import java.util.function.Supplier;

/** Bits, comparisons and logic, in place; answers are 1 or 0 in the dtype of the tensor. */
abstract sealed class InPlaceLogic extends InPlaceFunctions permits InPlace {
    InPlaceLogic() {}

    /** The result of {@link #bitwiseNot()}. */
    public Tensor bitwiseNot_() {
        return change("bitwiseNot_", Tensor::bitwiseNot);
    }

    /** The result of {@link #bitwiseAnd(Tensor)}. */
    public Tensor bitwiseAnd_(Tensor other) {
        return change("bitwiseAnd_", x -> x.bitwiseAnd(other), other);
    }

    /** The result of {@link #bitwiseAnd(Number)}. */
    public Tensor bitwiseAnd_(Number other) {
        return change("bitwiseAnd_", x -> x.bitwiseAnd(other));
    }

    /** The result of {@link #bitwiseAnd(boolean)}. */
    public Tensor bitwiseAnd_(boolean other) {
        return bitwiseAnd_(Truth.of(other));
    }

    /** The result of {@link #bitwiseOr(Tensor)}. */
    public Tensor bitwiseOr_(Tensor other) {
        return change("bitwiseOr_", x -> x.bitwiseOr(other), other);
    }

    /** The result of {@link #bitwiseOr(Number)}. */
    public Tensor bitwiseOr_(Number other) {
        return change("bitwiseOr_", x -> x.bitwiseOr(other));
    }

    /** The result of {@link #bitwiseOr(boolean)}. */
    public Tensor bitwiseOr_(boolean other) {
        return bitwiseOr_(Truth.of(other));
    }

    /** The result of {@link #bitwiseXor(Tensor)}. */
    public Tensor bitwiseXor_(Tensor other) {
        return change("bitwiseXor_", x -> x.bitwiseXor(other), other);
    }

    /** The result of {@link #bitwiseXor(Number)}. */
    public Tensor bitwiseXor_(Number other) {
        return change("bitwiseXor_", x -> x.bitwiseXor(other));
    }

    /** The result of {@link #bitwiseXor(boolean)}. */
    public Tensor bitwiseXor_(boolean other) {
        return bitwiseXor_(Truth.of(other));
    }

    /** The result of {@link #bitwiseLeftShift(Tensor)}. */
    public Tensor bitwiseLeftShift_(Tensor other) {
        return change("bitwiseLeftShift_", x -> x.bitwiseLeftShift(other), other);
    }

    /** The result of {@link #bitwiseLeftShift(Number)}. */
    public Tensor bitwiseLeftShift_(Number other) {
        return change("bitwiseLeftShift_", x -> x.bitwiseLeftShift(other));
    }

    /** The result of {@link #bitwiseRightShift(Tensor)}. */
    public Tensor bitwiseRightShift_(Tensor other) {
        return change("bitwiseRightShift_", x -> x.bitwiseRightShift(other), other);
    }

    /** The result of {@link #bitwiseRightShift(Number)}. */
    public Tensor bitwiseRightShift_(Number other) {
        return change("bitwiseRightShift_", x -> x.bitwiseRightShift(other));
    }

    /** The result of {@link #gcd(Tensor)}. */
    public Tensor gcd_(Tensor other) {
        return change("gcd_", x -> x.gcd(other), other);
    }

    /** The result of {@link #lcm(Tensor)}. */
    public Tensor lcm_(Tensor other) {
        return change("lcm_", x -> x.lcm(other), other);
    }

    /** 1 where {@code this == other}, else 0. */
    public Tensor eq_(Tensor other) {
        return decide(1, "eq", () -> eq(other));
    }

    /** 1 where {@code this == other}, else 0. */
    public Tensor eq_(Number other) {
        return decide(0, "eq", () -> eq(other));
    }

    /** 1 where {@code this != other}, else 0. */
    public Tensor ne_(Tensor other) {
        return decide(1, "ne", () -> ne(other));
    }

    /** 1 where {@code this != other}, else 0. */
    public Tensor ne_(Number other) {
        return decide(0, "ne", () -> ne(other));
    }

    /** 1 where {@code this < other}, else 0. */
    public Tensor lt_(Tensor other) {
        return decide(1, "lt", () -> lt(other));
    }

    /** 1 where {@code this < other}, else 0. */
    public Tensor lt_(Number other) {
        return decide(0, "lt", () -> lt(other));
    }

    /** 1 where {@code this <= other}, else 0. */
    public Tensor le_(Tensor other) {
        return decide(1, "le", () -> le(other));
    }

    /** 1 where {@code this <= other}, else 0. */
    public Tensor le_(Number other) {
        return decide(0, "le", () -> le(other));
    }

    /** 1 where {@code this > other}, else 0. */
    public Tensor gt_(Tensor other) {
        return decide(1, "gt", () -> gt(other));
    }

    /** 1 where {@code this > other}, else 0. */
    public Tensor gt_(Number other) {
        return decide(0, "gt", () -> gt(other));
    }

    /** 1 where {@code this >= other}, else 0. */
    public Tensor ge_(Tensor other) {
        return decide(1, "ge", () -> ge(other));
    }

    /** 1 where {@code this >= other}, else 0. */
    public Tensor ge_(Number other) {
        return decide(0, "ge", () -> ge(other));
    }

    /** The result of {@link #logicalAnd}, as 1 or 0. */
    public Tensor logicalAnd_(Tensor other) {
        return decide(0, "logicalAnd", () -> logicalAnd(other));
    }

    /** The result of {@link #logicalOr}, as 1 or 0. */
    public Tensor logicalOr_(Tensor other) {
        return decide(0, "logicalOr", () -> logicalOr(other));
    }

    /** The result of {@link #logicalXor}, as 1 or 0. */
    public Tensor logicalXor_(Tensor other) {
        return decide(0, "logicalXor", () -> logicalXor(other));
    }

    /** The result of {@link #logicalNot}, as 1 or 0. */
    public Tensor logicalNot_() {
        return decide(0, "logicalNot", this::logicalNot);
    }

    private Tensor decide(int variant, String op, Supplier<Tensor> answer) {
        var y = answer.get();
        checkBroadcast(op + "_", y.shape());
        var node = Character.toUpperCase(op.charAt(0)) + op.substring(1) + "Backward" + variant;
        return overwrite(op + "_", node, null, y::array);
    }
}
