package flambeau.tensor;

import flambeau.kernel.Kernels;
import flambeau.kernel.Update;
import flambeau.memory.Scope;
import org.jspecify.annotations.Nullable;

/** Steps of optimisers, each one pass over the memory of a parameter. What users call is in {@code flambeau.optim}. */
public final class Updates {
    private Updates() {}

    /**
     * The gradient of {@code p} for the time of one step; null if it has none. An optimiser that keeps it, or reads it after
     * the next {@code zeroGrad}, finds its memory given back; {@link Tensor#grad()} has no such limit.
     *
     * @throws IllegalStateException if its memory was given back already
     */
    public static @Nullable Tensor gradient(Tensor p) {
        var g = p.lent();
        if (g != null && SparseCarrier.in(g) == null)
            g.storage().address(); // throws now, where no parameter has been changed yet
        return g;
    }

    /** The rows of a gradient that is sparse and that nobody has changed in place; null for another. */
    public static @Nullable SparseGradient sparse(Tensor g) {
        return SparseCarrier.in(g);
    }

    /** Whether {@code x} has the shape and dtype of {@code p}, as a gradient must. */
    public static boolean isLike(Tensor p, Tensor x) {
        return x.dtype() == p.dtype() && x.shape().equals(p.shape());
    }

    /** Lets {@code state}, which an optimiser keeps, outlive the memory scopes that are open; returns it. */
    public static Tensor keep(Tensor state) {
        Scope.escape(state.storage());
        return state;
    }

    /**
     * A step of stochastic gradient descent: {@code g += weightDecay p; v = momentum v + (1 - dampening) g; p -= lr v}.
     *
     * @param velocity changed in place; null without momentum
     * @param first whether the velocity is new and becomes {@code g}
     * @throws IllegalArgumentException if the velocity is not like {@code p}
     */
    public static void sgd(
            Tensor p,
            Tensor g,
            @Nullable Tensor velocity,
            boolean first,
            double lr,
            double momentum,
            double dampening,
            double weightDecay,
            boolean nesterov,
            boolean maximize) {
        check("sgd", p, "gradient", g);
        if (velocity != null) check("sgd", p, "velocity", velocity);
        var options = new Update.Sgd(lr, momentum, dampening, weightDecay, nesterov, maximize, first);
        Kernels.sgd(options, p.raw(), g.array(), velocity == null ? null : velocity.raw());
        p.storage().touch();
    }

    /**
     * A step of Adam: {@code m += (1 - beta1) (g - m); v = beta2 v + (1 - beta2) g²; p -= lr m̂ / (√v̂ + eps)}.
     *
     * @param m changed in place
     * @param v changed in place
     * @param vMax the largest {@code v} so far, changed in place and used for it; null without amsgrad
     * @param step the number of this step, from 1
     * @param decoupled whether weight decay acts on the parameter (AdamW) and not on the gradient
     * @throws IllegalArgumentException if one of the moments is not like {@code p}
     */
    public static void adam(
            Tensor p,
            Tensor g,
            Tensor m,
            Tensor v,
            @Nullable Tensor vMax,
            long step,
            double lr,
            double beta1,
            double beta2,
            double eps,
            double weightDecay,
            boolean decoupled,
            boolean maximize) {
        check("adam", p, "gradient", g);
        check("adam", p, "first moment", m);
        check("adam", p, "second moment", v);
        if (vMax != null) check("adam", p, "largest second moment", vMax);
        var options = new Update.Adam(lr, beta1, beta2, eps, weightDecay, decoupled, maximize, step);
        Kernels.adam(options, p.raw(), g.array(), m.raw(), v.raw(), vMax == null ? null : vMax.raw());
        p.storage().touch();
    }

    private static void check(String op, Tensor p, String what, Tensor x) {
        if (!isLike(p, x))
            throw new IllegalArgumentException(
                    "%s: the %s is %s, the parameter %s".formatted(op, what, x.describe(), p.describe()));
    }
}
