package flambeau.functional;

import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.RowNormalizations;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Normalisation of each sample by its own statistics. */
abstract sealed class RowNormalization extends Unpooling permits Normalization {
    RowNormalization() {}

    /** Like {@link #layerNorm(Tensor, int[], Tensor, Tensor, Arg...)} without a scale and a shift. */
    @SafeVarargs
    public static Tensor layerNorm(Tensor x, int[] normalizedShape, Arg<? super Takes.LayerNorm>... args) {
        return layerNorm(x, normalizedShape, null, null, args);
    }

    /**
     * {@code (x - mean) / sqrt(var + eps) w + b}, with the mean and the variance (divided by the count) of the last dimensions.
     *
     * <p>Source: Ba, Kiros and Hinton, Layer Normalization.
     *
     * @param x [.., normalizedShape], floating
     * @param normalizedShape the sizes of the last dimensions, which are normalised together
     * @param w [normalizedShape], or null for 1
     * @param b [normalizedShape], or null for 0
     * @param args eps (1e-5)
     * @return x's shape
     * @throws IllegalArgumentException if shapes or dtypes do not agree, or normalizedShape is empty
     */
    @SafeVarargs
    public static Tensor layerNorm(
            Tensor x,
            int[] normalizedShape,
            @Nullable Tensor w,
            @Nullable Tensor b,
            Arg<? super Takes.LayerNorm>... args) {
        var normalized = Shape.of(normalizedShape);
        checkRows("layerNorm", x, normalized);
        check("weight", w, x, normalized);
        check("bias", b, x, normalized);
        if (w != null && b != null && w.dtype() != b.dtype())
            throw Refusal.of("layerNorm: weight (%s) and bias (%s) must have one dtype", w.dtype(), b.dtype());
        return RowNormalizations.layerNorm(
                x, normalized, w, b, given(args, eps(1e-5)).value());
    }

    /** Refuses an input that is not floating, or does not end in the sizes that are normalised together. */
    static void checkRows(String op, Tensor x, Shape normalized) {
        int front = x.dim() - normalized.rank();
        if (normalized.rank() == 0) throw Refusal.of("%s: normalizedShape must have at least 1 size, got []", op);
        boolean fits = front >= 0;
        for (int d = 0; fits && d < normalized.rank(); d++) fits = x.size(front + d) == normalized.get(d);
        if (!fits)
            throw Refusal.of(
                    "%s: input must end in %s, got %s",
                    op, normalized.text(), x.shape().text());
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("%s: the dtype must be floating, got %s", op, x.dtype());
    }

    private static void check(String name, @Nullable Tensor affine, Tensor x, Shape normalized) {
        if (affine == null) return;
        if (!affine.shape().equals(normalized))
            throw Refusal.of(
                    "layerNorm: %s must be %s, got %s",
                    name, normalized.text(), affine.shape().text());
        boolean half = x.dtype().bytes() == 2; // whose weights may be kept in float32
        if (affine.dtype() != x.dtype() && !(half && affine.dtype() == DType.FLOAT32))
            throw Refusal.of("layerNorm: input (%s) and %s (%s) must have one dtype", x.dtype(), name, affine.dtype());
    }
}
