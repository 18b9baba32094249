package flambeau.tensor;

import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;

/** Triangles and diagonals of matrices, the last two dimensions of a tensor. */
final class Triangles {
    private Triangles() {}

    /** The last two dimensions swapped. */
    static Tensor mT(Tensor x) {
        return x.transpose(-2, -1);
    }

    /** The elements on and below diagonal {@code k}; 0 above. */
    static Tensor lower(Tensor x, int k) {
        return x.where(mask(x, k), 0);
    }

    /** The elements on and above diagonal {@code k}; 0 below. */
    static Tensor upper(Tensor x, int k) {
        return x.where(mask(x, k - 1).logicalNot(), 0);
    }

    /** Where the column is at most {@code k} larger than the row. */
    private static Tensor mask(Tensor x, int k) {
        var rows = Tensors.arange(x.size(-2)).add(k).unsqueeze(1);
        return Tensors.arange(x.size(-1)).le(rows);
    }

    /** The lower triangle, also mirrored above the diagonal. */
    static Tensor mirrored(Tensor x) {
        return lower(x, 0).add(mT(lower(x, -1)));
    }

    /** Ones on the diagonal of a matrix like {@code x}, [m, n]. */
    static Tensor identity(Tensor x) {
        return identity(x.size(-2), x.size(-1), x.dtype());
    }

    static Tensor identity(int n, int m, DType dtype) {
        var y = Tensors.filled(Shape.of(n, m), 0, dtype);
        if (y.count() > 0) diagonal(y).fill_(1);
        return y;
    }

    static Tensor diagonal(Tensor x) {
        return diagonal(x, x.dim() - 2, x.dim() - 1);
    }

    /** A view of the elements with equal places in two dimensions, which go; what replaces them is the last. */
    static Tensor diagonal(Tensor x, int d1, int d2) {
        int first = Math.min(d1, d2), second = Math.max(d1, d2);
        return x.part("Diagonal", layout -> {
            int n = Math.min(layout.shape().get(first), layout.shape().get(second));
            long step = layout.stride(first) + layout.stride(second);
            var rest = layout.shape().without(second).without(first);
            var strides = new long[rest.rank() + 1];
            for (int d = 0, i = 0; d < layout.shape().rank(); d++)
                if (d != first && d != second) strides[i++] = layout.stride(d);
            strides[rest.rank()] = step;
            return new Layout(rest.insert(rest.rank(), n), strides, layout.offset());
        });
    }

    /** Vectors as diagonals of matrices that are 0 elsewhere. */
    static Tensor embedded(Tensor x) {
        return x.unsqueeze(-1).mul(identity(x.size(-1), x.size(-1), x.dtype()));
    }

    /** The last dimension in reverse order. */
    static Tensor flipped(Tensor x) {
        int n = x.size(-1);
        return x.indexSelect(-1, Tensors.arange(n).neg().add(n - 1));
    }
}
