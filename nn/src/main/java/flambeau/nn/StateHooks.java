package flambeau.nn;

import flambeau.tensor.Tensor;
import java.util.Map;

/** What a module calls around its state dict. */
public final class StateHooks {
    /** Called with a state dict. */
    @FunctionalInterface
    public interface State {
        /**
         * Looks at the state, or changes it.
         *
         * @param module whose hook this is
         * @param state all tensors by their names
         * @param prefix what the names of {@code module} begin with
         */
        void apply(Module module, Map<String, Tensor> state, String prefix);
    }

    /** Called when a state was loaded. */
    @FunctionalInterface
    public interface Loaded {
        /**
         * Looks at what did not fit.
         *
         * @param module whose hook this is
         * @param keys the names in the whole state that did not fit
         */
        void apply(Module module, IncompatibleKeys keys);
    }

    final HookList<State> beforeSave = new HookList<>();
    final HookList<State> afterSave = new HookList<>();
    final HookList<State> beforeLoad = new HookList<>();
    final HookList<Loaded> afterLoad = new HookList<>();

    StateHooks() {}

    StateHooks copy() {
        var copy = new StateHooks();
        copy.beforeSave.addAll(beforeSave);
        copy.afterSave.addAll(afterSave);
        copy.beforeLoad.addAll(beforeLoad);
        copy.afterLoad.addAll(afterLoad);
        return copy;
    }
}
