package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Decimals;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** Whole parts and fractions, signs and sizes, and what numbers are made of. */
abstract sealed class Rounding extends Trigonometry permits Bits {
    Rounding() {}

    /** The largest whole number not above each element; its gradient is 0. */
    public Tensor floor() {
        return step("floor", "Floor", Unary.FLOOR);
    }

    /** The smallest whole number not below each element; its gradient is 0. */
    public Tensor ceil() {
        return step("ceil", "Ceil", Unary.CEIL);
    }

    /** The nearest whole number, the even one of two; its gradient is 0. */
    public Tensor round() {
        return step("round", "Round", Unary.ROUND);
    }

    /**
     * The nearest number with so many decimals, the even one of two; its gradient is 0.
     *
     * @param args decimals (0); negative ones round to tens, hundreds ...
     */
    @SafeVarargs
    public final Tensor round(Arg<? super Takes.Round>... args) {
        var given = given(args, Decimals.class);
        if (given == null) return round();
        int decimals = given.value();
        Check.that(
                self().dtype().isFloatingPoint(), "round: only floating tensors have decimals, got %s", self().dtype());
        var x = self().unrecorded().plain(Promotion.wide(self().dtype()));
        if (decimals == 0) return round();
        double scale = Math.pow(10, Math.abs(decimals));
        var y = decimals > 0
                ? x.mul(scale).round().div(scale)
                : x.div(scale).round().mul(scale);
        return Op.of("Round", 1, y.plain(self().dtype()))
                .wrt(self(), Tensors::zerosLike)
                .result();
    }

    /** Each element without its fraction; its gradient is 0. */
    public Tensor trunc() {
        return step("trunc", "Trunc", Unary.TRUNC);
    }

    /** Like {@link #trunc}. */
    public Tensor fix() {
        return trunc();
    }

    private Tensor step(String op, String node, Unary kernel) {
        Check.that(self().dtype() != DType.BOOL, "%s: takes no bool tensor", op);
        return Op.of(node, Compute.unary(kernel, self()))
                .wrt(self(), Tensors::zerosLike)
                .result();
    }

    /** {@code x - trunc(x)}: the fraction with its sign. */
    public Tensor frac() {
        Check.that(self().dtype().isFloatingPoint(), "frac: the dtype must be floating, got %s", self().dtype());
        return Op.of("Frac", Compute.unary(Unary.FRAC, self()))
                .wrt(self(), dy -> dy)
                .result();
    }

    /** The absolute value; its gradient at 0 is 0. */
    public Tensor abs() {
        Check.that(self().dtype() != DType.BOOL, "abs: takes no bool tensor");
        return Op.of("Abs", Compute.unary(Unary.ABS, self()))
                .wrt(self(), dy -> dy.mul(self().sign()))
                .result();
    }

    /** Like {@link #abs}. */
    public Tensor absolute() {
        return abs();
    }

    /** -1, 0 or 1; its gradient is 0. */
    public Tensor sign() {
        return Op.of("Sign", Compute.unary(Unary.SIGN, self()))
                .wrt(self(), Tensors::zerosLike)
                .result();
    }

    /** Like {@link #sign}, for real numbers. */
    public Tensor sgn() {
        return Op.of("Sgn", Compute.unary(Unary.SIGN, self()))
                .wrt(self(), Tensors::zerosLike)
                .result();
    }

    /** The size of this with the sign of {@code other}, broadcast; the gradient at 0 is 0. */
    public Tensor copysign(Tensor other) {
        var y = Compute.floating("copysign", Binary.COPYSIGN, self(), other);
        return Op.of("Copysign", y)
                .wrt(self(), dy -> dy.mul(y.div(self()).where(self().ne(0), 0)))
                .wrt(other, Tensors::zerosLike)
                .result();
    }

    /** The size of this with the sign of {@code other}; the gradient at 0 is 0. */
    public Tensor copysign(Number other) {
        var y = Compute.floating(Binary.COPYSIGN, self(), other);
        return Op.of("Copysign", 1, y)
                .wrt(self(), dy -> dy.mul(y.div(self()).where(self().ne(0), 0)))
                .result();
    }

    /** 0 where this is negative, {@code values} where it is 0, else 1; broadcast, of one dtype. It has no derivative. */
    public Tensor heaviside(Tensor values) {
        Check.that(
                self().dtype() == values.dtype(),
                "heaviside: both must have one dtype, got %s and %s",
                self().dtype(),
                values.dtype());
        return Op.of("NotImplemented", -1, Compute.binary("heaviside", Binary.HEAVISIDE, self(), values))
                .wrt(self(), Compute.noGradient("heaviside"))
                .wrt(values, Compute.noGradient("heaviside"))
                .result();
    }

    /** The next number of this dtype on the way to {@code other}, broadcast. */
    public Tensor nextafter(Tensor other) {
        var kernel = switch (Promotion.of(self(), other)) {
            case FLOAT16 -> Binary.NEXTAFTER_FLOAT16;
            case BFLOAT16 -> Binary.NEXTAFTER_BFLOAT16;
            case FLOAT32 -> Binary.NEXTAFTER_FLOAT32;
            default -> Binary.NEXTAFTER;
        };
        return Op.of("Nextafter", Compute.reals("nextafter", kernel, self(), other))
                .wrt(self(), dy -> dy.where(self().ne(other), 0))
                .wrt(other, Tensors::zerosLike)
                .result();
    }

    /** A number of at least a half and below 1, and the power of 2 by which it is to be multiplied; int32. */
    public MantissaExponent frexp() {
        Check.that(self().dtype().isFloatingPoint(), "frexp: the dtype must be floating, got %s", self().dtype());
        var exponent = Compute.unary(Unary.EXPONENT, self().plain(Promotion.wide(self().dtype())))
                .plain(DType.INT32);
        var mantissa = Op.of("Frexp", Compute.unary(Unary.MANTISSA, self()))
                .wrt(self(), dy -> dy.div(exponent.to(dy.dtype()).exp2()))
                .result();
        return new MantissaExponent(mantissa, exponent);
    }

    /** {@code this * 2^other}, broadcast. */
    public Tensor ldexp(Tensor other) {
        var dtype = Promotion.floating(Promotion.of(self(), other));
        var wide = Promotion.wide(dtype);
        var power = Compute.unary(Unary.EXP2, other.plain(wide));
        var y = Compute.binary("ldexp", Binary.MUL, self().plain(wide), power, wide);
        return Op.of("Ldexp", y.plain(dtype))
                .wrt(self(), dy -> dy.mul(Tensors.pow(2, other))) // of integers, as PyTorch: 0 for negative ones
                .wrt(other, dy -> dy.mul(self().ldexp(other)).mul(Math.log(2)))
                .result();
    }
}
