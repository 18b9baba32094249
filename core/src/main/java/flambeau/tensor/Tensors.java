package flambeau.tensor;

import flambeau.autograd.Guard;
import flambeau.kernel.Parallel;
import flambeau.memory.Scope;
import java.util.List;

/** Makes tensors: PyTorch's functions of the module {@code torch}, for a static import. */
public final class Tensors extends Sharing {
    private Tensors() {}

    /** The tensors one behind the other along a dimension that they have. */
    public static Tensor cat(List<Tensor> tensors, int along) {
        return Joining.cat(tensors, along);
    }

    /** The tensors, all of one shape, along a new dimension. */
    public static Tensor stack(List<Tensor> tensors, int along) {
        return Joining.stack(tensors, along);
    }

    /** One place of a dimension, for {@link Tensor#get(Index...)}. */
    public static Index at(int index) {
        return new Index.At(index);
    }

    /** The places from {@code start} to {@code stop}, exclusive. */
    public static Index slice(int start, int stop) {
        return new Index.Slice(start, stop, 1);
    }

    /** Every {@code step}-th place from {@code start} to {@code stop}, exclusive. */
    public static Index slice(int start, int stop, int step) {
        return new Index.Slice(start, stop, step);
    }

    /** All places of a dimension. */
    public static Index all() {
        return new Index.Slice(0, Integer.MAX_VALUE, 1);
    }

    /** All places of as many dimensions as the index does not name. */
    public static Index ellipsis() {
        return new Index.Ellipsis();
    }

    /** A new dimension of size 1. */
    public static Index newAxis() {
        return new Index.NewAxis();
    }

    /** Lets {@code x} outlive the scopes that are open on this thread; returns it. */
    public static Tensor keep(Tensor x) {
        Scope.escape(x.storage());
        return x;
    }

    /**
     * Memory of tensors that are made inside returns at its end, but for leaves' gradients and what {@link #keep} was told:
     * {@code try (var _ = scope()) { ... }}. Nothing needs this; it saves the last few per cent of a training loop.
     */
    public static Guard scope() {
        return Scope.open()::close;
    }

    /** Sets the number of threads that work on one operation. */
    public static void setNumThreads(int n) {
        Parallel.setThreads(n);
    }

    /** The number of threads that work on one operation. */
    public static int getNumThreads() {
        return Parallel.threads();
    }

    /** {@code value} as a whole number if it is one, so that it does not make integers floating. */
    static Number whole(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) return (long) value;
        return value;
    }
}
