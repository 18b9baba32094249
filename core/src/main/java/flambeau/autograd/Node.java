package flambeau.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An operation that was recorded, or the place where the gradient of a leaf accumulates. */
public final class Node<V extends Variable<V>> {
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final long LEAF = -1; // visited last, when all its gradients are there

    /** The gradients of some targets, computed together. */
    static final class Step<V extends Variable<V>> {
        final List<@Nullable Node<V>> targets; // null: needs none
        final boolean isForeign; // whether a user wrote the function, who may keep what it sees and makes

        Backward.@Nullable Several<V> function; // null: only the targets are known

        Step(List<@Nullable Node<V>> targets, Backward.@Nullable Several<V> function, boolean isForeign) {
            this.targets = targets;
            this.function = function;
            this.isForeign = isForeign;
        }
    }

    private long number; // in the order in which operations were complete, and leaves were first used
    final long time;
    private final @Nullable Form<V> form; // null: of several results, which have nodes of their own
    final @Nullable V leaf;
    final @Nullable Node<V> maker; // of one of several results: the operation
    final int outputNr;
    private String name; // until others see this it may change
    private int variant; // of PyTorch's operation of this name; -1: the name is whole
    private final List<Step<V>> steps = new ArrayList<>(2);
    private List<Form<V>> forms = List.of(); // of several results
    private boolean consumed;
    final @Nullable Trace trace = Trace.ofThisCall();

    volatile @Nullable Hooks<Function<V, @Nullable V>> hooks; // of the gradient that arrives

    private volatile @Nullable Hooks<NodeHook<V>> after;
    private volatile @Nullable Hooks<NodePrehook<V>> before;
    private @Nullable Map<String, Object> metadata;

    @Nullable
    V retains; // the variable that wants to see its gradient although it is no leaf

    private Node(
            String name,
            int variant,
            long time,
            @Nullable Form<V> form,
            @Nullable V leaf,
            @Nullable Node<V> maker,
            int nr) {
        this.name = name;
        this.variant = variant;
        this.time = time;
        this.form = form;
        this.leaf = leaf;
        this.maker = maker;
        this.outputNr = nr;
    }

    /** The node of an operation with result {@code y}. */
    Node(String name, int variant, V y) {
        this(name, variant, y.time(), y.form(), null, null, 0);
    }

    /** The node of an operation with several results at this time. */
    Node(String name, int variant, long time) {
        this(name, variant, time, null, null, null, 0);
    }

    /** The node that accumulates into {@code leaf}. */
    Node(V leaf) {
        this("AccumulateGrad", -1, 0, leaf.form(), leaf, null, 0);
        number();
    }

    /** Makes {@code ys} the results of this operation; null: one that takes no gradient. */
    void makes(List<? extends @Nullable V> ys, List<Form<V>> all) {
        forms = all;
        number();
        for (int i = 0; i < ys.size(); i++) {
            var y = ys.get(i);
            if (y == null) continue;
            var slot = new Node<>(name, variant, time, y.form(), null, this, i);
            slot.number();
            y.madeBy(slot);
        }
    }

    /** What gradients that arrive here look like; a leaf may have changed its own since, by {@code setData}. */
    Form<V> form() {
        var mine = leaf == null ? form : leaf.form();
        if (mine == null) throw new AssertionError("several results have no common form");
        return mine;
    }

    /** The forms of several results; empty for one. */
    List<Form<V>> forms() {
        return forms;
    }

    /** Takes the next number: all nodes of inputs have theirs, also those that were made anew for views. */
    void number() {
        number = NUMBER.incrementAndGet();
    }

    /** The last number that was taken. */
    static long lastNumber() {
        return NUMBER.get();
    }

    /** Nodes with larger numbers are visited first. */
    long rank() {
        return leaf == null ? number : LEAF;
    }

    /** Cheaper than that of other objects, which a backward pass would make and write down for each node. */
    @Override
    public int hashCode() {
        return Long.hashCode(number);
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
                    "backward: what %s had saved was given back by an earlier backward; to go through the graph a second time, give that one retainGraph(true)"
                            .formatted(name()));
        return steps;
    }

    /** Whether another pass may call the functions although they read tensors: a user's, who keeps none for it. */
    boolean savesNothing() {
        for (var step : steps) if (step.function == null || !step.function.savesNothing()) return false;
        return true;
    }

    /** Forgets the functions and all that they keep; where gradients went stays known. */
    void consume() {
        if (leaf != null) return;
        consumed = true;
        for (var step : steps) step.function = null;
    }

    /** The nodes that gradients go to from here. */
    List<@Nullable Node<V>> targets() {
        if (maker != null) return List.of(maker);
        if (steps.size() == 1) return steps.getFirst().targets;
        var all = new ArrayList<@Nullable Node<V>>();
        for (var step : steps) all.addAll(step.targets);
        return all;
    }

    /** PyTorch's name, as {@code AddBackward0}. */
    public String name() {
        return variant < 0 ? name : name + "Backward" + variant;
    }

    /** Stands for a composition from now on. */
    void rename(String composition, int itsVariant) {
        name = composition;
        variant = itsVariant;
    }

    /** Where the gradients of the inputs go, in their order. */
    public List<Edge<V>> nextFunctions() {
        var next = new ArrayList<Edge<V>>();
        for (var target : targets())
            next.add(target == null ? new Edge<>(null, 0) : new Edge<>(target.operation(), target.outputNr));
        return Collections.unmodifiableList(next);
    }

    /** This, or the operation of which this is one of several results. */
    Node<V> operation() {
        return maker == null ? this : maker;
    }

    /** The leaf whose gradient accumulates here; null if this is an operation. */
    public @Nullable V variable() {
        return leaf;
    }

    /** What users attach to this operation; empty at first. */
    public synchronized Map<String, Object> metadata() {
        var all = metadata;
        if (all == null) metadata = all = new LinkedHashMap<>();
        return all;
    }

    /** Calls {@code hook} whenever this operation has passed its gradients on. */
    public synchronized RemovableHandle registerHook(NodeHook<V> hook) {
        var all = after;
        if (all == null) after = all = new Hooks<>();
        return all.add(hook);
    }

    /** Calls {@code hook} with the gradients of the results before this operation passes them on; what it returns, unless null, replaces them. */
    public synchronized RemovableHandle registerPrehook(NodePrehook<V> hook) {
        var all = before;
        if (all == null) before = all = new Hooks<>();
        return all.add(hook);
    }

    List<NodeHook<V>> hooksAfter() {
        var all = after;
        return all == null ? List.of() : all.now();
    }

    List<NodePrehook<V>> hooksBefore() {
        var all = before;
        return all == null ? List.of() : all.now();
    }

    /** The name in angle brackets, as {@code <AddBackward0>}. */
    @Override
    public String toString() {
        return "<" + name() + ">";
    }
}
