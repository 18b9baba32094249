package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.stack;
import static flambeau.tensor.Tensors.tensor;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state of {@link LBFGS} as PyTorch has it: numbers that are no tensors, and a history in lists. */
final class HistoryLayout {
    private static final Set<String> COUNTS = Set.of("func_evals", "n_iter");
    private static final Set<String> NUMBERS = Set.of("t", "H_diag", "prev_loss");
    private static final Set<String> COMPUTED = Set.of("ro", "al");
    private static final Set<String> LISTS = Set.of("old_dirs", "old_stps");

    private HistoryLayout() {}

    static Map<String, Object> write(State state) {
        var dict = new LinkedHashMap<String, Object>();
        for (var name : state.names()) {
            var value = state.get(name);
            if (COUNTS.contains(name)) dict.put(name, value.item().longValue());
            else if (NUMBERS.contains(name)) dict.put(name, value.item().doubleValue());
            else dict.put(name, LISTS.contains(name) ? List.copyOf(value.unbind()) : value);
        }
        if (dict.isEmpty()) return dict;
        for (var name : LISTS) dict.putIfAbsent(name, List.of());
        dict.put("ro", state.has("old_dirs") ? curvatures(state) : List.of());
        return dict;
    }

    /** Of each step in the history. */
    private static List<Tensor> curvatures(State state) {
        var all = state.get("old_dirs").mul(state.get("old_stps"));
        return List.copyOf(all.sum(1).reciprocal().unbind());
    }

    /** Puts the state into {@code flat}; what can be computed from the rest is not read. */
    static void read(LBFGS optimizer, Map<?, ?> dict, String prefix, Map<String, Tensor> flat) {
        dict.forEach((key, value) -> {
            var name = key.toString();
            if (LISTS.contains(name) && value instanceof List<?> list) {
                if (!list.isEmpty()) flat.put(prefix + name, stack(tensors(optimizer, name, list)));
            } else if (value instanceof Tensor x) flat.put(prefix + name, x);
            else if (value instanceof Number x) flat.put(prefix + name, tensor(x.doubleValue(), dtype(DType.FLOAT64)));
            else if (value != null && !COMPUTED.contains(name)) throw refusal(optimizer, name, value);
        });
    }

    private static List<Tensor> tensors(LBFGS optimizer, String name, List<?> list) {
        if (!list.stream().allMatch(Tensor.class::isInstance)) throw refusal(optimizer, name, list);
        return list.stream().map(Tensor.class::cast).toList();
    }

    private static IllegalArgumentException refusal(LBFGS optimizer, String name, Object value) {
        return new IllegalArgumentException("%s: the saved state has %s = %s".formatted(optimizer.name(), name, value));
    }
}
