package flambeau.tensor;

import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** Exponential functions and logarithms; integers become the default dtype. */
abstract sealed class Exponentials extends Powers permits Trigonometry {
    private static final double LOG_2 = Math.log(2);

    Exponentials() {}

    /** {@code e^x}. */
    public Tensor exp() {
        var y = Compute.floating(Unary.EXP, self());
        return Op.of("Exp", y).wrt(self(), dy -> dy.mul(y)).result();
    }

    /** {@code 2^x}. */
    public Tensor exp2() {
        var y = Compute.floating(Unary.EXP2, self());
        return Op.of("Exp2", y).wrt(self(), dy -> dy.mul(y).mul(LOG_2)).result();
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
                .wrt(self(), dy -> dy.div(self().mul(LOG_2)))
                .result();
    }

    /** The logarithm to base 10. */
    public Tensor log10() {
        return Op.of("Log10", Compute.floating(Unary.LOG10, self()))
                .wrt(self(), dy -> dy.div(self().mul(Math.log(10))))
                .result();
    }

    /** {@code log(e^this + e^other)} without overflow, broadcast. */
    public Tensor logaddexp(Tensor other) {
        return Op.of("Logaddexp", Compute.reals("logaddexp", Binary.LOGADDEXP, self(), other))
                .wrt(self(), dy -> dy.div(other.sub(self()).exp().add(1)))
                .wrt(other, dy -> dy.div(self().sub(other).exp().add(1)))
                .result();
    }

    /** {@code log2(2^this + 2^other)} without overflow, broadcast. */
    public Tensor logaddexp2(Tensor other) {
        return Op.of("Logaddexp2", Compute.reals("logaddexp2", Binary.LOGADDEXP2, self(), other))
                .wrt(self(), dy -> dy.div(other.sub(self()).exp2().add(1)))
                .wrt(other, dy -> dy.div(self().sub(other).exp2().add(1)))
                .result();
    }

    /** {@code this log(other)}, and 0 where this is 0; broadcast. */
    public Tensor xlogy(Tensor other) {
        return Op.of("Xlogy", Compute.floating("xlogy", Binary.XLOGY, self(), other))
                .wrt(self(), dy -> {
                    var none = self().eq(0).logicalAnd(other.le(0));
                    return dy.xlogy(other).where(none.logicalNot(), 0);
                })
                .wrt(other, dy -> dy.mul(self()).div(other))
                .result();
    }

    /** {@code this log(other)}, and 0 where this is 0. */
    public Tensor xlogy(Number other) {
        return Op.of("Xlogy", 2, Compute.floating(Binary.XLOGY, self(), other))
                .wrt(self(), dy -> {
                    var dx = dy.xlogy(other);
                    return other.doubleValue() > 0 ? dx : dx.where(self().ne(0), 0);
                })
                .result();
    }

    /** {@code 1 / (1 + e^-x)}. */
    public Tensor sigmoid() {
        return recordSigmoid(self(), Compute.floating(Unary.SIGMOID, self()));
    }

    /** {@code y}, recorded as the sigmoid of x. */
    static Tensor recordSigmoid(Tensor x, Tensor y) {
        return Op.of("Sigmoid", y)
                .wrt(x, dy -> Compute.gradient("SigmoidBackward", Binary.SIGMOID_GRAD, dy, y))
                .result();
    }
}
