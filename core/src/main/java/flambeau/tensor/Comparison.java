package flambeau.tensor;

import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** Comparisons and logic; results are bool and have no gradient. */
abstract sealed class Comparison extends Elementwise permits Reductions {
    Comparison() {}

    /** {@code this == other}, elementwise and broadcast. */
    public Tensor eq(Tensor other) {
        return Compute.binary("eq", Binary.EQ, self(), other);
    }

    /** {@code this == other}, elementwise. */
    public Tensor eq(Number other) {
        return compare(Binary.EQ, other);
    }

    /** {@code this != other}, elementwise and broadcast. */
    public Tensor ne(Tensor other) {
        return Compute.binary("ne", Binary.NE, self(), other);
    }

    /** {@code this != other}, elementwise. */
    public Tensor ne(Number other) {
        return compare(Binary.NE, other);
    }

    /** {@code this < other}, elementwise and broadcast. */
    public Tensor lt(Tensor other) {
        return Compute.binary("lt", Binary.LT, self(), other);
    }

    /** {@code this < other}, elementwise. */
    public Tensor lt(Number other) {
        return compare(Binary.LT, other);
    }

    /** {@code this <= other}, elementwise and broadcast. */
    public Tensor le(Tensor other) {
        return Compute.binary("le", Binary.LE, self(), other);
    }

    /** {@code this <= other}, elementwise. */
    public Tensor le(Number other) {
        return compare(Binary.LE, other);
    }

    /** {@code this > other}, elementwise and broadcast. */
    public Tensor gt(Tensor other) {
        return Compute.binary("gt", Binary.GT, self(), other);
    }

    /** {@code this > other}, elementwise. */
    public Tensor gt(Number other) {
        return compare(Binary.GT, other);
    }

    /** {@code this >= other}, elementwise and broadcast. */
    public Tensor ge(Tensor other) {
        return Compute.binary("ge", Binary.GE, self(), other);
    }

    /** {@code this >= other}, elementwise. */
    public Tensor ge(Number other) {
        return compare(Binary.GE, other);
    }

    private Tensor compare(Binary op, Number other) {
        return Compute.binary(op, self(), other, Promotion.of(self(), other));
    }

    /** Whether both are not 0, elementwise and broadcast. */
    public Tensor logicalAnd(Tensor other) {
        return Compute.binary("logicalAnd", Binary.AND, self(), other);
    }

    /** Whether one of both is not 0, elementwise and broadcast. */
    public Tensor logicalOr(Tensor other) {
        return Compute.binary("logicalOr", Binary.OR, self(), other);
    }

    /** Whether just one of both is not 0, elementwise and broadcast. */
    public Tensor logicalXor(Tensor other) {
        return Compute.binary("logicalXor", Binary.XOR, self(), other);
    }

    /** Whether each element is 0. */
    public Tensor logicalNot() {
        return Compute.unary(Unary.NOT, self());
    }

    /** Whether each element is not a number. */
    public Tensor isnan() {
        return Compute.unary(Unary.ISNAN, self());
    }

    /** Whether each element is infinite. */
    public Tensor isinf() {
        return Compute.unary(Unary.ISINF, self());
    }

    /** Whether each element is neither infinite nor NaN. */
    public Tensor isfinite() {
        return Compute.unary(Unary.ISFINITE, self());
    }

    /** Whether {@code |this - other| <= 1e-8 + 1e-5 |other|} everywhere; NaN is close to nothing. */
    public boolean allClose(Tensor other) {
        return allClose(other, 1e-5, 1e-8);
    }

    /** Whether {@code |this - other| <= atol + rtol |other|} everywhere; NaN is close to nothing. */
    public boolean allClose(Tensor other, double rtol, double atol) {
        Check.that(
                self().dtype() == other.dtype(), "allClose: dtypes differ: %s and %s", self().dtype(), other.dtype());
        try (var _ = Tensors.noGrad()) {
            Tensor x = self().to(DType.FLOAT64), y = other.to(DType.FLOAT64);
            var near = x.sub(y).abs().le(y.abs().mul(rtol).add(atol)).logicalAnd(y.isfinite());
            return near.logicalOr(x.eq(y)).all().isTrue();
        }
    }

    /** Whether both have the same shape and equal elements: PyTorch's {@code equal}. */
    public boolean torchEquals(Tensor other) {
        return self().shape().equals(other.shape()) && eq(other).all().isTrue();
    }
}
