package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;

import flambeau.array.DType;
import flambeau.nn.Module;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/** State and options of an optimiser as named tensors, and back. */
final class StateDict {
    private static final String STEP = "step";
    private static final String INITIAL_LR = "initial_lr";

    private StateDict() {}

    /** The names of parameters by their numbers. */
    static Function<State, String> numbers() {
        return state -> Integer.toString(state.number);
    }

    /** The names that parameters have in a model. */
    static Function<State, String> names(Optimizer optimizer, Module model) {
        var names = new IdentityHashMap<Tensor, String>();
        model.namedParameters().forEach((name, p) -> names.put(p, name));
        return state -> {
            var name = names.get(state.parameter);
            if (name == null)
                throw new IllegalArgumentException("%s: parameter %d (%s) is none of the model's"
                        .formatted(optimizer.name(), state.number, state.parameter.describe()));
            return name;
        };
    }

    static SequencedMap<String, Tensor> of(Optimizer optimizer, Function<State, String> names) {
        var dict = new LinkedHashMap<String, Tensor>();
        for (var group : optimizer.groups())
            for (var state : group.states) {
                var prefix = "state." + names.apply(state) + ".";
                if (state.step > 0) dict.put(prefix + STEP, tensor(state.step, dtype(optimizer.stepType())));
                for (var name : state.names()) dict.put(prefix + name, state.get(name));
            }
        for (int i = 0; i < optimizer.groups().size(); i++) {
            var group = optimizer.groups().get(i);
            var prefix = "param_groups." + i + ".";
            for (var option : group.options().all()) {
                var value = OptionValue.of(option);
                if (value != null) dict.put(prefix + OptionValue.word(option), value);
            }
            if (!Double.isNaN(group.initialLr))
                dict.put(prefix + INITIAL_LR, tensor(group.initialLr, dtype(DType.FLOAT64)));
            var numbers = Arrays.stream(group.states).mapToLong(s -> s.number).toArray();
            dict.put(prefix + "params", tensor((Object) numbers));
        }
        return dict;
    }

    static void load(Optimizer optimizer, Map<String, Tensor> dict, Function<State, String> names) {
        var rest = new LinkedHashMap<>(dict);
        var options = new ArrayList<Options>();
        var states = new ArrayList<State>();
        var initialLrs = new ArrayList<Double>();
        for (int i = 0; i < optimizer.groups().size(); i++) {
            var group = optimizer.groups().get(i);
            var initialLr = rest.remove("param_groups." + i + "." + INITIAL_LR);
            initialLrs.add(
                    initialLr == null ? group.initialLr : initialLr.item().doubleValue());
            options.add(options(optimizer, i, rest));
            for (var state : group.states)
                states.add(state(optimizer, state, "state." + names.apply(state) + ".", rest));
        }
        for (var name : rest.keySet()) throw refusal(optimizer, "has an entry that does not belong here: " + name);
        var next = states.iterator();
        for (int i = 0; i < options.size(); i++) {
            var group = optimizer.groups().get(i);
            group.replace(options.get(i));
            group.initialLr = initialLrs.get(i);
            Arrays.setAll(group.states, _ -> next.next());
        }
    }

    private static Options options(Optimizer optimizer, int number, Map<String, Tensor> rest) {
        var group = optimizer.groups().get(number);
        var prefix = "param_groups." + number + ".";
        var params = rest.remove(prefix + "params");
        if (params == null) throw refusal(optimizer, "has no group " + number);
        if (params.numel() != group.params().size())
            throw refusal(
                    optimizer,
                    "has %d parameters in group %d, the optimizer has %d"
                            .formatted(params.numel(), number, group.params().size()));
        var options = group.options();
        for (var option : options.all()) {
            var value = rest.remove(prefix + OptionValue.word(option));
            if (value != null) options = options.with(OptionValue.read(prefix, option, value));
        }
        optimizer.check(options);
        return options;
    }

    private static State state(Optimizer optimizer, State old, String prefix, Map<String, Tensor> rest) {
        var p = old.parameter;
        var state = new State(old.group(), p, old.number);
        var values = take(prefix, rest);
        if (values.isEmpty()) return state;
        optimizer.init(p, state);
        state.isMade = true;
        for (var name : state.names())
            if (!values.containsKey(name)) throw refusal(optimizer, "has no " + prefix + name);
        values.forEach((name, value) -> {
            if (name.equals(STEP)) {
                state.step = steps(optimizer, prefix, value);
                return;
            }
            var like = optimizer.isStateFree() ? value : state.has(name) ? state.get(name) : p;
            var shape = like.shape();
            if (!value.shape().equals(shape))
                throw refusal(
                        optimizer,
                        "has %s%s of shape %s, expected %s"
                                .formatted(prefix, name, value.shape().text(), shape.text()));
            state.put(name, value.detach().to(like.dtype()).clone());
        });
        return state;
    }

    private static long steps(Optimizer optimizer, String prefix, Tensor value) {
        double steps = value.numel() == 1 ? value.item().doubleValue() : -1;
        if (steps >= 0) return (long) steps;
        throw refusal(optimizer, "has %sstep = %s, expected a number of steps".formatted(prefix, value));
    }

    /** The entries that begin with {@code prefix}, without it; they leave {@code dict}. */
    private static Map<String, Tensor> take(String prefix, Map<String, Tensor> dict) {
        var taken = new LinkedHashMap<String, Tensor>();
        dict.forEach((key, value) -> {
            if (key.startsWith(prefix)) taken.put(key.substring(prefix.length()), value);
        });
        dict.keySet().removeIf(key -> key.startsWith(prefix));
        return taken;
    }

    private static IllegalArgumentException refusal(Optimizer optimizer, String what) {
        return new IllegalArgumentException(optimizer.name() + ": the state dict " + what);
    }
}
