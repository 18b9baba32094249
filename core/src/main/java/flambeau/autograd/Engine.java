package flambeau.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One backward pass. Nodes are visited from the latest to the earliest, which is an order in which every gradient is complete
 * before it is passed on; leaves come last.
 */
public final class Engine<V extends Variable<V>> {
    private final boolean retainGraph;
    private final boolean createGraph;
    private final Map<Node<V>, V> pending = new IdentityHashMap<>();
    private final PriorityQueue<Node<V>> queue = new PriorityQueue<>((a, b) -> Long.compare(b.rank(), a.rank()));
    private @Nullable Set<Node<V>> wanted; // null: all leaves
    private @Nullable Set<Node<V>> useful; // null: all nodes
    private final Map<Node<V>, V> captured = new HashMap<>();

    /**
     * A pass.
     *
     * @param retainGraph whether another pass may follow through the same graph
     * @param createGraph whether the gradients can be differentiated in turn
     */
    public Engine(boolean retainGraph, boolean createGraph) {
        this.retainGraph = retainGraph;
        this.createGraph = createGraph;
    }

    /** Adds the gradients of the leaves (or of {@code inputs}, if there are any) to what they have. */
    public void accumulate(List<V> outputs, List<V> gradients, List<V> inputs) {
        if (!inputs.isEmpty()) want(outputs, inputs);
        run(outputs, gradients, false, inputs);
    }

    /** The gradients with respect to {@code inputs}, null where the outputs do not depend on one. */
    public List<@Nullable V> gradients(List<V> outputs, List<V> gradients, List<V> inputs) {
        want(outputs, inputs);
        run(outputs, gradients, true, inputs);
        var found = new ArrayList<@Nullable V>();
        for (var input : inputs) found.add(captured.get(input.gradientNode()));
        return found;
    }

    private void run(List<V> outputs, List<V> gradients, boolean capture, List<V> inputs) {
        try (var _ = GradMode.set(createGraph);
                var pass = outputs.getFirst().pass(createGraph)) {
            for (int i = 0; i < outputs.size(); i++)
                offer(outputs.get(i).gradientNode(), gradients.get(i), "backward", pass);
            for (var node = queue.poll(); node != null; node = queue.poll()) visit(node, capture, inputs, pass);
        }
    }

    private void visit(Node<V> node, boolean capture, List<V> inputs, Pass<V> pass) {
        var first = pending.remove(node);
        if (first == null) return;
        var dy = hooked(node, first, pass);
        if (wanted == null ? node.leaf != null : wanted.contains(node)) {
            if (capture) captured.put(node, createGraph ? dy : pass.keep(dy));
            else owner(node, inputs).accumulate(dy, pass, createGraph);
        }
        var retains = node.retains;
        if (retains != null) {
            retains.accumulate(dy, pass, createGraph);
        }
        if (node.leaf == null && (useful == null || useful.contains(node))) {
            pass.enter(node.name(), node.time, dy);
            for (var step : node.steps()) pass(node, step, dy, pass);
            pass.exit();
            if (!retainGraph) node.consume();
        }
        pass.drop(dy);
    }

    private V hooked(Node<V> node, V dy, Pass<V> pass) {
        if (node.hooks == null) return dy;
        var shown = pass.keep(dy);
        for (var hook : List.copyOf(node.hooks)) {
            var seen = shown;
            var replaced = pass.outside(() -> hook.apply(seen));
            if (replaced == null) continue;
            var fitted = node.form().fit(replaced, "hook");
            pass.hold(fitted);
            pass.drop(dy);
            dy = fitted;
            shown = fitted;
        }
        return dy;
    }

    private V owner(Node<V> node, List<V> inputs) {
        if (node.leaf != null) return node.leaf;
        for (var input : inputs) if (input.gradientNode() == node) return input;
        throw new AssertionError("only inputs are wanted");
    }

    private void pass(Node<V> node, Node.Step<V> step, V dy, Pass<V> pass) {
        var targets = step.targets();
        boolean needed = useful == null;
        for (int i = 0; i < targets.size() && !needed; i++) needed = isUseful(targets.get(i));
        if (!needed) return;
        var dx = step.function().apply(dy);
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var gradient = dx.get(i);
            if (target == null || gradient == null || !isUseful(target)) continue;
            offer(target, gradient, node.name(), pass);
        }
    }

    private boolean isUseful(@Nullable Node<V> node) {
        return node != null && (useful == null || useful.contains(node));
    }

    private void offer(Node<V> target, V gradient, String by, Pass<V> pass) {
        var dx = target.form().fit(gradient, by);
        var before = pending.get(target);
        if (before == null) {
            queue.add(target);
        } else {
            var sum = target.form().sum(before, dx);
            pass.hold(sum);
            pass.drop(before);
            pending.put(target, sum);
            return;
        }
        pass.hold(dx);
        pending.put(target, dx);
    }

    /** Finds the nodes that lie between {@code outputs} and {@code inputs}. */
    private void want(List<V> outputs, List<V> inputs) {
        var targets = Collections.newSetFromMap(new IdentityHashMap<Node<V>, Boolean>());
        for (var input : inputs) {
            if (!input.requiresGrad())
                throw new IllegalArgumentException("grad: an input does not require a gradient: " + input.form());
            targets.add(input.gradientNode());
        }
        var between = Collections.newSetFromMap(new IdentityHashMap<Node<V>, Boolean>());
        var earliestFirst = reachable(outputs);
        for (var node : earliestFirst) {
            boolean leads = targets.contains(node);
            for (var next : node.nextFunctions()) leads |= next != null && between.contains(next);
            if (leads) between.add(node);
        }
        wanted = targets;
        useful = between;
    }

    private List<Node<V>> reachable(List<V> outputs) {
        var seen = new HashSet<Node<V>>();
        var open = new ArrayList<Node<V>>();
        for (var output : outputs) open.add(output.gradientNode());
        while (!open.isEmpty()) {
            var node = open.removeLast();
            if (!seen.add(node)) continue;
            for (var next : node.nextFunctions()) if (next != null) open.add(next);
        }
        var all = new ArrayList<>(seen);
        all.sort((a, b) -> Long.compare(a.rank(), b.rank()));
        return all;
    }
}
