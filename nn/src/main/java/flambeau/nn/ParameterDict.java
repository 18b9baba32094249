package flambeau.nn;

import flambeau.args.Named;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parameters by name that are found, in the order in which they were added.
 *
 * <p>Source: {@code torch.nn.ParameterDict}.
 *
 * {@snippet :
 * final ParameterDict sides = new ParameterDict(named("left", randn(5, 10)), named("right", randn(5, 10)));
 * }
 */
public class ParameterDict extends Module {
    private final transient Entries<Parameter> parameters = new Entries<>("ParameterDict");

    /**
     * Parameters with names.
     *
     * @param values the entries; a tensor that is no parameter becomes one
     * @throws IllegalArgumentException if a name is empty, has a dot or comes twice
     */
    @SafeVarargs
    public ParameterDict(Named<? extends Tensor>... values) {
        for (var value : values) parameters.add(value.name(), parameter(value.value()));
    }

    private static Parameter parameter(Tensor value) {
        return value instanceof Parameter p ? p : new Parameter(value);
    }

    /**
     * The parameter called {@code name}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Parameter get(String name) {
        return parameters.get(name);
    }

    /**
     * Adds or replaces a parameter; a tensor that is no parameter becomes one.
     *
     * @throws IllegalArgumentException if the name is empty, has a dot or is that of a field
     */
    public void put(String name, Tensor value) {
        if (!parameters.byName().containsKey(name)) checkFree(name);
        parameters.put(name, parameter(value));
    }

    /**
     * Removes a parameter: PyTorch's {@code pop}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Parameter remove(String name) {
        var removed = parameters.get(name);
        parameters.byName().remove(name);
        return removed;
    }

    /** Whether a parameter is called {@code name}. */
    public boolean containsKey(String name) {
        return parameters.byName().containsKey(name);
    }

    /** The number of parameters. */
    public int size() {
        return parameters.size();
    }

    /** The names. */
    public Set<String> keySet() {
        return Collections.unmodifiableSet(parameters.byName().keySet());
    }

    /** The parameters. */
    public Collection<Parameter> values() {
        return Collections.unmodifiableCollection(parameters.byName().values());
    }

    @Override
    LinkedHashMap<String, @Nullable Object> members() {
        var all = super.members();
        all.putAll(parameters.byName());
        return all;
    }

    @Override
    protected String extraRepr() {
        return parameters.byName().entrySet().stream()
                .map(e -> "  (%s): Parameter containing: [%s of size %s]"
                        .formatted(
                                e.getKey(),
                                tensorType(e.getValue().dtype()),
                                Repr.times(e.getValue().shape())))
                .collect(Collectors.joining("\n"));
    }

    private static String tensorType(DType dtype) {
        return "torch."
                + switch (dtype) {
                    case FLOAT64 -> "DoubleTensor";
                    case FLOAT16 -> "HalfTensor";
                    case BFLOAT16 -> "BFloat16Tensor";
                    default -> "FloatTensor";
                };
    }

    /** The parameter called {@code name}, or {@code otherwise} if there is none. */
    public @Nullable Parameter get(String name, @Nullable Parameter otherwise) {
        return containsKey(name) ? get(name) : otherwise;
    }

    /** The parameter called {@code name}; if there is none, {@code value} is added. */
    public Parameter setdefault(String name, Tensor value) {
        if (!containsKey(name)) put(name, value);
        return get(name);
    }

    /** Removes and gives a parameter; see {@link #remove}. */
    public Parameter pop(String name) {
        return remove(name);
    }

    /**
     * Removes and gives the parameter that was added last, with its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Named<Parameter> popitem() {
        if (size() == 0) throw new IllegalArgumentException("ParameterDict: has no entry to remove");
        var name = keySet().stream().reduce("", (_, last) -> last);
        return new Named<>(name, remove(name));
    }

    /** Removes all parameters. */
    public void clear() {
        parameters.byName().clear();
    }

    /** The names. */
    public Set<String> keys() {
        return keySet();
    }

    /** Names and parameters. */
    public Set<Map.Entry<String, Parameter>> items() {
        return Collections.unmodifiableMap(parameters.byName()).entrySet();
    }

    /** Adds or replaces parameters; tensors that are no parameters become such. */
    public void update(Map<String, ? extends Tensor> more) {
        more.forEach(this::put);
    }

    /** Adds or replaces parameters. */
    public void update(ParameterDict more) {
        for (var entry : more.items()) put(entry.getKey(), entry.getValue());
    }

    /** Another dict of the same parameters. */
    public ParameterDict copy() {
        var copy = new ParameterDict();
        copy.update(this);
        return copy;
    }

    /** Another dict of the same parameters and those of {@code more}: Python's {@code |}. */
    public ParameterDict or(ParameterDict more) {
        var both = copy();
        both.update(more);
        return both;
    }

    /** A dict of {@code value} under all these names. */
    public static ParameterDict fromkeys(Iterable<String> names, Tensor value) {
        var all = new ParameterDict();
        for (var name : names) all.put(name, value);
        return all;
    }

    @Override
    public ParameterDict deepCopy() {
        return (ParameterDict) super.deepCopy();
    }
}
