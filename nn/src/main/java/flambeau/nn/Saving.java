package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.keepVars;
import static flambeau.args.Args.prefix;

import flambeau.args.Arg;
import flambeau.args.Assign;
import flambeau.args.KeepVars;
import flambeau.args.Prefix;
import flambeau.args.Strict;
import flambeau.autograd.Guard;
import flambeau.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** State dicts: the parameters and persistent buffers of a module by their names. */
abstract sealed class Saving extends Tree permits Module {
    /** The keywords of {@link Module#loadStateDict}: strict, assign. */
    public interface LoadArgs extends Strict.Taker, Assign.Taker {}

    /** The keywords of {@link Module#stateDict}: prefix, keepVars. */
    public interface SaveArgs extends Prefix.Taker, KeepVars.Taker {}

    private @Nullable StateHooks stateHooks;

    Saving() {}

    /**
     * All parameters and persistent buffers by their names, as tensors without history that share this module's memory. What
     * is held twice has two names here.
     *
     * <p>A parameter without a shape stands for itself. The order is PyTorch's: a module's own parameters, its own buffers, then its children.
     *
     * @param args prefix (""): what all names begin with; keepVars (false): whether the parameters themselves are given
     * @throws IllegalStateException if a module contains itself
     */
    @SafeVarargs
    public final LinkedHashMap<String, Tensor> stateDict(Arg<? super SaveArgs>... args) {
        var state = new LinkedHashMap<String, Tensor>();
        boolean keep = given(args, keepVars(false)).value();
        save(state, given(args, prefix("")).value(), keep, identitySet());
        return state;
    }

    private void save(LinkedHashMap<String, Tensor> state, String prefix, boolean keep, Set<Module> open) {
        if (!open.add(self()))
            throw new IllegalStateException("stateDict: %s contains itself".formatted(Repr.name(self())));
        if (stateHooks != null) stateHooks.beforeSave.forEach(hook -> hook.apply(self(), state, prefix));
        var members = members();
        members.forEach((name, member) -> {
            if (member instanceof Parameter p) state.put(prefix + name, keep || p.isUninitialized() ? p : p.detach());
        });
        members.forEach((name, member) -> {
            if (member instanceof Buffer b && b.isPersistent())
                state.put(prefix + name, keep || b.isUninitialized() ? b : b.detach());
        });
        members.forEach((name, member) -> {
            if (member instanceof Module child) ((Saving) child).save(state, prefix + name + ".", keep, open);
        });
        if (stateHooks != null) stateHooks.afterSave.forEach(hook -> hook.apply(self(), state, prefix));
        open.remove(self());
    }

    /**
     * Takes the values of {@code state}, converted to the dtypes of this module: all of them or, if anything does not fit,
     * none.
     *
     * @param state tensors by name
     * @param args strict (true): whether names that are missing or unexpected are refused; assign (false): whether the
     *     memory of the given tensors becomes this module's, with their dtypes, instead of being copied
     * @return the names that were missing, and those that were unexpected
     * @throws IllegalArgumentException if something does not fit, with a list of all that does not
     */
    @SafeVarargs
    public final IncompatibleKeys loadStateDict(Map<String, ? extends Tensor> state, Arg<? super LoadArgs>... args) {
        return Loading.load(self(), new LinkedHashMap<>(state), args);
    }

    /** Brings an older {@code state} of this module, whose names begin with {@code prefix}, into today's form. */
    void upgrade(Map<String, Tensor> state, String prefix) {}

    /**
     * Calls {@code hook} before {@link #stateDict} reads this module.
     *
     * @return removes the hook when closed
     */
    public final Guard registerStateDictPreHook(StateHooks.State hook) {
        return stateHooks().beforeSave.add(hook);
    }

    /**
     * Calls {@code hook} when {@link #stateDict} has read this module and those below it; the hook may change the state.
     *
     * @return removes the hook when closed
     */
    public final Guard registerStateDictPostHook(StateHooks.State hook) {
        return stateHooks().afterSave.add(hook);
    }

    /**
     * Calls {@code hook} before this module loads, with a copy of the whole state that the hook may change.
     *
     * @return removes the hook when closed
     */
    public final Guard registerLoadStateDictPreHook(StateHooks.State hook) {
        return stateHooks().beforeLoad.add(hook);
    }

    /**
     * Calls {@code hook} when this module was loaded, with the names that did not fit.
     *
     * @return removes the hook when closed
     */
    public final Guard registerLoadStateDictPostHook(StateHooks.Loaded hook) {
        return stateHooks().afterLoad.add(hook);
    }

    private StateHooks stateHooks() {
        if (stateHooks == null) stateHooks = new StateHooks();
        return stateHooks;
    }

    final void beforeLoad(Map<String, Tensor> state, String prefix) {
        if (stateHooks != null) stateHooks.beforeLoad.forEach(hook -> hook.apply(self(), state, prefix));
        upgrade(state, prefix);
    }

    final void afterLoad(IncompatibleKeys keys) {
        if (stateHooks != null) stateHooks.afterLoad.forEach(hook -> hook.apply(self(), keys));
    }
}
