package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.RoundingMode.FLOOR;
import static flambeau.args.RoundingMode.TRUNC;

import flambeau.args.Arg;
import flambeau.args.RoundingMode;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** Quotients and remainders. An integer is not divided by 0 where the result is an integer. */
abstract sealed class Division extends Arithmetic permits Powers {
    Division() {}

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

    /** {@code this / other}; the result is floating. */
    public Tensor div(boolean other) {
        return div(Truth.of(other));
    }

    /**
     * {@code this / other}, broadcast, rounded to whole numbers if asked; rounded integers stay integers.
     *
     * @param args roundingMode (none)
     */
    @SafeVarargs
    public final Tensor div(Tensor other, Arg<? super Takes.Division>... args) {
        var mode = given(args, RoundingMode.class);
        if (mode == null) return div(other);
        var y = mode == FLOOR ? whole("div", Binary.FLOOR_DIV, self(), other) : truncated(other);
        return Op.of("Div", 2, y)
                .wrt(self(), Tensors::zerosLike)
                .wrt(other, Tensors::zerosLike)
                .result();
    }

    /**
     * {@code this / other}, rounded to whole numbers if asked; rounded integers stay integers.
     *
     * @param args roundingMode (none)
     */
    @SafeVarargs
    public final Tensor div(Number other, Arg<? super Takes.Division>... args) {
        var mode = given(args, RoundingMode.class);
        if (mode == null) return div(other);
        var y = mode == FLOOR ? whole("div", Binary.FLOOR_DIV, self(), other) : truncated(other);
        return Op.of("Div", 2, y).wrt(self(), Tensors::zerosLike).result();
    }

    /** The quotient without its fraction; a floating one is rounded before. */
    private Tensor truncated(Tensor other) {
        var dtype = Promotion.of(self(), other);
        if (!dtype.isFloatingPoint()) return whole("div", Binary.TRUNC_DIV, self(), other);
        return Compute.unary(Unary.TRUNC, Compute.binary("div", Binary.DIV, self(), other, dtype));
    }

    /** The quotient without its fraction. */
    private Tensor truncated(Number other) {
        var dtype = Promotion.of(self(), other);
        if (!dtype.isFloatingPoint()) return whole("div", Binary.TRUNC_DIV, self(), other);
        var wide = Promotion.wide(dtype);
        var quotient = Compute.binary(Binary.DIV, self().plain(dtype), other, wide);
        return Compute.unary(Unary.TRUNC, quotient).plain(dtype);
    }

    /** Like {@link #div(Tensor)}. */
    public Tensor trueDivide(Tensor other) {
        return div(other);
    }

    /** Like {@link #div(Number)}. */
    public Tensor trueDivide(Number other) {
        return div(other);
    }

    /** The largest whole number not above {@code this / other}, broadcast; it has no derivative. */
    public Tensor floorDivide(Tensor other) {
        var y = whole("floorDivide", Binary.FLOOR_DIV, self(), other);
        return Op.of("NotImplemented", -1, y)
                .wrt(self(), Compute.noGradient("floorDivide"))
                .wrt(other, Compute.noGradient("floorDivide"))
                .result();
    }

    /** The largest whole number not above {@code this / other}; it has no derivative. */
    public Tensor floorDivide(Number other) {
        return Op.of("NotImplemented", -1, whole("floorDivide", Binary.FLOOR_DIV, self(), other))
                .wrt(self(), Compute.noGradient("floorDivide"))
                .result();
    }

    /** The largest whole number not above {@code this / other}. */
    public Tensor floorDivide(boolean other) {
        return floorDivide(Truth.of(other));
    }

    /** The rest of {@code this / other}, rounded down: it has the sign of {@code other}, which is broadcast. */
    public Tensor remainder(Tensor other) {
        return Op.of("Remainder", 1, whole("remainder", Binary.REMAINDER, self(), other))
                .wrt(self(), dy -> dy)
                .wrt(other, dy -> dy.neg().mul(self().div(other, FLOOR)))
                .result();
    }

    /** The rest of {@code this / other}, rounded down: it has the sign of {@code other}. */
    public Tensor remainder(Number other) {
        return Op.of("Remainder", whole("remainder", Binary.REMAINDER, self(), other))
                .wrt(self(), dy -> dy)
                .result();
    }

    /** The rest of {@code this / other}, rounded down. */
    public Tensor remainder(boolean other) {
        return remainder(Truth.of(other));
    }

    /** The rest of {@code this / other}, rounded towards 0: it has the sign of this. {@code other} is broadcast. */
    public Tensor fmod(Tensor other) {
        return Op.of("Fmod", 1, whole("fmod", Binary.FMOD, self(), other))
                .wrt(self(), dy -> dy)
                .wrt(other, dy -> dy.neg().mul(self().div(other, TRUNC)))
                .result();
    }

    /** The rest of {@code this / other}, rounded towards 0: it has the sign of this. */
    public Tensor fmod(Number other) {
        return Op.of("Fmod", whole("fmod", Binary.FMOD, self(), other))
                .wrt(self(), dy -> dy)
                .result();
    }

    /** The rest of {@code this / other}, rounded towards 0. */
    public Tensor fmod(boolean other) {
        return fmod(Truth.of(other));
    }

    /** {@code 1 / x}. */
    public Tensor reciprocal() {
        var y = Compute.floating(Unary.RECIPROCAL, self());
        return Op.of("Reciprocal", y).wrt(self(), dy -> dy.neg().mul(y.mul(y))).result();
    }

    /** A quotient that is whole, or what is left of it. */
    static Tensor whole(String op, Binary kernel, Tensor a, Tensor b) {
        var dtype = Promotion.of(a, b);
        checkDivision(op, dtype, dtype.isFloatingPoint() || !b.eq(0).any().isTrue());
        return Compute.binary(op, kernel, a, b, dtype);
    }

    private static Tensor whole(String op, Binary kernel, Tensor a, Number b) {
        var dtype = Promotion.of(a, b);
        checkDivision(op, dtype, dtype.isFloatingPoint() || b.longValue() != 0);
        return Compute.binary(kernel, a, b, dtype);
    }

    private static void checkDivision(String op, DType dtype, boolean holds) {
        Check.that(dtype != DType.BOOL, "%s: bools cannot be divided", op);
        Check.that(holds, "%s: an integer cannot be divided by 0", op);
    }
}
