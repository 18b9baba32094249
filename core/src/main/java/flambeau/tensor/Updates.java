package flambeau.tensor;

import flambeau.kernel.Kernels;
import flambeau.kernel.Update;
import org.jspecify.annotations.Nullable;

/** Steps of optimisers, each one pass over the memory of a parameter. What users call is in {@code flambeau.optim}. */
public final class Updates {
    private Updates() {}

    /**
     * The gradient of {@code p} for the time of one step. An optimiser that keeps it, or reads it after the next
     * {@code zeroGrad}, finds its memory given back; {@link Tensor#grad()} has no such limit.
     */
    public static @Nullable Tensor gradient(Tensor p) {
        return p.lent();
    }

    /** A step of stochastic gradient descent; see {@link Update#sgd}. */
    public static void sgd(Update.Sgd options, Tensor p, Tensor g, @Nullable Tensor velocity) {
        Kernels.sgd(options, p.raw(), g.array(), velocity == null ? null : velocity.raw());
        p.storage().touch();
    }

    /** A step of Adam; see {@link Update#adam}. */
    public static void adam(Update.Adam options, Tensor p, Tensor g, Tensor m, Tensor v, @Nullable Tensor vMax) {
        Kernels.adam(options, p.raw(), g.array(), m.raw(), v.raw(), vMax == null ? null : vMax.raw());
        p.storage().touch();
    }
}
