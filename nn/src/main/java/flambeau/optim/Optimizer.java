package flambeau.optim;

import static flambeau.args.Args.given;
import static flambeau.args.Args.setToNone;
import static flambeau.tensor.Tensors.enableGrad;
import static flambeau.tensor.Tensors.noGrad;

import flambeau.args.Arg;
import flambeau.args.SetToNone;
import flambeau.array.DType;
import flambeau.array.Rule;
import flambeau.autograd.Guard;
import flambeau.nn.Module;
import flambeau.tensor.Tensor;
import flambeau.tensor.Updates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Changes parameters by their gradients. A subclass says what to keep for a parameter ({@link #init}) and how to change
 * it ({@link #update}):
 *
 * {@snippet :
 * final class Lion extends Optimizer implements Lr.Taker, Betas.Taker {
 *     @SafeVarargs
 *     Lion(List<? extends Tensor> params, Arg<? super Lion>... args) {
 *         super(group(params), args, lr(1e-4), betas(0.9, 0.99));
 *     }
 *
 *     @Override
 *     protected void init(Tensor p, State state) {
 *         state.put("exp_avg", zerosLike(p));
 *     }
 *
 *     @Override
 *     protected void update(Tensor p, Tensor grad, State state) {
 *         var m = state.get("exp_avg");
 *         var betas = state.group().get(Betas.class);
 *         p.sub_(m.mul(betas.beta1()).add(grad.mul(1 - betas.beta1())).sign().mul(state.group().lr()));
 *         m.mul_(betas.beta2()).add_(grad.mul(1 - betas.beta2()));
 *     }
 * }
 * }
 *
 * <p>An optimiser is used by one thread at a time.
 */
public abstract class Optimizer {
    /** What {@link #zeroGrad} takes: setToNone. */
    public interface ZeroGrad extends SetToNone.Taker {}

    private final Options defaults;
    private final List<ParamGroup> groups = new ArrayList<>();
    private final List<Consumer<Optimizer>> preHooks = new ArrayList<>();
    private final List<Consumer<Optimizer>> postHooks = new ArrayList<>();
    private final Updates updates = new Updates(); // of the step that is under way
    private long steps;

    /**
     * An optimiser.
     *
     * @param groups the parameters
     * @param args the options that were given
     * @param defaults every option that this optimiser takes, with its default
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice, or an option is refused
     */
    @SuppressWarnings("this-escape") // check(Options) looks at its argument only
    protected Optimizer(ParamGroups<?> groups, Arg<?>[] args, Arg<?>... defaults) {
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

    /** Whether {@link #update} knows sparse gradients. */
    boolean takesSparse() {
        return false;
    }

    /** PyTorch's dtype of the number of steps. */
    DType stepType() {
        return DType.FLOAT32;
    }

    /** Whether tensors of the state have shapes of their own. */
    boolean isStateFree() {
        return false;
    }

    /** Whether {@link #update} knows dense gradients. */
    boolean takesDense() {
        return true;
    }

    /**
     * Makes the state of a parameter, before its first update. Without an override there is none.
     *
     * @param p the parameter
     * @param state where the state goes
     */
    protected void init(Tensor p, State state) {}

    /**
     * Changes a parameter in place; nothing is recorded meanwhile.
     *
     * @param p the parameter
     * @param grad its gradient, which must not be kept beyond this call
     * @param state what is kept for this parameter
     */
    protected abstract void update(Tensor p, Tensor grad, State state);

    /** Changes a parameter and its state by a rule, together with all others when each of them has had its {@link #update}. */
    final void apply(Rule rule, Tensor p, Tensor grad, Tensor... state) {
        updates.add(rule, p, grad, state);
    }

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
    public final void zeroGrad(Arg<? super ZeroGrad>... args) {
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

    /**
     * Changes every parameter that has a gradient.
     *
     * @throws IllegalStateException if a parameter or its gradient has another shape or dtype than before; no parameter
     *     is changed then
     */
    public final void step() {
        before();
        advance();
        after();
    }

    /**
     * Computes the loss and its gradients by {@code closure}, then takes a step.
     *
     * @param closure clears the gradients, computes the loss, backpropagates and returns it; called with gradients
     *     enabled
     * @return the loss
     */
    public final Tensor step(Supplier<Tensor> closure) {
        before();
        var loss = minimize(closure);
        after();
        return loss;
    }

    private void before() {
        for (var hook : List.copyOf(preHooks)) hook.accept(this);
    }

    private void after() {
        steps++;
        for (var hook : List.copyOf(postHooks)) hook.accept(this);
    }

    /**
     * Has a hook called before each step, with or without a closure, in the order in which they were registered.
     *
     * @return what takes the hook away when it is closed
     */
    public final Guard registerStepPreHook(Consumer<Optimizer> hook) {
        return register(hook, preHooks);
    }

    /**
     * Has a hook called after each step.
     *
     * @return what takes the hook away when it is closed
     */
    public final Guard registerStepPostHook(Consumer<Optimizer> hook) {
        return register(hook, postHooks);
    }

    private static Guard register(Consumer<Optimizer> hook, List<Consumer<Optimizer>> hooks) {
        Consumer<Optimizer> own = optimizer -> hook.accept(optimizer); // the same hook may come twice
        hooks.add(own);
        return () -> hooks.remove(own);
    }

    /** The number of steps that were taken. */
    final long steps() {
        return steps;
    }

    /** What {@link #step()} does. */
    void advance() {
        try (var _ = noGrad()) {
            prepare();
            for (var group : groups)
                for (var state : group.states) {
                    var grad = state.gradient;
                    if (grad == null) continue;
                    state.gradient = null;
                    state.step++;
                    update(state.parameter, grad, state);
                }
            updates.take();
        } finally {
            updates.clear();
        }
    }

    /** What {@link #step(Supplier)} does. */
    Tensor minimize(Supplier<Tensor> closure) {
        var loss = loss(closure);
        advance();
        return loss;
    }

    /** The loss that {@code closure} computes. */
    final Tensor loss(Supplier<Tensor> closure) {
        try (var _ = enableGrad()) {
            var loss = closure.get();
            if (loss == null)
                throw new IllegalArgumentException(name() + ": the closure must return the loss, got null");
            return loss;
        }
    }

    /** Takes all gradients and makes what state is missing: all that can be refused is refused here. */
    private void prepare() {
        for (var group : groups)
            for (var state : group.states) {
                var p = state.parameter;
                var grad = Updates.gradient(p);
                state.gradient = grad;
                if (grad == null) continue;
                if (!Updates.isLike(p, grad))
                    throw new IllegalStateException("%s: the gradient of parameter %d is %s, the parameter is %s"
                            .formatted(name(), state.number, grad.describe(), p.describe()));
                boolean sparse = Updates.sparse(grad) != null;
                if (sparse ? !takesSparse() : !takesDense())
                    throw new IllegalStateException("%s: the gradient of parameter %d is %s; %s"
                            .formatted(
                                    name(),
                                    state.number,
                                    sparse ? "sparse" : "dense",
                                    sparse ? "SparseAdam, SGD and Adagrad take it" : "Adam takes it"));
                if (!state.fits())
                    throw new IllegalStateException("%s: parameter %d has become %s, its state was made for another"
                            .formatted(name(), state.number, p.describe()));
                if (!state.isMade) init(p, state);
                state.isMade = true;
            }
    }

    /**
     * The state and the options, for a checkpoint: {@code state.0.exp_avg} of the first parameter, {@code
     * param_groups.0.lr} of the first group, and so on by PyTorch's words, parameters counted through all groups.
     * Tensors are shared, not copied.
     *
     * <p>Unlike PyTorch, everything is a tensor, so that the whole can be saved as it is. Options of kinds that
     * Flambeau does not know are left out.
     */
    public final SequencedMap<String, Tensor> stateDict() {
        return StateDict.of(this, StateDict.numbers());
    }

    /**
     * Takes over state and options of an optimiser of the same kind with the same groups. Tensors are copied.
     *
     * @param dict what {@link #stateDict} gave
     * @throws IllegalArgumentException if it does not fit; nothing is changed then
     */
    public final void loadStateDict(Map<String, Tensor> dict) {
        StateDict.load(this, dict, StateDict.numbers());
    }

    /**
     * The state and the options by the names that parameters have in a model, {@code state.fc.weight.exp_avg}: it can be loaded when the
     * model has its parameters in another order.
     *
     * @throws IllegalArgumentException if a parameter is none of the model's
     */
    public final SequencedMap<String, Tensor> stateDict(Module model) {
        return StateDict.of(this, StateDict.names(this, model));
    }

    /**
     * Takes over state and options of an optimiser of the same kind with the same groups, whose parameters may have been in another order.
     *
     * @param dict what {@link #stateDict(Module)} gave
     * @throws IllegalArgumentException if it does not fit; nothing is changed then
     */
    public final void loadStateDict(Map<String, Tensor> dict, Module model) {
        StateDict.load(this, dict, StateDict.names(this, model));
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
