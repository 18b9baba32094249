package flambeau.tensor;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.autograd.Variable;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** Sums, differences and products, with broadcasting and PyTorch's type promotion. */
abstract sealed class Arithmetic extends Variable<Tensor> permits Division {
    Arithmetic() {}

    /** {@code this + other}, broadcast. */
    public Tensor add(Tensor other) {
        return recordSum(Binary.ADD, self(), other, Compute.binary("add", Binary.ADD, self(), other));
    }

    /** {@code this + other}. */
    public Tensor add(Number other) {
        var y = Compute.binary(Binary.ADD, self(), other, Promotion.of(self(), other));
        return Op.of("Add", y).wrt(self(), dy -> dy).result();
    }

    /** {@code this + other}; two bools stay bool. */
    public Tensor add(boolean other) {
        return add(Truth.of(other));
    }

    /**
     * {@code this + alpha * other}, broadcast.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor add(Tensor other, Arg<? super Takes.Scaled>... args) {
        var alpha = given(args, alpha(1)).value();
        var y = scaled("add", Binary.ADD, self(), other, alpha);
        return Op.of("Add", y)
                .wrt(self(), dy -> dy)
                .wrt(other, dy -> dy.mul(alpha))
                .result();
    }

    /**
     * {@code this + alpha * other}.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor add(Number other, Arg<? super Takes.Scaled>... args) {
        var alpha = given(args, alpha(1)).value();
        checkAlpha("add", alpha, Promotion.of(self(), other));
        return add(Promotion.product(alpha, other));
    }

    /** {@code this - other}, broadcast. */
    public Tensor sub(Tensor other) {
        Check.operand("sub", other);
        checkDifference("sub", self().dtype() != DType.BOOL && other.dtype() != DType.BOOL);
        return recordSum(Binary.SUB, self(), other, Compute.binary("sub", Binary.SUB, self(), other));
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
        var alpha = given(args, alpha(1)).value();
        var y = scaled("sub", Binary.SUB, self(), other, alpha);
        return Op.of("Sub", y)
                .wrt(self(), dy -> dy)
                .wrt(other, dy -> dy.mul(Promotion.product(-1, alpha)))
                .result();
    }

    /**
     * {@code this - alpha * other}.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor sub(Number other, Arg<? super Takes.Scaled>... args) {
        var alpha = given(args, alpha(1)).value();
        checkAlpha("sub", alpha, Promotion.of(self(), other));
        return sub(Promotion.product(alpha, other));
    }

    /**
     * {@code other - alpha * this}, broadcast.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor rsub(Tensor other, Arg<? super Takes.Scaled>... args) {
        var alpha = given(args, alpha(1)).value();
        var y = scaled("rsub", Binary.SUB, other, self(), alpha);
        return Op.of("Rsub", y)
                .wrt(self(), dy -> dy.mul(Promotion.product(-1, alpha)))
                .wrt(other, dy -> dy)
                .result();
    }

    /**
     * {@code other - alpha * this}.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor rsub(Number other, Arg<? super Takes.Scaled>... args) {
        var alpha = given(args, alpha(1)).value();
        var dtype = Promotion.of(self(), other);
        var y = scaled("rsub", Binary.SUB, new Tensor(Compute.scalar(other, dtype)), self(), alpha);
        return Op.of("Rsub", 1, y)
                .wrt(self(), dy -> dy.mul(Promotion.product(-1, alpha)))
                .result();
    }

    /** {@code y}, recorded as {@code a + b} or {@code a - b}. */
    static Tensor recordSum(Binary kernel, Tensor a, Tensor b, Tensor y) {
        boolean plus = kernel == Binary.ADD;
        return Op.of(plus ? "Add" : "Sub", y)
                .wrt(a, dy -> dy)
                .wrt(b, plus ? dy -> dy : Tensor::neg)
                .result();
    }

    /** {@code a + alpha b} or {@code a - alpha b}, which PyTorch rounds only once. */
    private static Tensor scaled(String op, Binary kernel, Tensor a, Tensor b, Number alpha) {
        Check.operand(op, b);
        if (kernel == Binary.SUB) checkDifference(op, a.dtype() != DType.BOOL && b.dtype() != DType.BOOL);
        var dtype = Promotion.of(a, b);
        checkAlpha(op, alpha, dtype);
        if (alpha.doubleValue() == 1) return Compute.binary(op, kernel, a, b, dtype);
        var wide = Promotion.wide(dtype);
        var scaled = Compute.binary(Binary.MUL, b.plain(dtype), alpha, wide);
        return Compute.binary(op, kernel, a.plain(dtype), scaled, wide).plain(dtype);
    }

    private static void checkAlpha(String op, Number alpha, DType dtype) {
        Check.that(
                dtype.isFloatingPoint() || !Promotion.isFloating(alpha),
                "%s: alpha must be whole for %s, got %s",
                op,
                dtype,
                alpha);
    }

    private static void checkDifference(String op, boolean holds) {
        Check.that(holds, "%s: bool tensors have no difference, use logicalXor or logicalNot", op);
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

    /** {@code this * other}; two bools stay bool. */
    public Tensor mul(boolean other) {
        return mul(Truth.of(other));
    }

    /** {@code -this}. */
    public Tensor neg() {
        Check.that(self().dtype() != DType.BOOL, "neg: a bool tensor has no negative, use logicalNot");
        return Op.of("Neg", Compute.unary(Unary.NEG, self()))
                .wrt(self(), Tensor::neg)
                .result();
    }

    /** This tensor, which must not be bool. */
    public Tensor positive() {
        Check.that(self().dtype() != DType.BOOL, "positive: takes no bool tensor");
        return self();
    }
}
