package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Rule;
import flambeau.kernel.Kernels;
import flambeau.kernel.Update;
import flambeau.memory.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps of optimisers, each one pass over the memory of a parameter. What users call is in {@code flambeau.optim}. */
public final class Updates {
    private final List<Update.Step> steps = new ArrayList<>();

    /** No steps yet. */
    public Updates() {}

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
     * Adds a step, to be taken by {@link #take} together with others.
     *
     * @param state what the rule keeps for {@code p}, in its order
     * @throws IllegalArgumentException if the gradient or a state is not like {@code p}, or there are others than the rule takes
     */
    public void add(Rule rule, Tensor p, Tensor g, Tensor... state) {
        var op = rule.getClass().getSimpleName();
        if (!rule.takes(state.length))
            throw new IllegalArgumentException("%s: does not go with %d kinds of state".formatted(op, state.length));
        check(op, p, "gradient", g);
        for (var s : state) check(op, p, "state", s);
        var operands = new Array[2 + state.length];
        operands[0] = p.raw();
        operands[1] = g.array();
        for (int i = 0; i < state.length; i++) operands[2 + i] = state[i].raw();
        steps.add(new Update.Step(rule, operands));
    }

    /** Takes all steps that were added. */
    public void take() {
        Kernels.update(steps);
        for (var step : steps) step.operands()[0].storage().touch();
        clear();
    }

    /** Forgets the steps that were added. */
    public void clear() {
        steps.clear();
    }

    private static void check(String op, Tensor p, String what, Tensor x) {
        if (!isLike(p, x))
            throw new IllegalArgumentException(
                    "%s: the %s is %s, the parameter %s".formatted(op, what, x.describe(), p.describe()));
    }
}
