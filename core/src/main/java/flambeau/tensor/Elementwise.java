package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import flambeau.kernel.Unary;

/** Functions of each element by itself. Functions with a real result turn integers into the default dtype. */
abstract sealed class Elementwise extends Arithmetic permits Comparison {
    Elementwise() {}

    /** The absolute value; its gradient at 0 is 0. */
    public Tensor abs() {
        Check.that(self().dtype() != DType.BOOL, "abs: takes no bool tensor");
        return Op.of("Abs", Compute.unary(Unary.ABS, self()))
                .wrt(self(), dy -> dy.mul(self().sign()))
                .result();
    }

    /** -1, 0 or 1; its gradient is 0. */
    public Tensor sign() {
        return flat("Sign", Unary.SIGN);
    }

    /** {@code e^x}. */
    public Tensor exp() {
        var y = Compute.floating(Unary.EXP, self());
        return Op.of("Exp", y).wrt(self(), dy -> dy.mul(y)).result();
    }

    /** {@code e^x - 1}, exact near 0. */
    public Tensor expm1() {
        var y = Compute.floating(Unary.EXPM1, self());
        return Op.of("Expm1", y).wrt(self(), dy -> dy.mul(y.add(1))).result();
    }

    /** The natural logarithm. */
    public Tensor log() {
        return Op.of("Log", Compute.floating(Unary.LOG, self()))
                .wrt(self(), dy -> dy.div(self()))
                .result();
    }

    /** {@code log(1 + x)}, exact near 0. */
    public Tensor log1p() {
        return Op.of("Log1P", Compute.floating(Unary.LOG1P, self()))
                .wrt(self(), dy -> dy.div(self().add(1)))
                .result();
    }

    /** The logarithm to base 2. */
    public Tensor log2() {
        return Op.of("Log2", Compute.floating(Unary.LOG2, self()))
                .wrt(self(), dy -> dy.div(self().mul(Math.log(2))))
                .result();
    }

    /** The logarithm to base 10. */
    public Tensor log10() {
        return Op.of("Log10", Compute.floating(Unary.LOG10, self()))
                .wrt(self(), dy -> dy.div(self().mul(Math.log(10))))
                .result();
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

    /** {@code 1 / x}. */
    public Tensor reciprocal() {
        var y = Compute.floating(Unary.RECIPROCAL, self());
        return Op.of("Reciprocal", y).wrt(self(), dy -> dy.neg().mul(y.mul(y))).result();
    }

    /** The sine of an angle in radians. */
    public Tensor sin() {
        return Op.of("Sin", Compute.floating(Unary.SIN, self()))
                .wrt(self(), dy -> dy.mul(self().cos()))
                .result();
    }

    /** The cosine of an angle in radians. */
    public Tensor cos() {
        return Op.of("Cos", Compute.floating(Unary.COS, self()))
                .wrt(self(), dy -> dy.mul(self().sin().neg()))
                .result();
    }

    /** The tangent of an angle in radians. */
    public Tensor tan() {
        var y = Compute.floating(Unary.TAN, self());
        return Op.of("Tan", y).wrt(self(), dy -> dy.mul(y.mul(y).add(1))).result();
    }

    /** The hyperbolic tangent. */
    public Tensor tanh() {
        var y = Compute.floating(Unary.TANH, self());
        return Op.of("Tanh", y)
                .wrt(self(), dy -> gradient("TanhBackward", Binary.TANH_GRAD, dy, y))
                .result();
    }

    /** {@code 1 / (1 + e^-x)}. */
    public Tensor sigmoid() {
        var y = Compute.floating(Unary.SIGMOID, self());
        return Op.of("Sigmoid", y)
                .wrt(self(), dy -> gradient("SigmoidBackward", Binary.SIGMOID_GRAD, dy, y))
                .result();
    }

    /** {@code max(x, 0)}; its gradient at 0 is 0. */
    public Tensor relu() {
        Check.that(self().dtype() != DType.BOOL, "relu: a bool tensor has no relu");
        var y = Compute.unary(Unary.RELU, self());
        return Op.of("Relu", y)
                .wrt(self(), dy -> gradient("ThresholdBackward", Binary.RELU_GRAD, dy, y))
                .result();
    }

    /** The gradient of a function whose result is {@code y}, in one kernel; differentiable in turn. */
    private static Tensor gradient(String name, Binary op, Tensor dy, Tensor y) {
        var dx = Compute.binary(name, op, dy, y);
        return Op.of(name, dx)
                .wrt(dy, g -> gradient(name, op, g, y))
                .wrt(y, g -> switch (op) {
                    case TANH_GRAD -> g.mul(dy).mul(y).mul(-2);
                    case SIGMOID_GRAD -> g.mul(dy).mul(y.mul(-2).add(1));
                    default -> null; // relu is straight on both sides
                })
                .result();
    }

    /** The error function {@code 2 / sqrt(pi) * integral from 0 to x of e^(-t t) dt}. */
    public Tensor erf() {
        return Op.of("Erf", Compute.floating(Unary.ERF, self()))
                .wrt(self(), dy -> dy.mul(self().square().neg().exp().mul(2 / Math.sqrt(Math.PI))))
                .result();
    }

    /** The largest whole number not above each element; its gradient is 0. */
    public Tensor floor() {
        return flat("Floor", Unary.FLOOR);
    }

    /** The smallest whole number not below each element; its gradient is 0. */
    public Tensor ceil() {
        return flat("Ceil", Unary.CEIL);
    }

    /** The nearest whole number, the even one of two; its gradient is 0. */
    public Tensor round() {
        return flat("Round", Unary.ROUND);
    }

    /** Each element without its fraction; its gradient is 0. */
    public Tensor trunc() {
        return flat("Trunc", Unary.TRUNC);
    }

    private Tensor flat(String name, Unary op) {
        return Op.of(name, Compute.unary(op, self()))
                .wrt(self(), Tensors::zerosLike)
                .result();
    }

    /** Each element, but not below {@code min} and not above {@code max}; elements outside have gradient 0. */
    public Tensor clamp(Number min, Number max) {
        var dtype = DType.promote(Promotion.of(self(), min), Promotion.of(self(), max));
        var y = Compute.binary(Binary.MAX, self(), min, dtype);
        y = Compute.binary(Binary.MIN, y, max, dtype);
        return Op.of("Clamp", 1, y)
                .wrt(self(), dy -> dy.where(self().ge(min).logicalAnd(self().le(max)), 0))
                .result();
    }

    /** Each element, but not below {@code min}. */
    public Tensor clampMin(Number min) {
        var y = Compute.binary(Binary.MAX, self(), min, Promotion.of(self(), min));
        return Op.of("ClampMin", y)
                .wrt(self(), dy -> dy.where(self().ge(min), 0))
                .result();
    }

    /** Each element, but not above {@code max}. */
    public Tensor clampMax(Number max) {
        var y = Compute.binary(Binary.MIN, self(), max, Promotion.of(self(), max));
        return Op.of("ClampMax", y)
                .wrt(self(), dy -> dy.where(self().le(max), 0))
                .result();
    }

    /** This where {@code condition} (bool) holds, elsewhere {@code other}; all three are broadcast. */
    public Tensor where(Tensor condition, Tensor other) {
        Check.that(
                condition.dtype() == DType.BOOL,
                "where: the condition must be a bool tensor, got %s",
                condition.dtype());
        var dtype = Promotion.of(self(), other);
        var shape = Shape.broadcast("where", self().shape(), other.shape());
        shape = Shape.broadcast("where", shape, condition.shape());
        Tensor a = self().plain(dtype), b = other.plain(dtype);
        var y = Array.empty(Compute.result(shape, a.raw(), b.raw()), dtype);
        Kernels.where(condition.array(), a.array(), b.array(), y);
        return Op.of("Where", new Tensor(y))
                .wrt(self(), dy -> dy.where(condition, 0))
                .wrt(other, dy -> dy.where(condition.logicalNot(), 0))
                .result();
    }

    /** This where {@code condition} (bool) holds, elsewhere {@code other}; both tensors are broadcast. */
    public Tensor where(Tensor condition, Number other) {
        return where(condition, new Tensor(Compute.scalar(other, Promotion.of(self(), other))));
    }
}
