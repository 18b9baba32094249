package flambeau.tensor;

import flambeau.array.DType;
import flambeau.array.DType.Category;
import org.jspecify.annotations.Nullable;

/** The dtype of an operation on mixed operands: PyTorch's type promotion. */
final class Promotion {
    private Promotion() {}

    /** Of two tensors: one without dimensions counts only if its category is higher. */
    static DType of(Tensor a, Tensor b) {
        if (a.dtype() == b.dtype()) return a.dtype();
        boolean scalarA = a.dim() == 0, scalarB = b.dim() == 0;
        if (scalarA == scalarB) return DType.promote(a.dtype(), b.dtype());
        return scalarA ? weaker(b.dtype(), a.dtype()) : weaker(a.dtype(), b.dtype());
    }

    /** Of a tensor and a number: the number counts only if its category is higher. */
    static DType of(Tensor a, Number b) {
        return weaker(a.dtype(), of(b));
    }

    /** The dtype of a number: int64, or the default dtype for one that is floating. */
    static DType of(Number b) {
        return isFloating(b) ? Tensors.getDefaultDtype() : DType.INT64;
    }

    /** Of a function whose result is always floating: integers become the default dtype. */
    static DType floating(DType dtype) {
        return dtype.category() == Category.FLOATING ? dtype : Tensors.getDefaultDtype();
    }

    /** The dtype that a reduction's sum has: {@code wanted} if given, else int64 for integers and bools. */
    static DType summed(DType dtype, @Nullable DType wanted) {
        if (wanted != null) return wanted;
        return dtype.category() == Category.FLOATING ? dtype : DType.INT64;
    }

    static boolean isFloating(Number b) {
        return b instanceof Double || b instanceof Float;
    }

    private static DType weaker(DType strong, DType weak) {
        return strong.category().compareTo(weak.category()) >= 0 ? strong : DType.promote(strong, weak);
    }
}
