package flambeau.tensor;

import flambeau.autograd.Guard;
import flambeau.kernel.Parallel;
import flambeau.memory.Scope;

/** Makes tensors: PyTorch's functions of the module {@code torch}, for a static import. */
public final class Tensors extends Sharing {
    private Tensors() {}

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
