package flambeau.conformance;

import flambeau.args.Betas;
import flambeau.args.Momentum;
import flambeau.optim.Optimizer;
import flambeau.optim.ParamGroup;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kind {@code scheduler}: the learning rates of thirty rounds. */
final class SchedulerCases implements Kind {
    @Override
    public void run(Case c) {
        var optimizer = optimizer(c);
        if (c.raises()) {
            Refusal.check(c, () -> scheduler(c.api(), c.values().arguments(c.require("ctor_spec")), optimizer));
            return;
        }
        var scheduler = scheduler(c.api(), c.values().arguments(c.require("ctor_spec")), optimizer);
        var steps = c.get("step_args");
        compare(c, optimizer, 0);
        for (int k = 1; k < c.require("expected_lrs").size(); k++) {
            optimizer.step();
            var given = steps == null
                    ? Map.<String, Object>of()
                    : Map.of(argument(c), c.values().of(steps.get(k - 1)));
            Call.method(c.api() + ".step", scheduler, "step", Arguments.of(given));
            compare(c, optimizer, k);
        }
    }

    private static String argument(Case c) {
        return c.api().endsWith("ReduceLROnPlateau") ? "metrics" : "epoch";
    }

    private static Optimizer optimizer(Case c) {
        var spec = c.require("optimizer");
        var groups = new ArrayList<List<Tensor>>();
        var options = new ArrayList<Arguments>();
        for (var group : spec.get("param_groups")) {
            var p = Tensors.zeros(1).requiresGrad_();
            p.setGrad(Tensors.zeros(1));
            groups.add(List.of(p));
            options.add(c.values().arguments(group));
        }
        var ctor = c.values().arguments(spec.get("ctor"));
        return OptimizerCases.optimizer(spec.get("api").textValue(), groups, options, ctor);
    }

    private static Object scheduler(String api, Arguments spec, Optimizer optimizer) {
        var all = new LinkedHashMap<String, Object>();
        if (!api.endsWith("ChainedScheduler")) all.put("optimizer", optimizer);
        spec.byName().forEach((name, value) -> all.put(name, built(value, optimizer)));
        return Make.object(api, new Arguments(all));
    }

    private static Object built(Object value, Optimizer optimizer) {
        return switch (value) {
            case Given.Scheduler(var api, var ctor) -> scheduler(api, ctor, optimizer);
            case List<?> list ->
                list.stream().map(entry -> built(entry, optimizer)).toList();
            default -> value;
        };
    }

    private static void compare(Case c, Optimizer optimizer, int k) {
        var lrs = new ArrayList<Object>();
        for (var group : optimizer.groups()) lrs.add(group.lr());
        Compare.same(
                "lr of round " + k, lrs, c.values().of(c.require("expected_lrs").get(k)), c.tolerance());
        var momentum = c.get("expected_momentum");
        if (momentum == null) return;
        var own = new ArrayList<Object>();
        for (var group : optimizer.groups()) own.add(momentum(optimizer, group));
        Compare.same("momentum of round " + k, own, c.values().of(momentum.get(k)), c.tolerance());
    }

    private static double momentum(Optimizer optimizer, ParamGroup group) {
        if (optimizer instanceof Momentum.Taker)
            return group.get(Momentum.class).value();
        return group.get(Betas.class).beta1();
    }
}
