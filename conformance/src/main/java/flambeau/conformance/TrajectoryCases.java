package flambeau.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import flambeau.nn.Module;
import flambeau.optim.Optimizer;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kind {@code trajectory}: small whole trainings. */
final class TrajectoryCases implements Kind {
    @Override
    public void run(Case c) {
        var modules = modules(c);
        State.compare("initial state", state(modules), State.of(c, "initial_state_dict"), c.tolerance());
        load(modules, State.of(c, "initial_state_dict"));
        var optimizer = optimizer(c, modules);
        var data = c.values().map(c.require("tensors"));
        var seed = c.get("train_seed");
        if (seed != null) Tensors.manualSeed(seed.longValue());
        int steps = c.require("steps").intValue();
        for (int k = 0; k < steps; k++) {
            optimizer.zeroGrad();
            double loss = pass(c, modules, data);
            if (k == 0) compareGradients(c, modules);
            optimizer.step();
            var expected = c.values().of(c.require("expected_losses").get(k));
            Compare.same("loss of step " + k, loss, expected, c.tolerance());
        }
        State.compare("state", state(modules), State.of(c, "expected_state_dict"), c.tolerance());
    }

    /** Forward and backward; the loss. */
    private static double pass(Case c, Map<String, Module> modules, Map<String, Object> data) {
        if (!(data.get("x") instanceof Tensor x)) throw new Failed("the case has no tensor x");
        var output = new Forward(c.text("forward"), modules, x).value();
        var word = c.text("loss");
        if (word.equals("output.backward(output)")) {
            output.backward(output.detach());
            return output.sum().item().doubleValue();
        }
        if (!(data.get("y") instanceof Tensor y)) throw new Failed("the case has no tensor y");
        var given = new LinkedHashMap<String, Object>();
        given.put("input", output);
        given.put("target", y);
        if (!(Call.function("nn.functional." + word, new Arguments(given)) instanceof Tensor loss))
            throw new Failed(word + " gives no tensor");
        loss.backward();
        return loss.item().doubleValue();
    }

    private static Map<String, Module> modules(Case c) {
        Tensors.manualSeed(c.require("rng_seed").longValue());
        var all = new LinkedHashMap<String, Module>();
        c.require("model").properties().forEach(entry -> {
            JsonNode spec = entry.getValue();
            all.put(
                    entry.getKey(),
                    Make.module(spec.get("api").textValue(), c.values().arguments(spec.get("ctor"))));
        });
        all.values().forEach(module -> module.to(c.dtype()));
        return all;
    }

    private static Map<String, Tensor> state(Map<String, Module> modules) {
        var all = new LinkedHashMap<String, Tensor>();
        modules.forEach((name, module) -> module.stateDict().forEach((key, value) -> all.put(name + '.' + key, value)));
        return all;
    }

    private static void load(Map<String, Module> modules, Map<String, Tensor> state) {
        modules.forEach((name, module) -> {
            var own = new LinkedHashMap<String, Tensor>();
            state.forEach((key, value) -> {
                if (key.startsWith(name + '.')) own.put(key.substring(name.length() + 1), value);
            });
            module.loadStateDict(own);
        });
    }

    private static Optimizer optimizer(Case c, Map<String, Module> modules) {
        var params = new ArrayList<Tensor>();
        modules.values().forEach(module -> params.addAll(module.parameters()));
        var spec = c.require("optimizer");
        return OptimizerCases.optimizer(
                spec.get("api").textValue(),
                List.of(params),
                List.of(Arguments.of(Map.of())),
                c.values().arguments(spec.get("ctor")));
    }

    private static void compareGradients(Case c, Map<String, Module> modules) {
        var parameters = new LinkedHashMap<String, Tensor>();
        modules.forEach(
                (name, module) -> module.namedParameters().forEach((key, p) -> parameters.put(name + '.' + key, p)));
        State.of(c, "grad_params").forEach((name, expected) -> {
            var p = parameters.get(name);
            if (p == null) throw new Failed("no parameter in the model: " + name);
            Gradients.compare("gradient of " + name, p, expected, c.tolerance());
        });
    }
}
