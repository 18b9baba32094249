package flambeau.tensor;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.kernel.Binary;

/** Sums, products, quotients and powers, in place. */
abstract sealed class InPlaceArithmetic extends Changing permits InPlaceFunctions {
    InPlaceArithmetic() {}

    /** {@code this += other}. */
    public Tensor add_(Tensor other) {
        return change("add_", Binary.ADD, other, x -> x.add(other));
    }

    /** {@code this += other}. */
    public Tensor add_(Number other) {
        return change("add_", Binary.ADD, other, x -> x.add(other));
    }

    /** {@code this += other}. */
    public Tensor add_(boolean other) {
        return add_(Truth.of(other));
    }

    /**
     * {@code this += alpha * other}.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor add_(Tensor other, Arg<? super Takes.Scaled>... args) {
        return change("add_", false, x -> x.add(other, args), other);
    }

    /**
     * {@code this += alpha * other}.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor add_(Number other, Arg<? super Takes.Scaled>... args) {
        return change("add_", false, x -> x.add(other, args));
    }

    /** {@code this -= other}. */
    public Tensor sub_(Tensor other) {
        return change("sub_", Binary.SUB, other, x -> x.sub(other));
    }

    /** {@code this -= other}. */
    public Tensor sub_(Number other) {
        return change("sub_", Binary.SUB, other, x -> x.sub(other));
    }

    /**
     * {@code this -= alpha * other}.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor sub_(Tensor other, Arg<? super Takes.Scaled>... args) {
        return change("sub_", false, x -> x.sub(other, args), other);
    }

    /**
     * {@code this -= alpha * other}.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public final Tensor sub_(Number other, Arg<? super Takes.Scaled>... args) {
        return change("sub_", false, x -> x.sub(other, args));
    }

    /** {@code this *= other}. */
    public Tensor mul_(Tensor other) {
        return change("mul_", Binary.MUL, other, x -> x.mul(other));
    }

    /** {@code this *= other}. */
    public Tensor mul_(Number other) {
        return change("mul_", Binary.MUL, other, x -> x.mul(other));
    }

    /** {@code this *= other}. */
    public Tensor mul_(boolean other) {
        return mul_(Truth.of(other));
    }

    /** {@code this /= other}. */
    public Tensor div_(Tensor other) {
        return change("div_", Binary.DIV, other, x -> x.div(other));
    }

    /** {@code this /= other}. */
    public Tensor div_(Number other) {
        return change("div_", Binary.DIV, other, x -> x.div(other));
    }

    /**
     * {@code this /= other}, rounded to whole numbers if asked.
     *
     * @param args roundingMode (none)
     */
    @SafeVarargs
    public final Tensor div_(Tensor other, Arg<? super Takes.Division>... args) {
        return change("div_", x -> x.div(other, args), other);
    }

    /**
     * {@code this /= other}, rounded to whole numbers if asked.
     *
     * @param args roundingMode (none)
     */
    @SafeVarargs
    public final Tensor div_(Number other, Arg<? super Takes.Division>... args) {
        return change("div_", x -> x.div(other, args));
    }

    /** The result of {@link #trueDivide(Tensor)}. */
    public Tensor trueDivide_(Tensor other) {
        return change("trueDivide_", x -> x.trueDivide(other), other);
    }

    /** The result of {@link #trueDivide(Number)}. */
    public Tensor trueDivide_(Number other) {
        return change("trueDivide_", x -> x.trueDivide(other));
    }

    /** The result of {@link #floorDivide(Tensor)}. */
    public Tensor floorDivide_(Tensor other) {
        return change("floorDivide_", x -> x.floorDivide(other), other);
    }

    /** The result of {@link #floorDivide(Number)}. */
    public Tensor floorDivide_(Number other) {
        return change("floorDivide_", x -> x.floorDivide(other));
    }

    /** The result of {@link #remainder(Tensor)}. */
    public Tensor remainder_(Tensor other) {
        return change("remainder_", x -> x.remainder(other), other);
    }

    /** The result of {@link #remainder(Number)}. */
    public Tensor remainder_(Number other) {
        return change("remainder_", x -> x.remainder(other));
    }

    /** The result of {@link #fmod(Tensor)}. */
    public Tensor fmod_(Tensor other) {
        return change("fmod_", x -> x.fmod(other), other);
    }

    /** The result of {@link #fmod(Number)}. */
    public Tensor fmod_(Number other) {
        return change("fmod_", x -> x.fmod(other));
    }

    /** The result of {@link #pow(Tensor)}. */
    public Tensor pow_(Tensor exponent) {
        return change("pow_", x -> x.pow(exponent), exponent);
    }

    /** The result of {@link #pow(Number)}. */
    public Tensor pow_(Number exponent) {
        return change("pow_", x -> x.pow(exponent));
    }

    /** The result of {@link #pow(boolean)}. */
    public Tensor pow_(boolean exponent) {
        return pow_(Truth.of(exponent));
    }

    /** The result of {@link #floatPower(Tensor)}. */
    public Tensor floatPower_(Tensor exponent) {
        checkDouble("floatPower_");
        return change("floatPower_", x -> x.floatPower(exponent), exponent);
    }

    /** The result of {@link #floatPower(Number)}. */
    public Tensor floatPower_(Number exponent) {
        checkDouble("floatPower_");
        return change("floatPower_", x -> x.floatPower(exponent));
    }

    /**
     * The result of {@link #addcmul}.
     *
     * @param args value (1)
     */
    @SafeVarargs
    public final Tensor addcmul_(Tensor tensor1, Tensor tensor2, Arg<? super Takes.Product>... args) {
        return change("addcmul_", x -> x.addcmul(tensor1, tensor2, args), tensor1, tensor2);
    }

    /**
     * The result of {@link #addcdiv}.
     *
     * @param args value (1)
     */
    @SafeVarargs
    public final Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Arg<? super Takes.Product>... args) {
        return change("addcdiv_", x -> x.addcdiv(tensor1, tensor2, args), tensor1, tensor2);
    }

    /** The result of {@link #lerp(Tensor, Number)}. */
    public Tensor lerp_(Tensor end, Number weight) {
        return change("lerp_", x -> x.lerp(end, weight), end);
    }

    /** The result of {@link #lerp(Tensor, Tensor)}. */
    public Tensor lerp_(Tensor end, Tensor weight) {
        return change("lerp_", x -> x.lerp(end, weight), end, weight);
    }

    /** Unlike other results, these are not rounded to a narrower dtype. */
    private void checkDouble(String op) {
        Check.that(self().dtype() == DType.FLOAT64, "%s: the dtype must be torch.float64, is %s", op, self().dtype());
    }
}
