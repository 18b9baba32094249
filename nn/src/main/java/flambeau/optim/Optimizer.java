package flambeau.optim;

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
public abstract non-sealed class Optimizer extends Grouped {
    /** What {@link #zeroGrad} takes: setToNone. */
    public interface ZeroGrad extends SetToNone.Taker {}

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
    protected Optimizer(ParamGroups<?> groups, Arg<?>[] args, Arg<?>... defaults) {
        super(groups, args, defaults);
    }

    /**
     * Refuses a sparse gradient, unless {@link #update} knows it.
     *
     * @throws IllegalStateException if it is refused
     */
    void checkSparse(State state) {
        throw new IllegalStateException(
                "%s: the gradient of parameter %d is sparse; SparseAdam, SGD and Adagrad take it"
                        .formatted(name(), state.number));
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
            StepGradients.take(this);
            for (var group : groups())
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
}
