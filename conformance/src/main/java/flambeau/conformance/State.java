package flambeau.conformance;

import flambeau.nn.Module;
import flambeau.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** State dicts: tensors by name. */
final class State {
    private State() {}

    /** The tensors whose keys a field gives by their names. */
    static Map<String, Tensor> of(Case c, String field) {
        var all = new LinkedHashMap<String, Tensor>();
        var json = c.get(field);
        if (json != null)
            json.properties()
                    .forEach(entry -> all.put(
                            entry.getKey(), c.values().tensor(entry.getValue().textValue())));
        return all;
    }

    static Map<String, Tensor> copy(Map<String, Tensor> state) {
        var all = new LinkedHashMap<String, Tensor>();
        state.forEach((name, value) -> all.put(name, value.clone()));
        return all;
    }

    /** The parameter or buffer of this name. */
    static Tensor find(Module module, String name) {
        Tensor buffer = module.namedBuffers().get(name),
                saved = module.stateDict().get(name);
        if (buffer == null && saved == null) throw new Failed("no parameter or buffer in the module: " + name);
        return buffer != null ? buffer : Objects.requireNonNull(saved);
    }

    /** Fails if a tensor has changed that is not in {@code but}. */
    static void unchanged(Map<String, Tensor> now, Map<String, Tensor> before, Map<String, Tensor> but) {
        before.forEach((name, value) -> {
            if (!but.containsKey(name)) Compare.unchanged(name, Objects.requireNonNull(now.get(name)), value);
        });
    }

    static void compare(String what, Map<String, Tensor> got, Map<String, Tensor> expected, Tolerance tolerance) {
        if (!List.copyOf(got.keySet()).equals(List.copyOf(expected.keySet())))
            throw new Failed("%s: expected %s, got %s".formatted(what, expected.keySet(), got.keySet()));
        expected.forEach((name, value) ->
                Compare.same(what + ", " + name, Objects.requireNonNull(got.get(name)), value, tolerance));
    }
}
