package flambeau.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records an operation: its result, then the gradient with respect to each input.
 *
 * <p>The functions may use the inputs and the result; that these still have the values of the forward call is checked when
 * the backward pass reads them.
 */
public final class Op<V extends Variable<V>> {
    private final String name;
    private final int variant; // -1: the name is whole
    private final V y;
    private final GradMode mode = GradMode.ofThread();
    private final boolean recording = mode.records();
    private int needless; // inputs without a gradient, before the first with one
    private @Nullable Node<V> node;

    private Op(String name, int variant, V y) {
        this.name = name;
        this.variant = variant;
        this.y = y;
    }

    /**
     * An operation with the result {@code y}, which nobody else has seen.
     *
     * @param name PyTorch's name without the ending, as {@code Add} for {@code AddBackward0}
     */
    public static <V extends Variable<V>> Op<V> of(String name, V y) {
        return of(name, 0, y);
    }

    /** Like {@link #of(String, Variable)}, for the variants that PyTorch numbers: {@code SumBackward1}; -1: the name is whole. */
    public static <V extends Variable<V>> Op<V> of(String name, int variant, V y) {
        return new Op<>(name, variant, y);
    }

    /**
     * {@code y}, its node named after the function that it is the last step of: what PyTorch has as one operation is one by name here, too.
     * The steps before keep their nodes.
     *
     * @param name PyTorch's name without the ending
     * @param y a result that nobody else has seen
     */
    public static <V extends Variable<V>> V named(String name, V y) {
        return named(name, 0, y);
    }

    /** Like {@link #named(String, Variable)}, for the variants that PyTorch numbers. */
    public static <V extends Variable<V>> V named(String name, int variant, V y) {
        var n = y.gradFn();
        if (n != null) n.rename(name, variant);
        return y;
    }

    /** The gradient with respect to {@code x}: {@code backward} is called if one is needed. */
    public Op<V> wrt(@Nullable V x, Backward<V> backward) {
        if (!recording) return this;
        if (x == null || !x.requiresGrad()) return without();
        add(List.of(x.gradientNode()), dys -> Collections.singletonList(backward.apply(only(dys))), backward);
        return this;
    }

    /** The gradients with respect to {@code xs} (null: no such input): called if one of them is needed. */
    public Op<V> wrt(List<@Nullable V> xs, Backward.Joint<V> backward) {
        if (!recording) return this;
        var targets = targets(xs);
        if (targets == null) xs.forEach(_ -> without());
        else add(targets, dys -> backward.apply(only(dys)), backward);
        return this;
    }

    /** An input that needs no gradient has a place among the next functions. */
    private Op<V> without() {
        if (node == null) needless++;
        else node.add(new Node.Step<>(Collections.singletonList(null), null, false));
        return this;
    }

    private void add(List<@Nullable Node<V>> targets, Backward.Several<V> function, Object written) {
        var n = node;
        if (n == null) {
            node = n = new Node<>(name, variant, y);
            for (int i = 0; i < needless; i++) without();
        }
        var kept = mode.outlines() ? null : function;
        n.add(new Node.Step<>(targets, kept, !y.isLibrary(written.getClass())));
    }

    /** Where the gradients of {@code xs} go; null if none is needed. */
    private static <V extends Variable<V>> @Nullable List<@Nullable Node<V>> targets(List<@Nullable V> xs) {
        var targets = new ArrayList<@Nullable Node<V>>(xs.size());
        boolean needed = false;
        for (var x : xs) {
            var target = x != null && x.requiresGrad() ? x.gradientNode() : null;
            needed |= target != null;
            targets.add(target);
        }
        return needed ? targets : null;
    }

    private static <V> V only(List<@Nullable V> dys) {
        var dy = dys.getFirst();
        if (dy == null) throw new AssertionError("an operation with one result is visited when its gradient is there");
        return dy;
    }

    /** The result, which now knows how to pass its gradient on. */
    public V result() {
        var n = node;
        if (n == null) return y;
        n.number();
        y.madeBy(n);
        return y;
    }

    /**
     * Records a user's function of several inputs and results, who may keep whatever it sees and makes.
     *
     * @param name the whole name
     * @param xs the inputs
     * @param ys the results, which nobody else has seen
     * @param differentiable which results take a gradient
     * @param backward called if the gradient of an input is needed, with null for a result that got none
     */
    public static <V extends Variable<V>> void record(
            String name, List<V> xs, List<V> ys, boolean[] differentiable, Backward.Several<V> backward) {
        join(name, targetsOf(xs), ys, differentiable, backward);
    }

    /**
     * Records an operation with several results, all of which take a gradient.
     *
     * @param name PyTorch's name without the ending
     * @param xs the inputs; null: no such input
     * @param ys the results, which nobody else has seen
     * @param backward called if the gradient of an input is needed, with null for a result that got none
     */
    public static <V extends Variable<V>> void several(
            String name, List<@Nullable V> xs, List<V> ys, Backward.Several<V> backward) {
        if (!GradMode.isEnabled()) return;
        var all = new boolean[ys.size()];
        Arrays.fill(all, true);
        boolean foreign = !ys.getFirst().isLibrary(backward.getClass());
        join(name, 0, targets(xs), ys, all, backward, foreign);
    }

    private static <V extends Variable<V>> @Nullable List<@Nullable Node<V>> targetsOf(List<V> xs) {
        return GradMode.isEnabled() ? targets(new ArrayList<@Nullable V>(xs)) : null;
    }

    static <V extends Variable<V>> void join(
            String name,
            @Nullable List<@Nullable Node<V>> targets,
            List<V> ys,
            boolean[] differentiable,
            Backward.Several<V> backward) {
        join(name, -1, targets, ys, differentiable, backward, true);
    }

    private static <V extends Variable<V>> void join(
            String name,
            int variant,
            @Nullable List<@Nullable Node<V>> targets,
            List<V> ys,
            boolean[] differentiable,
            Backward.Several<V> backward,
            boolean foreign) {
        if (targets == null || ys.isEmpty()) return;
        var node = new Node<V>(name, variant, ys.getFirst().time());
        node.add(new Node.Step<>(targets, GradMode.ofThread().outlines() ? null : backward, foreign));
        var made = new ArrayList<@Nullable V>();
        var forms = new ArrayList<Form<V>>();
        for (int i = 0; i < ys.size(); i++) {
            made.add(differentiable[i] ? ys.get(i) : null);
            forms.add(ys.get(i).form());
        }
        node.makes(made, forms);
    }
}
