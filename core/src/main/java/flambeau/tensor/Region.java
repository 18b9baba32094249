package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * Where a view looks into its tensor, for gradients after one of them was changed in place: the history of a view is then
 * that of a part of the changed tensor, and the history of the tensor that of the whole with a changed part.
 *
 * @param whole a layout of the tensor, without an offset
 * @param part the view's, in the memory of whole
 */
record Region(Layout whole, Layout part) {
    /** The region of {@code view} in {@code base}; null if the base has gaps. */
    static @Nullable Region of(Tensor base, Tensor view) {
        Layout all = base.raw().layout(), part = view.raw().layout();
        if (!all.isDense()) return null;
        return new Region(all.fresh(), new Layout(part.shape(), part.strides(), part.offset() - all.offset()));
    }

    /** The part of {@code x}. */
    Tensor cut(Tensor x) {
        var y = Array.empty(part.shape(), x.dtype());
        Kernels.copy(copy(x).as(part), y);
        return Op.of("AsStrided", new Tensor(y)).wrt(x, this::paste).result();
    }

    /** Zeros with {@code x} as the part; what the view repeats is summed. */
    Tensor paste(Tensor x) {
        var once = part;
        for (int d = 0; d < part.shape().rank(); d++)
            if (part.stride(d) == 0)
                once = once.slice(d, 0, Math.min(part.shape().get(d), 1), 1);
        var source = x.sumTo(once.shape(), "view");
        var y = Array.empty(whole, x.dtype());
        y.zero();
        Kernels.copy(source.array(), y.as(once));
        var read = new Region(whole, once);
        return Op.of("AsStridedBackward", new Tensor(y)).wrt(source, read::cut).result();
    }

    /** {@code x} with zeros as the part. */
    Tensor without(Tensor x) {
        var y = copy(x);
        Kernels.copy(Compute.scalar(0, x.dtype()), y.as(part));
        return Op.of("CopySlicesBackward", new Tensor(y)).wrt(x, this::without).result();
    }

    private Array copy(Tensor x) {
        var y = Array.empty(whole, x.dtype());
        Kernels.copy(x.array(), y);
        return y;
    }
}
