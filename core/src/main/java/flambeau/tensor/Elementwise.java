package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.nan;
import static flambeau.args.Args.value;

import flambeau.args.Arg;
import flambeau.args.Neginf;
import flambeau.args.Posinf;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import flambeau.kernel.Ternary;

/** Choices and mixtures of several tensors, element by element. */
abstract sealed class Elementwise extends SpecialFunctions permits Comparison {
    private static final String DTYPES = "lerp: the dtypes must be the same, got %s and %s";

    Elementwise() {}

    /** This where {@code condition} (bool) holds, elsewhere {@code other}; all three are broadcast. */
    public Tensor where(Tensor condition, Tensor other) {
        Check.that(
                condition.dtype() == DType.BOOL || condition.dtype() == DType.UINT8,
                "where: the condition must be a bool tensor, got %s",
                condition.dtype());
        var dtype = Promotion.of(self(), other);
        var shape = Shape.broadcast("where", self().shape(), other.shape());
        shape = Shape.broadcast("where", shape, condition.shape());
        Tensor a = self().plain(dtype), b = other.plain(dtype);
        var y = Array.empty(Compute.result(shape, a.raw(), b.raw()), dtype);
        Kernels.where(condition.plain(DType.BOOL).array(), a.array(), b.array(), y);
        return Op.of("Where", new Tensor(y))
                .wrt(self(), dy -> dy.where(condition, 0))
                .wrt(other, dy -> dy.where(condition.logicalNot(), 0))
                .result();
    }

    /** This where {@code condition} (bool) holds, elsewhere {@code other}; both tensors are broadcast. */
    public Tensor where(Tensor condition, Number other) {
        return where(condition, new Tensor(Compute.scalar(other, Promotion.of(self(), other))));
    }

    /** This where {@code condition} (bool) holds, elsewhere {@code other}; two bools stay bool. */
    public Tensor where(Tensor condition, boolean other) {
        return where(condition, Truth.of(other));
    }

    /**
     * {@code this + value * tensor1 * tensor2}, broadcast.
     *
     * @param args value (1)
     */
    @SafeVarargs
    public final Tensor addcmul(Tensor tensor1, Tensor tensor2, Arg<? super Takes.Product>... args) {
        double value = given(args, value(1)).value();
        var dtype = Promotion.of(self(), tensor1, tensor2);
        Check.that(dtype != DType.BOOL, "addcmul: takes no bool tensors");
        var y = Compute.isFused(dtype)
                ? Compute.ternary("addcmul", Ternary.ADDCMUL, value, self(), tensor1, tensor2, dtype)
                : productAdded(tensor1, tensor2, value, dtype);
        return Op.of("Addcmul", y)
                .wrt(self(), dy -> dy)
                .wrt(tensor1, dy -> dy.mul(tensor2.mul(value)))
                .wrt(tensor2, dy -> dy.mul(tensor1.mul(value)))
                .result();
    }

    private Tensor productAdded(Tensor tensor1, Tensor tensor2, double value, DType dtype) {
        Number factor = dtype.isFloatingPoint() ? (Number) value : (Number) (long) value;
        var wide = Promotion.wide(dtype);
        Tensor a = tensor1.plain(dtype).plain(wide).unrecorded(),
                b = tensor2.plain(dtype).plain(wide).unrecorded();
        var x = self().plain(dtype).plain(wide).unrecorded();
        return x.add(a.mul(factor).mul(b).to(wide)).plain(dtype);
    }

    /**
     * {@code this + value * tensor1 / tensor2}, broadcast; the result must be floating.
     *
     * @param args value (1)
     */
    @SafeVarargs
    public final Tensor addcdiv(Tensor tensor1, Tensor tensor2, Arg<? super Takes.Product>... args) {
        double value = given(args, value(1)).value();
        var dtype = Promotion.of(self(), tensor1, tensor2);
        Check.that(
                tensor1.dtype().isFloatingPoint() || tensor2.dtype().isFloatingPoint(),
                "addcdiv: integers are not divided, got %s and %s",
                tensor1.dtype(),
                tensor2.dtype());
        Check.that(dtype.isFloatingPoint(), "addcdiv: the result must be floating, got %s", dtype);
        var wide = Promotion.wide(dtype); // rounded to dtype first
        Tensor x = self().plain(dtype), a = tensor1.plain(dtype), b = tensor2.plain(dtype);
        var y = Compute.ternary("addcdiv", Ternary.ADDCDIV, value, x, a, b, wide)
                .plain(dtype);
        return Op.of("Addcdiv", y)
                .wrt(self(), dy -> dy)
                .wrt(tensor1, dy -> dy.mul(tensor2.reciprocal().mul(value)))
                .wrt(tensor2, dy -> dy.neg().mul(tensor1.mul(value).div(tensor2.mul(tensor2))))
                .result();
    }

    /** {@code this + weight * (end - this)}, broadcast; of one floating dtype. */
    public Tensor lerp(Tensor end, Number weight) {
        double w = weight.doubleValue();
        Check.that(end.dtype() == self().dtype(), DTYPES, self().dtype(), end.dtype());
        Check.that(self().dtype().isFloatingPoint(), "lerp: the dtype must be floating, got %s", self().dtype());
        var wide = Promotion.wide(self().dtype());
        var y = Compute.ternary("lerp", Ternary.LERP, 0, self(), end, new Tensor(Compute.scalar(w, wide)), wide);
        return Op.of("Lerp", y.plain(self().dtype()))
                .wrt(self(), dy -> dy.mul(1 - w))
                .wrt(end, dy -> dy.mul(w))
                .result();
    }

    /** {@code this + weight * (end - this)}, broadcast; of one floating dtype. */
    public Tensor lerp(Tensor end, Tensor weight) {
        Check.that(end.dtype() == self().dtype(), DTYPES, self().dtype(), end.dtype());
        Check.that(weight.dim() == 0 || weight.dtype() == self().dtype(), DTYPES, self().dtype(), weight.dtype());
        var dtype = Promotion.of(self(), end, weight);
        Check.that(dtype.isFloatingPoint(), "lerp: the dtype must be floating, got %s", dtype);
        var y = Compute.ternary("lerp", Ternary.LERP, 0, self(), end, weight, Promotion.wide(dtype));
        return Op.of("Lerp", 1, y.plain(dtype))
                .wrt(self(), dy -> dy.mul(weight.neg().add(1)))
                .wrt(end, dy -> dy.mul(weight))
                .wrt(weight, dy -> dy.mul(end.sub(self())))
                .result();
    }

    /**
     * Each element, but numbers for what is not one; their gradient is 0.
     *
     * @param args nan (0), posinf (the largest number of the dtype), neginf (the smallest)
     */
    @SafeVarargs
    public final Tensor nanToNum(Arg<? super Takes.Numbers>... args) {
        double nan = given(args, nan(0)).value();
        var posinf = given(args, Posinf.class);
        var neginf = given(args, Neginf.class);
        if (!self().dtype().isFloatingPoint()) return self().unrecorded().clone();
        double largest = self().dtype().finfo().max();
        double above = posinf == null ? largest : posinf.value(), below = neginf == null ? -largest : neginf.value();
        return Curves.nanToNum(self(), nan, above, below);
    }

    /** All elements {@code value}, in the shape and dtype of this; the gradient is 0. */
    public Tensor fill(Number value) {
        Compute.checkFits("fill", value, self().dtype());
        return Op.of("Fill", Tensors.filled(self().shape(), value, self().dtype()))
                .wrt(self(), Tensors::zerosLike)
                .result();
    }

    /** All elements {@code value}, in the shape and dtype of this. */
    public Tensor fill(boolean value) {
        return fill(Truth.of(value));
    }

    /** All elements {@code value}, which has no dimensions, in the shape and dtype of this. */
    public Tensor fill(Tensor value) {
        Check.that(value.dim() == 0, "fill: the value must have no dimensions, has shape %s", value.shape());
        var y = new Tensor(Array.empty(self().shape(), self().dtype()));
        Kernels.copy(value.array(), y.raw());
        return Op.of("Fill", 1, y)
                .wrt(self(), Tensors::zerosLike)
                .wrt(value, dy -> dy.sum())
                .result();
    }
}
