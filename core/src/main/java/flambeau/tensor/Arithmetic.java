package flambeau.tensor;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.autograd.Variable;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** The four operations and their kin, with broadcasting and PyTorch's type promotion. */
abstract sealed class Arithmetic extends Variable<Tensor> permits Elementwise {
    Arithmetic() {}

    /** {@code this + other}, broadcast. */
    public Tensor add(Tensor other) {
        var y = Compute.binary("add", Binary.ADD, self(), other);
        return Op.of("Add", y).wrt(self(), dy -> dy).wrt(other, dy -> dy).result();
    }

    /** {@code this + other}. */
    public Tensor add(Number other) {
        var y = Compute.binary(Binary.ADD, self(), other, Promotion.of(self(), other));
        return Op.of("Add", y).wrt(self(), dy -> dy).result();
    }

    /**
     * {@code this + alpha * other}, broadcast.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor add(Tensor other, Arg<? super Takes.Scaled>... args) {
        double alpha = given(args, alpha(1)).value().doubleValue();
        return add(alpha == 1 ? other : other.mul(Tensors.whole(alpha)));
    }

    /** {@code this - other}, broadcast. */
    public Tensor sub(Tensor other) {
        checkDifference("sub", self().dtype() != DType.BOOL && other.dtype() != DType.BOOL);
        var y = Compute.binary("sub", Binary.SUB, self(), other);
        return Op.of("Sub", y).wrt(self(), dy -> dy).wrt(other, Tensor::neg).result();
    }

    private static void checkDifference(String op, boolean holds) {
        Check.that(holds, "%s: bool tensors have no difference, use logicalXor or logicalNot", op);
    }

    /** {@code this - other}. */
    public Tensor sub(Number other) {
        checkDifference("sub", self().dtype() != DType.BOOL);
        var y = Compute.binary(Binary.SUB, self(), other, Promotion.of(self(), other));
        return Op.of("Sub", y).wrt(self(), dy -> dy).result();
    }

    /**
     * {@code this - alpha * other}, broadcast.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor sub(Tensor other, Arg<? super Takes.Scaled>... args) {
        double alpha = given(args, alpha(1)).value().doubleValue();
        return sub(alpha == 1 ? other : other.mul(Tensors.whole(alpha)));
    }

    /** {@code other - this}. */
    public Tensor rsub(Number other) {
        checkDifference("rsub", self().dtype() != DType.BOOL);
        var dtype = Promotion.of(self(), other);
        var y = Compute.binary("rsub", Binary.SUB, new Tensor(Compute.scalar(other, dtype)), self(), dtype);
        return Op.of("Rsub", 1, y).wrt(self(), Tensor::neg).result();
    }

    /** {@code this * other}, elementwise and broadcast. */
    public Tensor mul(Tensor other) {
        var y = Compute.binary("mul", Binary.MUL, self(), other);
        return Op.of("Mul", y)
                .wrt(self(), dy -> dy.mul(other))
                .wrt(other, dy -> dy.mul(self()))
                .result();
    }

    /** {@code this * other}. */
    public Tensor mul(Number other) {
        var y = Compute.binary(Binary.MUL, self(), other, Promotion.of(self(), other));
        return Op.of("Mul", y).wrt(self(), dy -> dy.mul(other)).result();
    }

    /** {@code this / other}, elementwise and broadcast; the result is floating. */
    public Tensor div(Tensor other) {
        var y = Compute.binary("div", Binary.DIV, self(), other, Promotion.floating(Promotion.of(self(), other)));
        return Op.of("Div", y)
                .wrt(self(), dy -> dy.div(other))
                .wrt(other, dy -> dy.neg().mul(self().div(other).div(other)))
                .result();
    }

    /** {@code this / other}; the result is floating. */
    public Tensor div(Number other) {
        var y = Compute.binary(Binary.DIV, self(), other, Promotion.floating(Promotion.of(self(), other)));
        return Op.of("Div", y).wrt(self(), dy -> dy.div(other)).result();
    }

    /** The largest whole number not above {@code this / other}. */
    public Tensor floorDivide(Tensor other) {
        Check.that(
                Promotion.of(self(), other).isFloatingPoint()
                        || !other.eq(0).any().isTrue(),
                "floorDivide: an integer cannot be divided by 0");
        return Compute.binary("floorDivide", Binary.FLOOR_DIV, self(), other);
    }

    /** The largest whole number not above {@code this / other}. */
    public Tensor floorDivide(Number other) {
        var dtype = Promotion.of(self(), other);
        Check.that(dtype.isFloatingPoint() || other.longValue() != 0, "floorDivide: an integer cannot be divided by 0");
        return Compute.binary(Binary.FLOOR_DIV, self(), other, dtype);
    }

    /** {@code this} to the power of {@code exponent}, elementwise and broadcast. */
    public Tensor pow(Tensor exponent) {
        var y = Compute.binary("pow", Binary.POW, self(), exponent);
        return Op.of("Pow", 1, y)
                .wrt(
                        self(),
                        dy -> dy.mul(exponent.mul(self().pow(exponent.sub(1))).where(exponent.ne(0), 0)))
                .wrt(
                        exponent,
                        dy -> dy.mul(y.mul(self().log()).where(self().ne(0).logicalOr(exponent.lt(0)), 0)))
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
                .wrt(self(), dy -> n == 0 ? null : dy.mul(self().pow(n - 1).mul(exponent)))
                .result();
    }

    /** {@code -this}. */
    public Tensor neg() {
        Check.that(self().dtype() != DType.BOOL, "neg: a bool tensor has no negative, use logicalNot");
        return Op.of("Neg", Compute.unary(Unary.NEG, self()))
                .wrt(self(), Tensor::neg)
                .result();
    }

    /** {@code this * this}. */
    public Tensor square() {
        return pow(2);
    }

    /** The larger of both, elementwise and broadcast; NaN wins. Equal elements share the gradient. */
    public Tensor maximum(Tensor other) {
        var y = Compute.binary("maximum", Binary.MAX, self(), other);
        return Op.of("Maximum", y)
                .wrt(self(), dy -> dy.mul(share(self().lt(other), self().eq(other), dy.dtype())))
                .wrt(other, dy -> dy.mul(share(other.lt(self()), self().eq(other), dy.dtype())))
                .result();
    }

    /** The smaller of both, elementwise and broadcast; NaN wins. Equal elements share the gradient. */
    public Tensor minimum(Tensor other) {
        var y = Compute.binary("minimum", Binary.MIN, self(), other);
        return Op.of("Minimum", y)
                .wrt(self(), dy -> dy.mul(share(self().gt(other), self().eq(other), dy.dtype())))
                .wrt(other, dy -> dy.mul(share(other.gt(self()), self().eq(other), dy.dtype())))
                .result();
    }

    /** What an element has of the gradient: nothing, half or all of it; beside NaN all, as in PyTorch. */
    private static Tensor share(Tensor lost, Tensor equal, DType dtype) {
        return Tensors.filled(lost.shape(), 1, dtype)
                .sub(lost.to(dtype))
                .sub(equal.to(dtype).mul(0.5));
    }
}
