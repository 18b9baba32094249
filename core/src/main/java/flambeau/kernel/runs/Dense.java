package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.array.Layout;

/** Copies for kernels that walk operands in one order: views that lie otherwise are copied, and results copied back. */
final class Dense {
    private Dense() {}

    /** {@code x} if it is contiguous, else a copy that {@link #release} takes. */
    static Array contiguous(Array x) {
        return x.layout().isContiguous() ? x : copy(x, Layout.contiguous(x.shape()));
    }

    /** {@code x} if it has its elements in the order of {@code model}, else a copy in that order. */
    static Array like(Array model, Array x) {
        return Flat.isSame(x, model) ? x : copy(x, model.layout().fresh());
    }

    /** Room for a result: {@code y} if it has the order of {@code model}. */
    static Array roomLike(Array model, Array y) {
        return Flat.isSame(y, model) ? y : Array.empty(model.layout().fresh(), y.dtype());
    }

    /** A copy in scratch of the pool. */
    static Array copy(Array x, Layout layout) {
        var copy = Array.empty(layout, x.dtype());
        copy(x, copy);
        return copy;
    }

    static void copy(Array x, Array y) {
        Copies.copy(x, y);
    }

    /** Gives a copy back. */
    static void release(Array copy, Array original) {
        if (copy != original) copy.storage().release();
    }

    /** Copies the room of a result to where it belongs, and gives it back. */
    static void finish(Array room, Array y) {
        if (room == y) return;
        copy(room, y);
        room.storage().release();
    }
}
