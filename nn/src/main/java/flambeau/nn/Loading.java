package flambeau.nn;

import static flambeau.args.Args.assign;
import static flambeau.args.Args.given;
import static flambeau.args.Args.strict;

import flambeau.args.Arg;
import flambeau.autograd.GradMode;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a state dict: first all is checked, then all is copied. */
final class Loading {
    private Loading() {}

    static IncompatibleKeys load(Module module, LinkedHashMap<String, Tensor> state, Arg<?>[] args) {
        boolean strict = given(args, strict(true)).value(),
                assign = given(args, assign(false)).value();
        var modules = module.namedModules();
        modules.forEach((path, m) -> m.beforeLoad(state, path.isEmpty() ? "" : path + "."));
        var targets = targets(module, "", new LinkedHashMap<>());
        var lazy = modules.values().stream().filter(Loading::isLazy).toList();
        var missing = new ArrayList<>(targets.keySet());
        missing.removeAll(state.keySet());
        var loaded = new ArrayList<>(targets.keySet());
        loaded.retainAll(state.keySet());
        var unexpected = new ArrayList<>(state.keySet());
        unexpected.removeAll(targets.keySet());
        var faults = new ArrayList<String>();
        if (strict && !missing.isEmpty()) faults.add("missing: " + quoted(missing));
        if (strict && !unexpected.isEmpty()) faults.add("unexpected: " + quoted(unexpected));
        targets.forEach((name, target) -> {
            if (state.containsKey(name)) check(name, target, state.get(name), assign, faults);
        });
        if (!faults.isEmpty())
            throw new IllegalArgumentException("loadStateDict: the state does not fit %s:\n\t%s"
                    .formatted(Repr.name(module), String.join("\n\t", faults)));
        copy(targets, state, assign);
        for (var m : lazy) m.settle();
        var keys = new IncompatibleKeys(missing, unexpected, loaded);
        for (var m : modules.sequencedValues().reversed()) m.afterLoad(keys);
        return keys;
    }

    private static boolean isLazy(Module module) {
        return module.members().values().stream().anyMatch(m -> m instanceof Tensor x && Lazy.isUninitialized(x));
    }

    /** All that a state dict of {@code module} names. */
    private static Map<String, Tensor> targets(Module module, String prefix, Map<String, Tensor> found) {
        module.members().forEach((name, member) -> {
            if (member instanceof Parameter p) found.put(prefix + name, p);
            if (member instanceof Buffer b && b.isPersistent()) found.put(prefix + name, b);
            if (member instanceof Module child) targets(child, prefix + name + ".", found);
        });
        return found;
    }

    private static void check(String name, Tensor target, @Nullable Tensor value, boolean assign, List<String> faults) {
        var sizes = Lazy.awaited(target);
        if (value == null) faults.add("null: \"" + name + '"');
        else if (Lazy.isUninitialized(value)) {
            if (!Lazy.isUninitialized(target)) faults.add("uninitialized: \"" + name + '"');
        } else if (sizes != null) {
            if (!Lazy.fits(value.shape().sizes(), sizes))
                faults.add("size mismatch for %s: the state has %s, the module takes %s, -1 standing for any"
                        .formatted(name, value.shape().text(), Arrays.toString(sizes)));
        } else if (!value.shape().equals(target.shape()))
            faults.add("size mismatch for %s: the state has %s, the module %s"
                    .formatted(name, value.shape().text(), target.shape().text()));
        else if (assign && target.requiresGrad() && !value.dtype().isFloatingPoint())
            faults.add("dtype mismatch for %s: a parameter must be floating, the state has %s"
                    .formatted(name, value.dtype()));
    }

    private static void copy(Map<String, Tensor> targets, Map<String, Tensor> state, boolean assign) {
        try (var _ = GradMode.set(false)) {
            targets.forEach((name, target) -> {
                var value = state.get(name);
                if (value == null || Lazy.isUninitialized(value)) return;
                Lazy.shape(target, value.shape().sizes());
                if (assign) target.setData(value.detach());
                else target.copy_(value);
            });
        }
    }

    private static String quoted(List<String> names) {
        return names.stream().map(n -> '"' + n + '"').collect(Collectors.joining(", "));
    }
}
