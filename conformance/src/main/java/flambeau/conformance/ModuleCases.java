package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import flambeau.nn.Module;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The kind {@code module}: construct, load, call, differentiate. */
final class ModuleCases implements Kind {
    @Override
    public void run(Case c) {
        if (c.raises() && c.text("raises_on").equals("construction")) {
            Refusal.check(c, () -> construct(c));
            return;
        }
        var module = c.raises() ? orRefused(() -> loaded(c)) : loaded(c);
        if (module == null) return;
        var inputs = c.values().arguments(c.require("inputs"));
        c.values()
                .map(c.get("grad_inputs"))
                .forEach((name, dx) -> Gradients.want(inputs.byName().getOrDefault(name, NONE), dx));
        var before = State.copy(module.stateDict());
        var seed = c.seed();
        if (seed != null) Tensors.manualSeed(seed);
        if (c.raises()) {
            Refusal.check(c, () -> call(c, module, inputs));
            return;
        }
        var result = call(c, module, inputs);
        var dy = c.has("grad_outputs") ? c.values().of(c.require("grad_outputs")) : NONE;
        var outputs = Compare.leaves(
                "result", result, c.values().of(c.require("expected")), dy, c.tolerance(), new Signs(false));
        var after = State.of(c, "buffers_after");
        after.putAll(State.of(c, "params_after"));
        after.forEach((name, value) ->
                Compare.same(name + " after the call", State.find(module, name), value, c.tolerance()));
        State.unchanged(module.stateDict(), before, after);
        FunctionCases.checkInputs(c, inputs);
        if (dy == NONE) return;
        Gradients.backward(outputs);
        Gradients.compareInputs(c, inputs.byName());
        compareParameters(c, module);
    }

    /** The module, or null if the compiler refuses what PyTorch's constructor still takes, as a misspelt word. */
    private static @Nullable Module orRefused(Supplier<Module> module) {
        try {
            return module.get();
        } catch (Unmapped e) {
            if (e.isRefusedByCompiler) return null;
            throw e;
        }
    }

    private static Module construct(Case c) {
        return Make.module(c.api(), c.values().arguments(c.require("ctor")));
    }

    /** The module with the parameters and in the mode of the case. */
    private static Module loaded(Case c) {
        var module = construct(c);
        module.to(c.dtype());
        if (c.has("lazy")) {
            module.eval();
            try (var _ = Tensors.noGrad()) {
                call(c, module, c.values().arguments(c.require("inputs")));
            }
            module.to(c.dtype());
        }
        var state = State.of(c, "params");
        state.putAll(State.of(c, "buffers"));
        module.loadStateDict(state);
        module.train(c.require("training").booleanValue());
        return module;
    }

    static Object call(Case c, Module module, Arguments inputs) {
        boolean indices = c.values().arguments(c.require("ctor")).wantIndices();
        return Call.method(c.api() + ".forward", module, indices ? "applyWithIndices" : "apply", inputs);
    }

    private static void compareParameters(Case c, Module module) {
        var parameters = new LinkedHashMap<String, Tensor>(module.namedParameters());
        var expected = c.get("grad_params");
        if (expected == null) return;
        for (var entry : expected.properties()) {
            var p = parameters.get(entry.getKey());
            if (p == null) throw new Failed("no parameter in the module: " + entry.getKey());
            var key = entry.getValue();
            Object dp = key.isNull()
                    ? NONE
                    : key.isTextual()
                            ? c.values().tensor(key.textValue())
                            : c.values().of(key);
            Gradients.compare("gradient of " + entry.getKey(), p, dp, c.tolerance());
        }
    }
}
