package flambeau.autograd;

import java.util.ArrayList;
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
    private final V y;
    private final boolean recording = GradMode.isEnabled();
    private @Nullable Node<V> node;

    private Op(String name, V y) {
        this.name = name;
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
        return new Op<>(variant < 0 ? name : name + "Backward" + variant, y);
    }

    /** The gradient with respect to {@code x}: {@code backward} is called if one is needed. */
    public Op<V> wrt(@Nullable V x, Backward<V> backward) {
        if (recording && x != null && x.requiresGrad())
            node().add(new Node.Step<>(List.of(x.gradientNode()), dy -> Collections.singletonList(backward.apply(dy))));
        return this;
    }

    /** The gradients with respect to {@code xs} (null: no such input): called if one of them is needed. */
    public Op<V> wrt(List<@Nullable V> xs, Backward.Joint<V> backward) {
        if (!recording) return this;
        var targets = new ArrayList<@Nullable Node<V>>(xs.size());
        boolean needed = false;
        for (var x : xs) {
            var target = x != null && x.requiresGrad() ? x.gradientNode() : null;
            needed |= target != null;
            targets.add(target);
        }
        if (needed) node().add(new Node.Step<>(targets, backward));
        return this;
    }

    private Node<V> node() {
        var n = node;
        if (n == null) node = n = new Node<>(name, y);
        return n;
    }

    /** The result, which now knows how to pass its gradient on. */
    public V result() {
        var n = node;
        if (n == null) return y;
        n.number();
        y.madeBy(n);
        return y;
    }
}
