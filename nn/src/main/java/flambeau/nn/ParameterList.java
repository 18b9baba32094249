package flambeau.nn;

import flambeau.tensor.Tensor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list of parameters that are found, called "0", "1", ...
 *
 * <p>Source: {@code torch.nn.ParameterList}.
 *
 * {@snippet :
 * final ParameterList weights = new ParameterList(randn(3, 4), randn(4, 5));
 * }
 */
public class ParameterList extends Module implements Iterable<Parameter> {
    private final transient Entries<Parameter> parameters = new Entries<>("ParameterList");

    /**
     * A list of parameters.
     *
     * @param values the entries; a tensor that is no parameter becomes one
     */
    public ParameterList(Tensor... values) {
        for (var value : values) parameters.append(parameter(value));
    }

    private static Parameter parameter(Tensor value) {
        return value instanceof Parameter p ? p : new Parameter(value);
    }

    /** Adds a parameter at the end; a tensor that is no parameter becomes one. */
    public ParameterList append(Tensor value) {
        parameters.append(parameter(value));
        return this;
    }

    /**
     * The parameter at {@code index}; negative ones count from the end.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Parameter get(int index) {
        return parameters.get(index);
    }

    /**
     * Replaces the parameter at {@code index}.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public void set(int index, Tensor value) {
        parameters.set(index, parameter(value));
    }

    /** The number of parameters. */
    public int size() {
        return parameters.size();
    }

    @Override
    public Iterator<Parameter> iterator() {
        return parameters.list().iterator();
    }

    @Override
    LinkedHashMap<String, @Nullable Object> members() {
        var all = super.members();
        all.putAll(parameters.byName());
        return all;
    }

    @Override
    protected String extraRepr() {
        return IntStream.range(0, size())
                .mapToObj(i -> "  (%d): Parameter containing: [%s of size %s]"
                        .formatted(i, get(i).dtype(), Repr.times(get(i).shape())))
                .collect(Collectors.joining("\n"));
    }

    /** Adds parameters at the end; tensors that are no parameters become such. */
    public ParameterList extend(Iterable<? extends Tensor> more) {
        for (var value : more) append(value);
        return this;
    }

    /** A list of the parameters from {@code start} to {@code stop}, exclusive; negative ones count from the end. */
    public ParameterList slice(int start, int stop) {
        return new ParameterList().extend(parameters.slice(start, stop));
    }

    /** Removes and gives the parameter at {@code index}; the others are then called by their places. */
    public Parameter pop(int index) {
        return parameters.remove(index);
    }

    @Override
    public ParameterList deepCopy() {
        return (ParameterList) super.deepCopy();
    }
}
