package flambeau.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An operation that was recorded, or the place where the gradient of a leaf accumulates. */
public final class Node<V extends Variable<V>> {
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final long LEAF = -1; // visited last, when all its gradients are there

    /** The gradients of {@code targets} (null: needs none), computed together. */
    record Step<V extends Variable<V>>(List<@Nullable Node<V>> targets, Backward.Joint<V> function) {}

    private long number; // in the order in which operations were complete
    final long time;
    private final Form<V> form;
    final @Nullable V leaf;
    private final String name;
    private List<Step<V>> steps = new ArrayList<>(2);
    private boolean consumed;

    @Nullable
    List<Function<V, @Nullable V>> hooks;

    @Nullable
    V retains; // the variable that wants to see its gradient although it is no leaf

    /** The node of an operation with result {@code y}. */
    Node(String name, V y) {
        this.time = y.time();
        this.form = y.form();
        this.name = name;
        this.leaf = null;
    }

    /** The node that accumulates into {@code leaf}. */
    Node(V leaf) {
        this.number = LEAF;
        this.time = 0;
        this.form = leaf.form();
        this.name = "AccumulateGrad";
        this.leaf = leaf;
    }

    /** What gradients that arrive here look like; a leaf may have changed its own since, by {@code setData}. */
    Form<V> form() {
        return leaf == null ? form : leaf.form();
    }

    /** Takes the next number: all nodes of inputs have theirs, also those that were made anew for views. */
    void number() {
        number = NUMBER.incrementAndGet();
    }

    /** Nodes with larger numbers are visited first. */
    long rank() {
        return number;
    }

    void add(Step<V> step) {
        steps.add(step);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What is to be done with a gradient of the result. */
    List<Step<V>> steps() {
        if (consumed)
            throw new IllegalStateException(
                    "backward: the graph was consumed by an earlier backward; give that one retainGraph(true) (at "
                            + name() + ")");
        return steps;
    }

    /** Forgets the functions and all that they keep. */
    void consume() {
        if (leaf != null) return;
        steps = List.of();
        consumed = true;
    }

    /** PyTorch's name, as {@code AddBackward0}. */
    public String name() {
        return name;
    }

    /** The nodes of the inputs, in their order; null for an input that needs no gradient. */
    public List<@Nullable Node<V>> nextFunctions() {
        var next = new ArrayList<@Nullable Node<V>>();
        for (var step : steps) next.addAll(step.targets());
        return java.util.Collections.unmodifiableList(next);
    }

    /** The name in angle brackets, as {@code <AddBackward0>}. */
    @Override
    public String toString() {
        return "<" + name() + ">";
    }
}
