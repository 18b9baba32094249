package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds {@code functional} and {@code tensor}: one call of a function. */
final class FunctionCases implements Kind {
    @Override
    public void run(Case c) {
        var values = c.values();
        var inputs = values.arguments(c.require("inputs"));
        if (c.has("grad_inputs"))
            values.map(c.get("grad_inputs")).forEach((name, dx) -> {
                var value = inputs.byName().get(name);
                if (value != null) Gradients.want(value, dx);
            });
        var given = c.get("tensors");
        var extra = given == null ? Map.<String, Object>of() : values.map(given);
        if (extra.get("parameter_grads") instanceof List<?> grads) setGrads(inputs, grads);
        if (c.raises()) {
            Refusal.check(c, () -> call(c, inputs));
            checkUnchanged(c, inputs, Map.of());
            return;
        }
        var result = call(c, inputs);
        var dy = c.has("grad_outputs") ? values.of(c.require("grad_outputs")) : NONE;
        boolean nonunique = c.has("nonunique");
        var outputs = Compare.leaves(
                "result", result, values.of(c.require("expected")), dy, c.tolerance(), new Signs(nonunique));
        checkInputs(c, inputs);
        if (dy != NONE) {
            Gradients.backward(outputs);
            Gradients.compareInputs(c, inputs.byName());
        }
        if (extra.get("expected_parameter_grads") instanceof List<?> grads)
            Gradients.compare("gradient", inputs.byName().getOrDefault("parameters", NONE), grads, c.tolerance());
    }

    private static Object call(Case c, Arguments inputs) {
        var seed = c.seed();
        if (seed != null) Tensors.manualSeed(seed);
        return Call.function(c.api(), inputs);
    }

    private static void setGrads(Arguments inputs, List<?> grads) {
        var parameters = (List<?>) inputs.byName().getOrDefault("parameters", List.of());
        for (int i = 0; i < grads.size(); i++)
            if (grads.get(i) instanceof Tensor dx && parameters.get(i) instanceof Tensor x) {
                x.requiresGrad_();
                x.setGrad(dx);
            }
    }

    /** The inputs after the call: changed as recorded, or not at all. */
    static void checkInputs(Case c, Arguments inputs) {
        var after = c.values().map(c.get("inputs_after"));
        after.forEach((name, value) ->
                Compare.same(name + " after the call", inputs.byName().getOrDefault(name, NONE), value, c.tolerance()));
        checkUnchanged(c, inputs, after);
    }

    /** What is not said to change must not. */
    private static void checkUnchanged(Case c, Arguments inputs, Map<String, Object> after) {
        var before = new LinkedHashMap<>(c.values().map(c.require("inputs")));
        before.keySet().removeAll(after.keySet());
        before.forEach((name, value) -> Compare.unchanged(name, inputs.byName().getOrDefault(name, NONE), value));
    }
}
