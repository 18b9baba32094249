package flambeau.tensor;

import static flambeau.args.Args.assumeUnique;
import static flambeau.args.Args.atol;
import static flambeau.args.Args.equalNan;
import static flambeau.args.Args.given;
import static flambeau.args.Args.invert;
import static flambeau.args.Args.rtol;

import flambeau.args.Arg;
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

    /** {@code this == other}, elementwise. */
    public Tensor eq(boolean other) {
        return eq(Truth.of(other));
    }

    /** {@code this != other}, elementwise and broadcast. */
    public Tensor ne(Tensor other) {
        return Compute.binary("ne", Binary.NE, self(), other);
    }

    /** {@code this != other}, elementwise. */
    public Tensor ne(Number other) {
        return compare(Binary.NE, other);
    }

    /** {@code this != other}, elementwise. */
    public Tensor ne(boolean other) {
        return ne(Truth.of(other));
    }

    /** {@code this < other}, elementwise and broadcast. */
    public Tensor lt(Tensor other) {
        return Compute.binary("lt", Binary.LT, self(), other);
    }

    /** {@code this < other}, elementwise. */
    public Tensor lt(Number other) {
        return compare(Binary.LT, other);
    }

    /** {@code this < other}, elementwise. */
    public Tensor lt(boolean other) {
        return lt(Truth.of(other));
    }

    /** {@code this <= other}, elementwise and broadcast. */
    public Tensor le(Tensor other) {
        return Compute.binary("le", Binary.LE, self(), other);
    }

    /** {@code this <= other}, elementwise. */
    public Tensor le(Number other) {
        return compare(Binary.LE, other);
    }

    /** {@code this <= other}, elementwise. */
    public Tensor le(boolean other) {
        return le(Truth.of(other));
    }

    /** {@code this > other}, elementwise and broadcast. */
    public Tensor gt(Tensor other) {
        return Compute.binary("gt", Binary.GT, self(), other);
    }

    /** {@code this > other}, elementwise. */
    public Tensor gt(Number other) {
        return compare(Binary.GT, other);
    }

    /** {@code this > other}, elementwise. */
    public Tensor gt(boolean other) {
        return gt(Truth.of(other));
    }

    /** {@code this >= other}, elementwise and broadcast. */
    public Tensor ge(Tensor other) {
        return Compute.binary("ge", Binary.GE, self(), other);
    }

    /** {@code this >= other}, elementwise. */
    public Tensor ge(Number other) {
        return compare(Binary.GE, other);
    }

    /** {@code this >= other}, elementwise. */
    public Tensor ge(boolean other) {
        return ge(Truth.of(other));
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

    /** Whether each element is infinite and positive. */
    public Tensor isposinf() {
        return Compute.unary(Unary.ISPOSINF, self());
    }

    /** Whether each element is infinite and negative. */
    public Tensor isneginf() {
        return Compute.unary(Unary.ISNEGINF, self());
    }

    /** Whether the sign of each element is minus, also that of -0.0. */
    public Tensor signbit() {
        return Compute.unary(Unary.SIGNBIT, self());
    }

    /**
     * Whether {@code |this - other| <= atol + rtol |other|}, elementwise and broadcast; of one dtype.
     *
     * @param args rtol (1e-5), atol (1e-8), equalNan (false)
     */
    @SafeVarargs
    public final Tensor isclose(Tensor other, Arg<? super Takes.Close>... args) {
        double rtol = given(args, rtol(1e-5)).value(),
                atol = given(args, atol(1e-8)).value();
        Check.that(self().dtype() == other.dtype(), "isclose: dtypes differ: %s and %s", self().dtype(), other.dtype());
        Check.that(rtol >= 0 && atol >= 0, "isclose: tolerances must not be negative, got %s and %s", rtol, atol);
        var close = eq(other);
        if (given(args, equalNan(false)).value()) close = close.logicalOr(isnan().logicalAnd(other.isnan()));
        if (rtol == 0 && atol == 0) return close;
        var dtype = Promotion.floating(self().dtype());
        Tensor x = self().plain(dtype).unrecorded(), y = other.plain(dtype).unrecorded();
        var distance = x.sub(y).abs();
        var near = distance.le(y.mul(rtol).abs().add(atol)).logicalAnd(distance.isfinite());
        return close.logicalOr(near);
    }

    /**
     * Whether {@link #isclose} holds everywhere.
     *
     * @param args rtol (1e-5), atol (1e-8), equalNan (false)
     */
    @SafeVarargs
    public final boolean allclose(Tensor other, Arg<? super Takes.Close>... args) {
        return isclose(other, args).all().isTrue();
    }

    /**
     * Whether each element occurs in {@code testElements}; the shape is that of this.
     *
     * @param args assumeUnique (false; it changes nothing), invert (false)
     */
    @SafeVarargs
    public final Tensor isin(Tensor testElements, Arg<? super Takes.Member>... args) {
        boolean wanted = !given(args, invert(false)).value();
        given(args, assumeUnique(false));
        var dtype = Promotion.of(self(), testElements);
        boolean bools = self().dtype() == DType.BOOL || testElements.dtype() == DType.BOOL;
        Check.that(!bools, "isin: takes no bool tensors");
        if (testElements.count() == 0) return Tensors.filled(self().shape(), wanted ? 0 : 1, DType.BOOL);
        var inOrder = testElements.plain(dtype).unrecorded().reshape(-1).sort().values();
        var x = self().plain(dtype).unrecorded();
        var place = Compute.binary(Binary.MIN, inOrder.searchsorted(x), inOrder.size(0) - 1, DType.INT64);
        return wanted ? x.eq(inOrder.take(place)) : x.ne(inOrder.take(place));
    }

    /**
     * Whether each element is {@code testElement}.
     *
     * @param args assumeUnique (false; it changes nothing), invert (false)
     */
    @SafeVarargs
    public final Tensor isin(Number testElement, Arg<? super Takes.Member>... args) {
        return isin(new Tensor(Compute.scalar(testElement, Promotion.of(testElement))), args);
    }

    /** Whether both have the same shape and equal elements: PyTorch's {@code equal}. */
    public boolean torchEquals(Tensor other) {
        return self().shape().equals(other.shape()) && eq(other).all().isTrue();
    }
}
