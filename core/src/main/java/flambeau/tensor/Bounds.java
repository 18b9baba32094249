package flambeau.tensor;

import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Ternary;
import flambeau.kernel.Unary;
import org.jspecify.annotations.Nullable;

/** The larger and the smaller of two, and what keeps numbers within bounds. */
abstract sealed class Bounds extends Bits permits SpecialFunctions {
    Bounds() {}

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

    /** Like {@link #maximum}. */
    public Tensor max(Tensor other) {
        return maximum(other);
    }

    /** Like {@link #minimum}. */
    public Tensor min(Tensor other) {
        return minimum(other);
    }

    /** The larger of both, elementwise and broadcast; a number wins over NaN. Equal elements give this the gradient. */
    public Tensor fmax(Tensor other) {
        return Op.of("Fmax", Compute.binary("fmax", Binary.FMAX, self(), other))
                .wrt(self(), dy -> dy.where(self().ge(other).logicalOr(other.isnan()), 0))
                .wrt(
                        other,
                        dy -> dy.where(self().ge(other).logicalOr(other.isnan()).logicalNot(), 0))
                .result();
    }

    /** The smaller of both, elementwise and broadcast; a number wins over NaN. Equal elements give this the gradient. */
    public Tensor fmin(Tensor other) {
        return Op.of("Fmin", Compute.binary("fmin", Binary.FMIN, self(), other))
                .wrt(self(), dy -> dy.where(self().le(other).logicalOr(other.isnan()), 0))
                .wrt(
                        other,
                        dy -> dy.where(self().le(other).logicalOr(other.isnan()).logicalNot(), 0))
                .result();
    }

    /** {@code max(x, 0)}; its gradient at 0 is 0. */
    public Tensor relu() {
        Check.that(self().dtype() != DType.BOOL, "relu: a bool tensor has no relu");
        return recordRelu(self(), Compute.unary(Unary.RELU, self()));
    }

    /** {@code y}, recorded as relu of x. */
    static Tensor recordRelu(Tensor x, Tensor y) {
        return Op.of("Relu", y)
                .wrt(x, dy -> Compute.gradient("ThresholdBackward", Binary.RELU_GRAD, dy, y))
                .result();
    }

    /**
     * Each element, but not below {@code min} and not above {@code max}; elements outside have gradient 0.
     *
     * @param min null: no such bound
     * @param max null: no such bound; it wins over {@code min}
     */
    public Tensor clamp(@Nullable Number min, @Nullable Number max) {
        var y = clamped(min, max);
        return Op.of("Clamp", 1, y).wrt(self(), dy -> inside(dy, min, max)).result();
    }

    /** Each element, but not below {@code min}; elements outside have gradient 0. */
    public Tensor clamp(Number min) {
        return clamp(min, null);
    }

    /** Each element, but not below {@code min}. */
    public Tensor clampMin(Number min) {
        return Op.of("ClampMin", clamped(min, null))
                .wrt(self(), dy -> inside(dy, min, null))
                .result();
    }

    /** Each element, but not above {@code max}. */
    public Tensor clampMax(Number max) {
        return Op.of("ClampMax", clamped(null, max))
                .wrt(self(), dy -> inside(dy, null, max))
                .result();
    }

    private Tensor clamped(@Nullable Number min, @Nullable Number max) {
        checkBounds(min, max);
        var dtype = self().dtype();
        if (min != null) dtype = DType.promote(dtype, Promotion.of(self(), min));
        if (max != null) dtype = DType.promote(dtype, Promotion.of(self(), max));
        var y = self();
        if (min != null && max != null && Compute.isFused(dtype)) {
            Tensor low = new Tensor(Compute.scalar(min, dtype)), high = new Tensor(Compute.scalar(max, dtype));
            return Compute.ternary("clamp", Ternary.CLAMP, 0, y, low, high, dtype);
        }
        if (min != null) y = Compute.binary(Binary.MAX, y, min, dtype);
        return max == null ? y : Compute.binary(Binary.MIN, y, max, dtype);
    }

    private Tensor inside(Tensor dy, @Nullable Number min, @Nullable Number max) {
        if (max == null) return min == null ? dy : dy.where(self().ge(min), 0);
        return dy.where(min == null ? self().le(max) : self().ge(min).logicalAnd(self().le(max)), 0);
    }

    /**
     * Each element, but not below {@code min} and not above {@code max}, which are broadcast.
     *
     * @param min null: no such bound
     * @param max null: no such bound; it wins over {@code min}
     */
    public Tensor clamp(@Nullable Tensor min, @Nullable Tensor max) {
        checkBounds(min, max);
        return Op.of("Clamp", clamped("clamp", min, max))
                .wrt(self(), dy -> inside(dy, min, max))
                .wrt(min, dy -> below(dy, min, max))
                .wrt(max, dy -> above(dy, min, max))
                .result();
    }

    /** Each element, but not below {@code min}, which is broadcast. */
    public Tensor clamp(Tensor min) {
        return clamp(min, null);
    }

    /** Each element, but not below {@code min}, which is broadcast. */
    public Tensor clampMin(Tensor min) {
        return Op.of("ClampMin", 1, clamped("clampMin", min, null))
                .wrt(self(), dy -> inside(dy, min, null))
                .wrt(min, dy -> below(dy, min, null))
                .result();
    }

    /** Each element, but not above {@code max}, which is broadcast. */
    public Tensor clampMax(Tensor max) {
        return Op.of("ClampMax", 1, clamped("clampMax", null, max))
                .wrt(self(), dy -> inside(dy, null, max))
                .wrt(max, dy -> above(dy, null, max))
                .result();
    }

    private static void checkBounds(@Nullable Object min, @Nullable Object max) {
        Check.that(min != null || max != null, "clamp: min or max must be given");
    }

    private Tensor clamped(String op, @Nullable Tensor min, @Nullable Tensor max) {
        var dtype = Promotion.of(self(), min, max);
        var y = self();
        if (min != null && max != null && Compute.isFused(dtype))
            return Compute.ternary(op, Ternary.CLAMP, 0, y, min, max, dtype);
        if (min != null) y = Compute.binary(op, Binary.MAX, y, min, dtype);
        return max == null ? y : Compute.binary(op, Binary.MIN, y, max, dtype);
    }

    private Tensor inside(Tensor dy, @Nullable Tensor min, @Nullable Tensor max) {
        if (max == null) return min == null ? dy : dy.where(self().ge(min), 0);
        return dy.where(min == null ? self().le(max) : self().ge(min).logicalAnd(self().le(max)), 0);
    }

    private Tensor below(Tensor dy, @Nullable Tensor min, @Nullable Tensor max) {
        if (min == null) return dy;
        return dy.where(max == null ? self().lt(min) : self().lt(min).logicalAnd(min.lt(max)), 0);
    }

    private Tensor above(Tensor dy, @Nullable Tensor min, @Nullable Tensor max) {
        if (max == null) return dy;
        return dy.where(min == null ? self().gt(max) : self().gt(max).logicalOr(max.lt(min)), 0);
    }
}
