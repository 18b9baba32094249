package flambeau.functional;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.keepdim;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.zeros;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Masks of attention, as what is added to scores: 0 where a place counts, minus infinity where it does not. */
final class Masks {
    private Masks() {}

    /** [l, s], in which row i excludes what comes after column i. */
    static Tensor causal(int l, int s, DType dtype) {
        return full(Shape.of(l, s), Double.NEGATIVE_INFINITY, dtype(dtype)).triu(1);
    }

    /** Minus infinity where {@code excluded} is true. */
    static Tensor without(Tensor excluded, DType dtype) {
        return zeros(excluded.shape(), dtype(dtype)).maskedFill_(excluded, Double.NEGATIVE_INFINITY);
    }

    /** Whether a mask of this type can be added to scores of {@code dtype}; float32 can to half precision. */
    static boolean fits(Tensor mask, DType dtype) {
        return mask.dtype() == dtype || mask.dtype() == DType.FLOAT32 && dtype.isFloatingPoint() && dtype.bytes() == 2;
    }

    /** The rows of a mask that exclude everything, [.., 1]; null if there are none. */
    static @Nullable Tensor closed(Tensor mask) {
        var rows = mask.detach().eq(Double.NEGATIVE_INFINITY).all(dim(-1), keepdim(true));
        return rows.any().isTrue() ? rows : null;
    }
}
