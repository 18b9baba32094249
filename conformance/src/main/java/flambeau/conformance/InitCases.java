package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.List;

/** The kind {@code init}: initial values, those that a function writes or those of a fresh module. */
final class InitCases implements Kind {
    @Override
    public void run(Case c) {
        var seed = c.seed();
        if (seed != null) Tensors.manualSeed(seed);
        if (c.has("ctor")) fresh(c);
        else function(c);
    }

    private static void function(Case c) {
        var inputs = c.values().arguments(c.require("inputs"));
        if (c.raises()) {
            Refusal.check(c, () -> Call.function(c.api(), inputs));
            return;
        }
        var result = Call.function(c.api(), inputs);
        Compare.same("result", result, c.values().of(c.require("expected")), c.tolerance());
        var x = inputs.byName().getOrDefault("tensor", NONE);
        if (x instanceof Tensor && c.api().endsWith("_") && result != x)
            Compare.same("tensor", x, c.values().of(c.require("expected")), c.tolerance());
    }

    private static void fresh(Case c) {
        var module = Make.module(c.api(), c.values().arguments(c.require("ctor")));
        State.compare("state dict", module.stateDict(), State.of(c, "expected_state_dict"), c.tolerance());
        var names = c.values().list(c.require("parameter_names"));
        var own = List.<Object>copyOf(module.namedParameters().keySet());
        if (!own.equals(names)) throw new Failed("expected the parameters " + names + ", got " + own);
    }
}
