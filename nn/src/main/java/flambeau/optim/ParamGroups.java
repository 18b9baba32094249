package flambeau.optim;

import flambeau.args.Arg;
import flambeau.args.WeightDecay;
import flambeau.nn.Module;
import flambeau.tensor.Tensor;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Parameters in groups, each with options of its own, for an optimiser of type {@code T}. What a group does not say
 * comes from the optimiser's options. An option that {@code T} does not take does not compile.
 *
 * {@snippet :
 * var optimizer = new SGD(groups(group(biases), group(weights, lr(1e-2))), lr(1e-5));
 * }
 *
 * @param <T> the optimiser, or anything above it that takes the options
 */
@SuppressWarnings("UnusedTypeParameter") // it is what lets the compiler check the options
public final class ParamGroups<T> {
    /** One group as it was written. */
    record Group(List<Tensor> params, Arg<?>[] options) {}

    final List<Group> groups;

    private ParamGroups(List<Group> groups) {
        this.groups = groups;
    }

    /**
     * One group.
     *
     * @param params the parameters, in the order of their state
     * @param args options that differ from those of the optimiser
     */
    @SafeVarargs
    public static <T> ParamGroups<T> group(List<? extends Tensor> params, Arg<? super T>... args) {
        for (var p : params) if (p == null) throw new IllegalArgumentException("group: a parameter must not be null");
        return new ParamGroups<>(List.of(new Group(List.copyOf(params), args.clone())));
    }

    /** Several groups, in this order. */
    @SafeVarargs
    public static <T> ParamGroups<T> groups(ParamGroups<? super T>... groups) {
        return new ParamGroups<>(
                Stream.of(groups).flatMap(g -> g.groups.stream()).toList());
    }

    /**
     * The parameters of a model in two groups: weights, which decay, and those that should not: biases and the parameters of normalisations,
     * which have fewer than two dimensions.
     *
     * {@snippet :
     * var optimizer = new AdamW(noDecayOnBiasAndNorm(model, 0.05), lr(3e-4));
     * }
     *
     * @param weightDecay of the weights
     */
    public static <T extends WeightDecay.Taker> ParamGroups<T> noDecayOnBiasAndNorm(Module model, double weightDecay) {
        var all = model.parameters();
        return groups(
                group(all.stream().filter(p -> p.dim() >= 2).toList(), new WeightDecay(weightDecay)),
                group(all.stream().filter(p -> p.dim() < 2).toList(), new WeightDecay(0)));
    }

    /**
     * Checks that each parameter of a model that is trained is in one group and no other.
     *
     * @return these
     * @throws IllegalArgumentException if one is in none, or in two, with a list of all such
     */
    public ParamGroups<T> checkComplete(Module model) {
        var found = new IdentityHashMap<Tensor, Integer>();
        for (var group : groups) for (var p : group.params) found.merge(p, 1, Integer::sum);
        var wrong = new StringJoiner(", ");
        model.namedParameters().forEach((name, p) -> {
            int times = found.getOrDefault(p, 0);
            if (times > 1) wrong.add("%s is in %d groups".formatted(name, times));
            if (times == 0 && p.requiresGrad()) wrong.add(name + " is in no group");
        });
        if (wrong.length() > 0) throw new IllegalArgumentException("groups: " + wrong);
        return this;
    }
}
