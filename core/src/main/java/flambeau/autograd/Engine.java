package flambeau.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One backward pass. Nodes are visited from the latest to the earliest, which is an order in which every gradient is complete
 * before it is passed on; leaves come last.
 */
public final class Engine<V extends Variable<V>> {
    private final boolean retainGraph;
    private final boolean createGraph;
    private final Map<Node<V>, V> pending = new HashMap<>();
    private final Map<Node<V>, List<@Nullable V>> gathered = new HashMap<>(); // of nodes with several results
    private final PriorityQueue<Node<V>> queue = new PriorityQueue<>((a, b) -> Long.compare(b.rank(), a.rank()));
    private @Nullable Set<Node<V>> wanted; // null: all leaves
    private @Nullable Set<Node<V>> useful; // null: all nodes
    private boolean beforeHooks; // whether wanted gradients are those that arrive, and the pass ends there
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
        if (!inputs.isEmpty()) want(outputs, nodes("backward", inputs));
        run(outputs, gradients, false, inputs);
    }

    /** The gradients with respect to {@code inputs}, null where the outputs do not depend on one. */
    public List<@Nullable V> gradients(List<V> outputs, List<V> gradients, List<V> inputs) {
        var targets = nodes("grad", inputs);
        want(outputs, targets);
        run(outputs, gradients, true, inputs);
        return captured(targets);
    }

    /** The gradients that arrive at {@code targets}, before hooks: null where the outputs do not depend on one. */
    List<@Nullable V> arriving(List<V> outputs, List<V> gradients, List<Node<V>> targets) {
        beforeHooks = true;
        want(outputs, targets);
        run(outputs, gradients, true, List.of());
        return captured(targets);
    }

    private List<@Nullable V> captured(List<Node<V>> targets) {
        var found = new ArrayList<@Nullable V>();
        for (var target : targets) found.add(captured.get(target));
        return found;
    }

    private void run(List<V> outputs, List<V> gradients, boolean capture, List<V> inputs) {
        try (var _ = GradMode.set(createGraph);
                var _ = GradMode.setOutline(false);
                var pass = outputs.getFirst().pass(createGraph)) {
            for (int i = 0; i < outputs.size(); i++)
                offer(outputs.get(i).gradientNode(), gradients.get(i), () -> "backward", pass);
            for (var node = queue.poll(); node != null; node = queue.poll()) visit(node, capture, inputs, pass);
        }
    }

    private void visit(Node<V> node, boolean capture, List<V> inputs, Pass<V> pass) {
        var several = gathered.remove(node);
        if (several != null) {
            evaluate(node, several, pass);
            for (var dy : several) if (dy != null) pass.drop(dy);
            return;
        }
        var arrived = pending.remove(node);
        if (arrived == null) return;
        boolean isWanted = wanted == null ? node.leaf != null : wanted.contains(node);
        if (isWanted && beforeHooks) {
            captured.put(node, createGraph ? arrived : pass.keep(arrived));
            pass.drop(arrived);
            return;
        }
        var dy = new Hooked<>(pass).gradient(node, arrived);
        if (isWanted) {
            if (capture) captured.put(node, createGraph ? dy : pass.keep(dy));
            else accumulate(node, dy, inputs, pass);
        }
        var retains = node.retains;
        if (retains != null) retains.accumulate(dy, pass, createGraph);
        if (node.leaf == null && (useful == null || leadsOn(node))) {
            if (node.maker != null) gather(node.maker, node.outputNr, dy, pass);
            else evaluate(node, Collections.singletonList(dy), pass);
        }
        pass.drop(dy);
    }

    /** Whether a gradient that arrives at {@code node} is passed on to something wanted. */
    private boolean leadsOn(Node<V> node) {
        for (var next : node.targets()) if (isUseful(next)) return true;
        return false;
    }

    private void accumulate(Node<V> node, V dy, List<V> inputs, Pass<V> pass) {
        var owner = owner(node, inputs);
        owner.accumulate(dy, pass, createGraph);
        if (node.leaf == null) return;
        for (var hook : owner.hooksAfterAccumulation())
            try (var _ = pass.outside()) {
                hook.accept(owner);
            }
    }

    private V owner(Node<V> node, List<V> inputs) {
        if (node.leaf != null) return node.leaf;
        for (var input : inputs) if (input.gradientNode() == node) return input;
        throw new AssertionError("only inputs are wanted");
    }

    /** Waits with the gradient of one of several results for those of the others. */
    private void gather(Node<V> maker, int nr, V dy, Pass<V> pass) {
        var all = gathered.get(maker);
        if (all == null) {
            all = new ArrayList<@Nullable V>();
            for (var _ : maker.forms()) all.add(null);
            gathered.put(maker, all);
            queue.add(maker);
        }
        pass.hold(dy);
        all.set(nr, dy);
    }

    /** Turns the gradients of the results of {@code node} into those of its inputs. */
    private void evaluate(Node<V> node, List<@Nullable V> given, Pass<V> pass) {
        List<@Nullable V> dys = new Hooked<>(pass).before(node, given);
        pass.enter(node::name, node.time);
        List<@Nullable V> found = null;
        if (!node.hooksAfter().isEmpty()) found = new ArrayList<@Nullable V>();
        if (Anomaly.isEnabled()) traced(node, dys, found, pass);
        else for (var step : node.steps()) step(node, step, dys, found, pass);
        if (found != null) offer(node, found, dys, pass);
        boolean read = pass.exit();
        if (read && !retainGraph && !node.savesNothing()) node.consume();
    }

    private void traced(Node<V> node, List<@Nullable V> dys, @Nullable List<@Nullable V> found, Pass<V> pass) {
        var outer = Anomaly.evaluated();
        Anomaly.evaluate(node.trace);
        try {
            for (var step : node.steps()) step(node, step, dys, found, pass);
        } catch (RuntimeException e) {
            if (node.trace != null && e.getCause() != node.trace) e.addSuppressed(node.trace);
            throw e;
        } finally {
            Anomaly.evaluate(outer);
        }
    }

    /** {@code all}: where gradients are noted rather than passed on, if hooks are to see them first. */
    private void step(
            Node<V> node, Node.Step<V> step, List<@Nullable V> dys, @Nullable List<@Nullable V> all, Pass<V> pass) {
        var targets = step.targets;
        var function = step.function;
        boolean needed = false;
        for (int i = 0; i < targets.size() && !needed; i++) needed = isUseful(targets.get(i));
        if (needed && function == null)
            throw new IllegalStateException(
                    "backward: %s was recorded inside a checkpoint, from which only its results may be used"
                            .formatted(node.name()));
        if (!needed || function == null) {
            if (all != null) all.addAll(Collections.nCopies(targets.size(), null));
            return;
        }
        List<@Nullable V> dx;
        if (step.isForeign) {
            var seen = new Hooked<>(pass).lent(dys);
            try (var _ = pass.outside()) {
                dx = function.apply(seen);
            }
        } else {
            dx = function.apply(dys);
        }
        Hooked.checkCount(node, "backward", dx.size(), targets.size());
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var gradient = dx.get(i);
            if (all != null) all.add(gradient);
            if (target == null || gradient == null || !isUseful(target)) continue;
            if (Anomaly.isEnabled()) Anomaly.check(node, i, target.form(), gradient);
            if (all == null) offer(target, gradient, node::name, pass);
        }
    }

    private void offer(Node<V> node, List<@Nullable V> found, List<@Nullable V> dys, Pass<V> pass) {
        List<@Nullable V> all = new Hooked<>(pass).after(node, found, dys);
        var targets = node.targets();
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var gradient = all.get(i);
            if (target != null && gradient != null && isUseful(target)) offer(target, gradient, node::name, pass);
        }
    }

    private boolean isUseful(@Nullable Node<V> node) {
        return node != null && (useful == null || useful.contains(node));
    }

    private void offer(Node<V> target, V gradient, Supplier<String> by, Pass<V> pass) {
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

    private List<Node<V>> nodes(String by, List<V> inputs) {
        var targets = new ArrayList<Node<V>>();
        for (var input : inputs) {
            if (!input.requiresGrad())
                throw new IllegalArgumentException(by + ": an input does not require a gradient: " + input.form());
            targets.add(input.gradientNode());
        }
        return targets;
    }

    /** Finds the nodes that lie between {@code outputs} and {@code inputs}. */
    private void want(List<V> outputs, List<Node<V>> inputs) {
        var targets = new HashSet<>(inputs);
        var between = new HashSet<Node<V>>();
        for (var node : Graph.earliestFirst(outputs)) {
            boolean leads = targets.contains(node);
            for (var next : node.targets()) leads |= next != null && between.contains(next);
            if (leads) between.add(node);
        }
        wanted = targets;
        useful = between;
    }
}
