package flambeau.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A computation that keeps only its results, and runs again when their gradients are passed on. The first run records on what
 * it depends, so gradients reach all that it uses and not only what it was given.
 */
public final class Checkpoint<V extends Variable<V>> implements Backward.Several<V> {
    private final Supplier<List<V>> again;
    private final List<Form<V>> forms;
    private final List<@Nullable Node<V>> sources;

    private Checkpoint(Supplier<List<V>> again, List<Form<V>> forms, List<@Nullable Node<V>> sources) {
        this.again = again;
        this.forms = forms;
        this.sources = sources;
    }

    /**
     * The results of {@code forward}.
     *
     * @param again computes the same again
     * @param alias another variable with the value of a result, without history
     */
    public static <V extends Variable<V>> List<V> of(
            Supplier<List<V>> forward, Supplier<List<V>> again, UnaryOperator<V> alias) {
        if (!GradMode.isEnabled()) return forward.get();
        long before = Node.lastNumber();
        List<V> found;
        try (var _ = GradMode.setOutline(true)) {
            found = forward.get();
        }
        var sources = sources(found, before);
        if (sources.isEmpty()) return found;
        var ys = new ArrayList<V>();
        var forms = new ArrayList<Form<V>>();
        var differentiable = new boolean[found.size()];
        for (int i = 0; i < differentiable.length; i++) {
            var y = found.get(i);
            ys.add(alias.apply(y));
            forms.add(y.form());
            differentiable[i] = y.requiresGrad();
        }
        Op.join("CheckpointFunctionBackward", sources, ys, differentiable, new Checkpoint<>(again, forms, sources));
        return ys;
    }

    /** The nodes from before this number on which {@code ys} depend. */
    private static <V extends Variable<V>> List<@Nullable Node<V>> sources(List<V> ys, long before) {
        var seen = new HashSet<Node<V>>();
        var open = new ArrayList<Node<V>>();
        for (var y : ys) if (y.requiresGrad()) open.add(y.gradientNode());
        var sources = new ArrayList<@Nullable Node<V>>();
        while (!open.isEmpty()) {
            var node = open.removeLast();
            if (!seen.add(node)) continue;
            if (node.rank() <= before) sources.add(node);
            else for (var next : node.targets()) if (next != null) open.add(next);
        }
        return sources;
    }

    @Override
    public List<@Nullable V> apply(List<@Nullable V> dys) {
        boolean create = GradMode.isEnabled();
        List<V> ys;
        try (var _ = GradMode.set(true)) {
            ys = again.get();
        }
        boolean same = ys.size() == forms.size();
        for (int i = 0; same && i < ys.size(); i++) same = ys.get(i).form().equals(forms.get(i));
        if (!same) throw new IllegalStateException("checkpoint: the second run of the function gave other shapes");
        var outputs = new ArrayList<V>();
        var gradients = new ArrayList<V>();
        for (int i = 0; i < ys.size(); i++) {
            var dy = dys.get(i);
            if (dy == null || !ys.get(i).requiresGrad()) continue;
            outputs.add(ys.get(i));
            gradients.add(dy);
        }
        var targets = new ArrayList<Node<V>>();
        for (var source : sources) if (source != null) targets.add(source);
        if (outputs.isEmpty()) return Collections.nCopies(targets.size(), null);
        return new Engine<V>(create, create).arriving(outputs, gradients, targets);
    }
}
