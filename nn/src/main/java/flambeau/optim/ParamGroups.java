package flambeau.optim;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;
import java.util.List;
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
}
