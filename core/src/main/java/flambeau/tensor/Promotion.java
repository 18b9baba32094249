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

    /** Of up to three tensors, where null stands for none. */
    static DType of(Tensor a, @Nullable Tensor b, @Nullable Tensor c) {
        DType dims = null, scalar = null;
        for (var x : new Tensor[] {a, b, c}) {
            if (x == null) continue;
            if (x.dim() > 0) dims = dims == null ? x.dtype() : DType.promote(dims, x.dtype());
            else scalar = scalar == null ? x.dtype() : DType.promote(scalar, x.dtype());
        }
        if (dims == null) return scalar == null ? a.dtype() : scalar;
        return scalar == null ? dims : weaker(dims, scalar);
    }

    /** Of a tensor and a number: the number counts only if its category is higher. */
    static DType of(Tensor a, Number b) {
        return weaker(a.dtype(), of(b));
    }

    /** The dtype of a number: int64, the default dtype for one that is floating, bool for a boolean. */
    static DType of(Number b) {
        if (b instanceof Truth) return DType.BOOL;
        return isFloating(b) ? Tensors.getDefaultDtype() : DType.INT64;
    }

    /** Of a function whose result is always floating: integers become the default dtype. */
    static DType floating(DType dtype) {
        return dtype.category() == Category.FLOATING ? dtype : Tensors.getDefaultDtype();
    }

    /** In which PyTorch computes what it rounds to {@code dtype} in the end. */
    static DType wide(DType dtype) {
        return dtype == DType.FLOAT16 || dtype == DType.BFLOAT16 ? DType.FLOAT32 : dtype;
    }

    /** {@code a b}, whole if both are. */
    static Number product(Number a, Number b) {
        if (isFloating(a) || isFloating(b)) return a.doubleValue() * b.doubleValue();
        return a.longValue() * b.longValue();
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
