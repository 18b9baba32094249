package flambeau.tensor;

import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** PyTorch's {@code torch.special}: functions of statistics and physics. Those that are tensor methods stand here as well. */
public final class Special extends SpecialAliases {
    private static final double ROOT_2 = Math.sqrt(2);

    private Special() {}

    /** {@code -x log(x)}; 0 at 0, negative infinity below. */
    public static Tensor entr(Tensor x) {
        return Op.of("SpecialEntr", Compute.floating(Unary.ENTR, x))
                .wrt(x, dy -> dy.mul(x.log().add(1).neg()))
                .result();
    }

    /** {@code e^(x x) erfc(x)}. */
    public static Tensor erfcx(Tensor x) {
        var y = full("erfcx", Unary.ERFCX, x);
        return Op.of("SpecialErfcx", y)
                .wrt(x, dy -> x.mul(2).mul(y).sub(2 / Math.sqrt(Math.PI)).mul(dy))
                .result();
    }

    /** {@code e^-|x| I0(x)}, a scaled Bessel function. */
    public static Tensor i0e(Tensor x) {
        var y = Compute.floating(Unary.I0E, x);
        return Op.of("SpecialI0E", y)
                .wrt(x, dy -> dy.mul(i1e(x).sub(x.sgn().mul(y))))
                .result();
    }

    /** The modified Bessel function of the first kind, of order 1. */
    public static Tensor i1(Tensor x) {
        var y = Compute.floating(Unary.I1, x);
        return Op.of("SpecialI1", y)
                .wrt(x, dy -> dy.mul(x.i0().sub(y.div(x)).where(isAway(x), 0.5)))
                .result();
    }

    /** {@code e^-|x| I1(x)}, a scaled Bessel function. */
    public static Tensor i1e(Tensor x) {
        var y = Compute.floating(Unary.I1E, x);
        return Op.of("SpecialI1E", y)
                .wrt(
                        x,
                        dy -> dy.mul(
                                i0e(x).sub(y.mul(x.sgn().add(x.reciprocal()))).where(isAway(x), 0.5)))
                .result();
    }

    /** Whether {@code |x|} is large enough to divide by it. */
    private static Tensor isAway(Tensor x) {
        return x.abs().gt(x.dtype().isFloatingPoint() ? x.dtype().finfo().eps() : 0);
    }

    /** The share of the normal distribution below x. */
    public static Tensor ndtr(Tensor x) {
        return Op.of("Mul", 1, Compute.floating(Unary.NDTR, x))
                .wrt(x, dy -> dy.mul(x.square().mul(-0.5).exp().div(Math.sqrt(2 * Math.PI))))
                .result();
    }

    /** The inverse of {@link #ndtr}; NaN outside [0, 1]. */
    public static Tensor ndtri(Tensor x) {
        return Op.of("SpecialNdtri", full("ndtri", Unary.NDTRI, x))
                .wrt(x, dy -> dy.mul(ndtri(x).square().div(2).exp().mul(Math.sqrt(2 * Math.PI))))
                .result();
    }

    /** The logarithm of {@link #ndtr}, exact where that is small. */
    public static Tensor logNdtr(Tensor x) {
        return Op.of("SpecialLogNdtr", full("logNdtr", Unary.LOG_NDTR, x))
                .wrt(x, dy -> dy.div(erfcx(x.div(-ROOT_2))).mul(Math.sqrt(2 / Math.PI)))
                .result();
    }

    /** {@code x log(1 + other)}, and 0 where x is 0; broadcast. */
    public static Tensor xlog1py(Tensor x, Tensor other) {
        return Op.of("SpecialXlog1Py", Compute.floating("xlog1py", Binary.XLOG1PY, x, other))
                .wrt(x, dy -> {
                    var none = x.eq(0).logicalAnd(other.le(-1));
                    return xlog1py(dy, other).where(none.logicalNot(), 0);
                })
                .wrt(other, dy -> dy.mul(x).div(other.add(1)))
                .result();
    }

    /** {@code x log(1 + other)}, and 0 where x is 0. */
    public static Tensor xlog1py(Tensor x, Number other) {
        return Op.of("SpecialXlog1Py", 2, Compute.floating(Binary.XLOG1PY, x, other))
                .wrt(x, dy -> {
                    var dx = xlog1py(dy, other);
                    return other.doubleValue() > -1 ? dx : dx.where(x.ne(0), 0);
                })
                .result();
    }

    /** {@code x log(1 + other)}, and 0 if x is 0. */
    public static Tensor xlog1py(Number x, Tensor other) {
        var y = Compute.floating("xlog1py", Binary.XLOG1PY, NumberFirst.real(x, other), other);
        return Op.of("SpecialXlog1Py", 1, y)
                .wrt(other, dy -> dy.mul(x).div(other.add(1)))
                .result();
    }

    /** {@code sum for k >= 0 of (k + q)^-x}, broadcast. It has no derivative with respect to x. */
    public static Tensor zeta(Tensor x, Tensor q) {
        checkFull("zeta", Promotion.of(x, q));
        return Op.of("SpecialZeta", Compute.floating("zeta", Binary.ZETA, x, q))
                .wrt(x, Compute.noGradient("zeta"))
                .wrt(q, dy -> dy.mul(x.neg()).mul(zeta(x.add(1), q)))
                .result();
    }

    /** {@code sum for k >= 0 of (k + q)^-x}. */
    public static Tensor zeta(Number x, Tensor q) {
        return zeta(NumberFirst.real(x, q), q);
    }

    /** {@code sum for k >= 0 of (k + q)^-x}. */
    public static Tensor zeta(Tensor x, Number q) {
        return zeta(x, NumberFirst.real(q, x));
    }

    private static Tensor full(String op, Unary kernel, Tensor x) {
        checkFull(op, x.dtype());
        return Compute.floating(kernel, x);
    }

    /** As PyTorch, which lacks these functions for halves. */
    private static void checkFull(String op, DType dtype) {
        Check.that(Promotion.wide(dtype) == dtype, "%s: takes no %s tensor", op, dtype);
    }
}
