package flambeau.optim;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import flambeau.tensor.Updates;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an optimiser keeps for one parameter: a few tensors by name, and the number of steps. */
public final class State {
    final Tensor parameter;
    final int number; // of the parameter, counted through all groups

    @Nullable
    Tensor gradient; // lent for the step that is under way

    boolean isMade;
    long step;
    private final ParamGroup group;
    private String[] names = {};
    private Tensor[] tensors = {};
    private Shape shape; // of the parameter, when the state was made
    private DType dtype;

    State(ParamGroup group, Tensor parameter, int number) {
        this.group = group;
        this.parameter = parameter;
        this.number = number;
        shape = parameter.shape();
        dtype = parameter.dtype();
    }

    /** The group of the parameter, with its options. */
    public ParamGroup group() {
        return group;
    }

    /** The number of the step that is under way, from 1; steps without a gradient for this parameter do not count. */
    public long step() {
        return step;
    }

    /** Whether there is a tensor of this name. */
    public boolean has(String name) {
        return find(name) >= 0;
    }

    /**
     * The tensor of this name.
     *
     * @throws IllegalStateException if there is none
     */
    public Tensor get(String name) {
        int at = find(name);
        if (at < 0) throw new IllegalStateException("the optimizer's state has no " + name);
        return tensors[at];
    }

    /** The number that the tensor of this name holds. */
    double number(String name) {
        return get(name).item().doubleValue();
    }

    /**
     * Keeps a tensor, beyond the end of any memory scope. It is saved under this name, by PyTorch's word if there is
     * one.
     *
     * @return {@code tensor}
     */
    public Tensor put(String name, Tensor tensor) {
        int at = find(name);
        if (at < 0) {
            at = names.length;
            names = Arrays.copyOf(names, at + 1);
            tensors = Arrays.copyOf(tensors, at + 1);
            names[at] = name;
        }
        tensors[at] = Updates.keep(tensor);
        shape = parameter.shape();
        dtype = parameter.dtype();
        return tensor;
    }

    /** The names of all tensors, in the order in which they were put. */
    List<String> names() {
        return List.of(names);
    }

    /** Whether the parameter still has the shape and dtype for which the tensors were made. */
    boolean fits() {
        return names.length == 0
                || parameter.dtype() == dtype && parameter.shape().equals(shape);
    }

    private int find(String name) {
        for (int i = 0; i < names.length; i++) if (names[i].equals(name)) return i; // a handful: faster than a map
        return -1;
    }
}
