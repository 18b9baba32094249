package flambeau.optim;

import static flambeau.args.Args.given;
import static flambeau.args.Args.setToNone;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;
import flambeau.tensor.Updates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/** What an {@link Optimizer} knows of its parameters: the groups and their options. */
abstract sealed class Grouped permits Optimizer {
    private final Options defaults;
    private final List<ParamGroup> groups = new ArrayList<>();

    @SuppressWarnings("this-escape") // check(Options) looks at its argument only
    Grouped(ParamGroups<?> groups, Arg<?>[] args, Arg<?>[] defaults) {
        this.defaults = Options.of(name(), defaults).with(args);
        check(this.defaults);
        addParamGroup(groups);
        if (groups.groups.stream().allMatch(g -> g.params().isEmpty()))
            throw new IllegalArgumentException(name() + ": takes at least one parameter, got none");
    }

    /**
     * Refuses options that do not go together. Called for every group, also by the constructor, before the subclass has
     * set its fields.
     *
     * @throws IllegalArgumentException if they do not
     */
    protected void check(Options options) {}

    /** Refuses a parameter that this optimiser cannot change. */
    void check(Tensor p, int number) {}

    /** The groups of parameters, whose options can be changed. */
    public final List<ParamGroup> groups() {
        return Collections.unmodifiableList(groups);
    }

    /**
     * Adds parameters, as when frozen layers are to learn: {@code optimizer.addParamGroup(group(params, lr(1e-4)))}.
     *
     * @param added one group or several; what they do not say comes from the optimiser's options
     * @throws IllegalArgumentException if a parameter is no leaf or known already, or an option is refused; nothing is
     *     added then
     */
    public final void addParamGroup(ParamGroups<?> added) {
        var known = Collections.newSetFromMap(new IdentityHashMap<Tensor, Boolean>());
        for (var group : groups) known.addAll(group.params());
        var fresh = new ArrayList<ParamGroup>();
        for (var group : added.groups) {
            int first = known.size();
            for (var p : group.params()) {
                check(p, known.size());
                if (!p.isLeaf())
                    throw new IllegalArgumentException("%s: parameter %d must be a leaf, it is the result of %s"
                            .formatted(name(), known.size(), p.gradFn()));
                if (!known.add(p))
                    throw new IllegalArgumentException(
                            "%s: parameter %d (%s) is given twice".formatted(name(), known.size(), p.describe()));
            }
            var options = defaults.with(group.options());
            check(options);
            fresh.add(new ParamGroup(this, group.params(), options, first));
        }
        groups.addAll(fresh);
    }

    /**
     * Clears the gradients of all parameters.
     *
     * @param args setToNone (true): whether they are dropped rather than set to 0
     */
    @SafeVarargs
    public final void zeroGrad(Arg<? super Optimizer.ZeroGrad>... args) {
        boolean drop = given(args, setToNone(true)).value();
        for (var group : groups)
            for (var state : group.states) {
                if (drop) state.parameter.zeroGrad();
                else zero(state.parameter);
            }
    }

    private static void zero(Tensor p) {
        var g = Updates.gradient(p);
        if (g == null) return;
        if (g.requiresGrad()) p.setGrad(g.detach().zero_()); // it was made with createGraph
        else g.zero_();
    }

    /** The name of this optimiser in messages. */
    final String name() {
        return getClass().getSimpleName();
    }

    /** Each group with its options, in PyTorch's form. */
    @Override
    public String toString() {
        var text = new StringBuilder(name()).append(" (");
        for (int i = 0; i < groups.size(); i++) {
            text.append("\nParameter Group ").append(i);
            for (var option : groups.get(i).options().all())
                text.append("\n    ").append(OptionValue.text(option));
            text.append('\n');
        }
        return text.append(')').toString();
    }
}
