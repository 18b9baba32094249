package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import com.fasterxml.jackson.databind.JsonNode;
import flambeau.args.Arg;
import flambeau.optim.Optimizer;
import flambeau.optim.ParamGroups;
import flambeau.tensor.SparseGradient;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The kind {@code optim}: ten steps with given gradients or a closure. */
final class OptimizerCases implements Kind {
    private static final int STEPS = 10;

    @Override
    public void run(Case c) {
        if (c.raises()) Refusal.check(c, () -> new Course(c).run());
        else new Course(c).run();
    }

    /** An optimiser over groups of parameters, each with options of its own. */
    static Optimizer optimizer(String api, List<List<Tensor>> groups, List<Arguments> options, Arguments ctor) {
        var type = Names.type(api, "class");
        boolean plain =
                groups.size() < 2 && options.stream().allMatch(o -> o.byName().isEmpty());
        Object params =
                plain ? List.copyOf(groups.isEmpty() ? List.of() : groups.getFirst()) : groups(type, groups, options);
        var arguments = Arguments.of(Map.of("params", params));
        for (var entry : ctor.byName().entrySet()) arguments = arguments.with(entry.getKey(), entry.getValue());
        if (Make.object(type, api, arguments) instanceof Optimizer optimizer) return optimizer;
        throw new Failed(api + " is no optimizer");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object groups(Class<?> type, List<List<Tensor>> groups, List<Arguments> options) {
        var all = new ArrayList<ParamGroups<Object>>();
        for (int i = 0; i < groups.size(); i++)
            all.add(ParamGroups.group(groups.get(i), options(type, options.get(i))));
        return ParamGroups.groups(all.toArray(new ParamGroups[0]));
    }

    /** The options of an optimiser of class {@code type}. */
    @SuppressWarnings("unchecked")
    static Arg<Object>[] options(Class<?> type, Arguments options) {
        var all = new ArrayList<Arg<?>>();
        options.byName().forEach((name, value) -> {
            var factories = Keywords.taken(name, type);
            if (factories.isEmpty()) throw new Unmapped("no parameter: " + name, false);
            var fit = Keywords.option(factories, value);
            if (fit == null) throw new Unmapped("no overload: " + name + ": " + Values.type(value), true);
            all.add((Arg<?>) Objects.requireNonNull(fit.value()));
        });
        return (Arg<Object>[]) all.toArray(Arg<?>[]::new);
    }

    /** One run of a case. */
    private static final class Course {
        private final Case c;
        private final Map<String, Tensor> params;
        private final Map<String, Object> data;
        private final Optimizer optimizer;
        private final List<String> order = new ArrayList<>();

        Course(Case c) {
            this.c = c;
            params = State.of(c, "params");
            params.values().forEach(Tensor::requiresGrad_);
            data = c.values().map(c.get("tensors"));
            var groups = new ArrayList<List<Tensor>>();
            var options = new ArrayList<Arguments>();
            for (var group : c.require("param_groups")) {
                var names = new ArrayList<String>();
                group.get("params").forEach(name -> names.add(name.textValue()));
                order.addAll(names);
                groups.add(names.stream()
                        .map(name -> Objects.requireNonNull(params.get(name)))
                        .toList());
                options.add(c.values().arguments(group.get("options")));
            }
            optimizer = optimizer(c.api(), groups, options, c.values().arguments(c.require("ctor")));
        }

        void run() {
            var expected = c.get("expected_params");
            for (int step = 1; step <= STEPS; step++) {
                set(step);
                step(step);
                var state = expected == null ? null : expected.get(Integer.toString(step));
                if (state != null) compare(step, state);
            }
            if (c.has("expected_optimizer_state")) compareState();
        }

        private void set(int step) {
            var events = c.get("events");
            if (events == null) return;
            for (var event : events) {
                if (event.get("before_step").intValue() != step) continue;
                var group = optimizer.groups().get(event.get("group").intValue());
                for (var option : options(optimizer.getClass(), c.values().arguments(event.get("set"))))
                    group.set(option);
            }
        }

        private void step(int step) {
            if (c.has("closure")) {
                var loss = optimizer.step(closure());
                var expected = c.values().of(c.require("expected_losses").get(step - 1));
                Compare.same("loss of step " + step, loss.item(), expected, c.tolerance());
                return;
            }
            var grads = c.get("grads");
            if (grads != null) c.values().map(grads.get(step - 1)).forEach(this::setGrad);
            optimizer.step();
        }

        private void setGrad(String name, Object grad) {
            var p = Objects.requireNonNull(params.get(name));
            switch (grad) {
                case Tensor dp -> p.setGrad(dp);
                case Given.Sparse sparse ->
                    p.setSparseGrad(new SparseGradient(sparse.indices(), sparse.values(), p.shape()));
                default -> p.setGrad(null);
            }
        }

        private Supplier<Tensor> closure() {
            boolean leastSquares = c.text("closure").equals("least_squares");
            return () -> {
                optimizer.zeroGrad();
                var loss = leastSquares ? leastSquares() : rosenbrock();
                loss.backward();
                return loss;
            };
        }

        private Tensor leastSquares() {
            var a = (Tensor) Objects.requireNonNull(data.get("A"));
            var y = (Tensor) Objects.requireNonNull(data.get("y"));
            return a.matmul(param("w")).add(param("c")).sub(y).square().mean();
        }

        private Tensor rosenbrock() {
            var p = param("p");
            var p0 = p.get(0);
            return p.get(1).sub(p0.square()).square().mul(100).add(p0.rsub(1).square());
        }

        private Tensor param(String name) {
            return Objects.requireNonNull(params.get(name));
        }

        private void compare(int step, JsonNode state) {
            for (var entry : state.properties())
                Compare.same(
                        entry.getKey() + " after step " + step,
                        param(entry.getKey()).detach(),
                        c.values().tensor(entry.getValue().textValue()),
                        c.tolerance());
        }

        private void compareState() {
            var own = new LinkedHashMap<String, Tensor>(optimizer.stateDict());
            c.require("expected_optimizer_state").properties().forEach(entry -> {
                var prefix = "state." + order.indexOf(entry.getKey()) + '.';
                c.values().map(entry.getValue()).forEach((name, expected) -> {
                    if (expected == NONE) return;
                    Object got = own.get(prefix + name);
                    if (got == null) throw new Failed("no state: %s of %s".formatted(name, entry.getKey()));
                    if (!(expected instanceof Tensor)) got = ((Tensor) got).item();
                    Compare.same(name + " of " + entry.getKey(), got, expected, c.tolerance());
                });
            });
        }
    }
}
