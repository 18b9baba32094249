package flambeau.tensor;

import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** Powers and roots. */
abstract sealed class Powers extends Division permits Exponentials {
    Powers() {}

    /** {@code this} to the power of {@code exponent}, elementwise and broadcast. */
    public Tensor pow(Tensor exponent) {
        var dtype = Promotion.of(self(), exponent);
        Check.that(dtype != DType.BOOL, "pow: bools have no power");
        var y = Compute.binary("pow", Binary.POW, self(), exponent, dtype);
        return Op.of("Pow", 1, y)
                .wrt(
                        self(),
                        dy -> dy.mul(exponent.mul(self().pow(exponent.sub(1))).where(exponent.ne(0), 0)))
                .wrt(
                        exponent,
                        dy -> dy.mul(y.mul(self().log()))
                                .where(self().eq(0).logicalAnd(exponent.ge(0)).logicalNot(), 0))
                .result();
    }

    /** {@code this} to the power of {@code exponent}. */
    public Tensor pow(Number exponent) {
        var dtype = Promotion.of(self(), exponent);
        Check.that(
                dtype.isFloatingPoint() || exponent.longValue() >= 0,
                "pow: an integer has no power with a negative exponent, got %s",
                exponent);
        double n = exponent.doubleValue();
        var y = n == 2 && dtype == self().dtype()
                ? Compute.unary(Unary.SQUARE, self())
                : Compute.binary(Binary.POW, self(), exponent, dtype);
        return Op.of("Pow", y)
                .wrt(self(), dy -> n == 0 ? null : dy.mul((n == 2 ? self() : self().pow(n - 1)).mul(exponent)))
                .result();
    }

    /** {@code this} to the power of {@code exponent}; two bools stay bool. */
    public Tensor pow(boolean exponent) {
        return pow(Truth.of(exponent));
    }

    /** {@code this} to the power of {@code exponent}, broadcast, in float64. */
    public Tensor floatPower(Tensor exponent) {
        return self().to(DType.FLOAT64).pow(exponent.to(DType.FLOAT64));
    }

    /** {@code this} to the power of {@code exponent}, in float64. */
    public Tensor floatPower(Number exponent) {
        return self().to(DType.FLOAT64).pow(exponent.doubleValue());
    }

    /** {@code this * this}. */
    public Tensor square() {
        return pow(2);
    }

    /** The square root. */
    public Tensor sqrt() {
        var y = Compute.floating(Unary.SQRT, self());
        return Op.of("Sqrt", y).wrt(self(), dy -> dy.div(y.mul(2))).result();
    }

    /** {@code 1 / sqrt(x)}. */
    public Tensor rsqrt() {
        var y = Compute.floating(Unary.RSQRT, self());
        return Op.of("Rsqrt", y)
                .wrt(self(), dy -> dy.mul(-0.5).mul(y.mul(y).mul(y)))
                .result();
    }

    /** {@code sqrt(this this + other other)} without overflow, broadcast. */
    public Tensor hypot(Tensor other) {
        var y = Compute.reals("hypot", Binary.HYPOT, self(), other);
        return Op.of("Hypot", y)
                .wrt(self(), dy -> dy.mul(self().div(y)))
                .wrt(other, dy -> dy.mul(other.div(y)))
                .result();
    }
}
