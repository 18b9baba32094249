package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.AdjustLrFn;
import flambeau.args.LineSearch;
import flambeau.args.LineSearchFn;
import flambeau.args.LrAdjustment;
import flambeau.args.MaxEval;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of an optimiser as PyTorch's {@code optimizer.state_dict()} has it: a dict of {@code state}, by the numbers of parameters, and
 * {@code param_groups}, for {@code flambeau.io.Checkpoint}.
 *
 * {@snippet :
 * Checkpoint.save(PyTorchLayout.write(optimizer), Path.of("optimizer.pt"));
 * PyTorchLayout.read(optimizer, Checkpoint.load(Path.of("optimizer.pt")));
 * }
 */
public final class PyTorchLayout {
    private static final String INITIAL_LR = "initial_lr";
    private static final Set<String> WHOLE = Set.of("ns_steps", "max_iter", "history_size");

    private PyTorchLayout() {}

    /** The state and the options of {@code optimizer}; tensors are shared, not copied. */
    public static Map<String, Object> write(Optimizer optimizer) {
        boolean counts = !(optimizer instanceof SGD || optimizer instanceof Muon); // PyTorch's do not
        var states = new LinkedHashMap<Long, Object>();
        var flat = optimizer.stateDict();
        var groups = new ArrayList<Map<String, @Nullable Object>>();
        for (var group : optimizer.groups()) {
            groups.add(group(group));
            for (var state : group.states) {
                if (optimizer instanceof LBFGS) {
                    var history = HistoryLayout.write(state);
                    if (!history.isEmpty()) states.put((long) state.number, history);
                    continue;
                }
                var own = new LinkedHashMap<String, Object>();
                var step = flat.get("state." + state.number + ".step");
                if (step != null && counts)
                    own.put(
                            "step",
                            step.dtype() == DType.INT64 ? (Object) step.item().longValue() : step);
                for (var name : state.names()) own.put(name, state.get(name));
                if (!own.isEmpty()) states.put((long) state.number, own);
            }
        }
        var dict = new LinkedHashMap<String, Object>();
        dict.put("state", states);
        dict.put("param_groups", groups);
        return dict;
    }

    private static Map<String, @Nullable Object> group(ParamGroup group) {
        var dict = new LinkedHashMap<String, @Nullable Object>();
        for (var option : group.options().all()) {
            var value = OptionValue.of(option);
            if (value == null) continue;
            var word = OptionValue.word(option);
            if (option instanceof AdjustLrFn(var way)) dict.put(word, lower(way));
            else if (option instanceof MaxEval) dict.put(word, (long) LBFGS.mostEvaluations(group));
            else if (option instanceof LineSearchFn(var search)) dict.put(word, search == null ? null : lower(search));
            else if (value.dtype() == DType.BOOL) dict.put(word, value.item().doubleValue() != 0);
            else if (value.dim() == 0)
                dict.put(
                        word,
                        WHOLE.contains(word) && !Double.isNaN(value.item().doubleValue())
                                ? (Object) value.item().longValue()
                                : number(value.item().doubleValue()));
            else
                dict.put(
                        word,
                        Arrays.stream(value.toDoubleArray())
                                .mapToObj(PyTorchLayout::number)
                                .toArray());
        }
        if (!Double.isNaN(group.initialLr)) dict.put(INITIAL_LR, group.initialLr);
        dict.put("foreach", null); // what PyTorch's optimisers look for besides
        dict.put("capturable", false);
        dict.put("differentiable", false);
        dict.put("fused", null);
        var numbers = new ArrayList<Long>();
        for (var state : group.states) numbers.add((long) state.number);
        dict.put("params", numbers);
        return dict;
    }

    private static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : (Object) value;
    }

    /**
     * Takes over what PyTorch, or {@link #write}, has saved.
     *
     * @param optimizer of the same kind, with the same groups
     * @param loaded the dict
     * @throws IllegalArgumentException if it does not fit; nothing is changed then
     */
    public static void read(Optimizer optimizer, @Nullable Object loaded) {
        if (!(loaded instanceof Map<?, ?> dict)
                || !(dict.get("state") instanceof Map<?, ?> states)
                || !(dict.get("param_groups") instanceof List<?> groups))
            throw refusal(optimizer, "has no state and param_groups");
        if (groups.size() != optimizer.groups().size())
            throw refusal(
                    optimizer,
                    "has %d groups, the optimizer has %d"
                            .formatted(groups.size(), optimizer.groups().size()));
        var flat = new LinkedHashMap<String, Tensor>();
        int number = 0;
        for (int i = 0; i < groups.size(); i++) {
            if (!(groups.get(i) instanceof Map<?, ?> group) || !(group.get("params") instanceof List<?> params))
                throw refusal(optimizer, "has no params in group " + i);
            options(optimizer, i, group, flat);
            var numbers = new long[params.size()];
            for (int j = 0; j < numbers.length; j++) {
                numbers[j] = number;
                state(optimizer, number++, states.get(params.get(j)), flat);
            }
            flat.put("param_groups." + i + ".params", tensor((Object) numbers));
        }
        optimizer.loadStateDict(flat);
    }

    private static void options(Optimizer optimizer, int i, Map<?, ?> group, Map<String, Tensor> flat) {
        var prefix = "param_groups." + i + ".";
        checkWords(optimizer, i, group.keySet());
        for (var option : optimizer.groups().get(i).options().all()) {
            var word = OptionValue.word(option);
            if (!group.containsKey(word)) continue;
            Object value = group.get(word);
            if (option instanceof AdjustLrFn)
                value = number(optimizer, word, value == null ? LrAdjustment.ORIGINAL : value, LrAdjustment.values());
            if (option instanceof LineSearchFn && value != null)
                value = number(optimizer, word, value, LineSearch.values());
            flat.put(prefix + word, value(optimizer, word, value));
        }
        if (group.get(INITIAL_LR) instanceof Number lr) flat.put(prefix + INITIAL_LR, f64(lr.doubleValue()));
    }

    /** Refuses options of another optimiser; AdamW is an Adam to PyTorch. */
    private static void checkWords(Optimizer optimizer, int i, Set<?> words) {
        var taken = new HashSet<>(Set.of("decoupled_weight_decay"));
        for (var option : optimizer.groups().get(i).options().all()) taken.add(OptionValue.word(option));
        for (var word : words)
            if (OptionValue.isWord(word.toString()) && !taken.contains(word.toString()))
                throw refusal(optimizer, "is of another optimizer: group %d has %s".formatted(i, word));
    }

    /** The number of a word among those of an enum. */
    private static double number(Optimizer optimizer, String option, Object word, Enum<?>[] words) {
        for (var one : words) if (one == word || lower(one).equals(word)) return one.ordinal();
        throw refusal(optimizer, "has %s = %s".formatted(option, word));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static Tensor value(Optimizer optimizer, String word, @Nullable Object value) {
        return switch (value) {
            case null -> f64(Double.NaN);
            case Boolean flag -> tensor(flag, dtype(DType.BOOL));
            case Number x -> f64(x.doubleValue());
            case Tensor x -> x;
            case List<?> list ->
                tensor(
                        (Object) list.stream()
                                .mapToDouble(x -> x instanceof Number n ? n.doubleValue() : Double.NaN)
                                .toArray(),
                        dtype(DType.FLOAT64));
            default -> throw refusal(optimizer, "has %s = %s".formatted(word, value));
        };
    }

    private static void state(Optimizer optimizer, int number, @Nullable Object state, Map<String, Tensor> flat) {
        if (!(state instanceof Map<?, ?> dict)) return;
        if (optimizer instanceof LBFGS lbfgs) {
            HistoryLayout.read(lbfgs, dict, "state." + number + ".", flat);
            return;
        }
        dict.forEach((name, value) -> {
            if (value != null) flat.put("state." + number + "." + name, value(optimizer, name.toString(), value));
        });
    }

    private static Tensor f64(double value) {
        return tensor(value, dtype(DType.FLOAT64));
    }

    private static IllegalArgumentException refusal(Optimizer optimizer, String what) {
        return new IllegalArgumentException(optimizer.name() + ": the saved state " + what);
    }
}
