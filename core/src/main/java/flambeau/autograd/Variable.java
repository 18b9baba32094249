package flambeau.autograd;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that can be differentiated: it may want a gradient, and knows the operation that made it.
 *
 * @param <V> the kind of value
 */
public abstract class Variable<V extends Variable<V>> {
    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<Variable, Node> NODE =
            AtomicReferenceFieldUpdater.newUpdater(Variable.class, Node.class, "node");

    private boolean requiresGrad;
    private volatile @Nullable Node<V> node; // of the operation that made this; of a leaf, once it was used
    private @Nullable V grad;
    private volatile @Nullable Hooks<Consumer<V>> afterAccumulation;
    private boolean gradSeen; // whether somebody outside may hold the gradient

    /** For the kinds of value. */
    protected Variable() {}

    /** This. */
    public abstract V self();

    /** The form of this value's gradients. */
    protected abstract Form<V> form();

    /** The time by the clock of changes in place. */
    protected abstract long time();

    /** Whether gradients of this kind of value make sense; for a tensor: whether it is floating. */
    protected abstract boolean isDifferentiable();

    /** The memory of a backward pass; one that creates a graph gives nothing back. */
    protected abstract Pass<V> pass(boolean createGraph);

    /** Whether functions of this class are the library's, which keep nothing that they see or make. */
    protected abstract boolean isLibrary(Class<?> function);

    /** Gives the memory of a gradient back that nobody else has seen. */
    protected abstract void discard(V gradient);

    /** Whether this is, or depends on, a value whose gradient is wanted. */
    public boolean requiresGrad() {
        refresh();
        return requiresGrad;
    }

    /**
     * Says whether the gradient of this leaf is wanted.
     *
     * @throws IllegalStateException if this is no leaf
     * @throws IllegalArgumentException if this is not floating
     */
    public V requiresGrad_(boolean wanted) {
        if (!isLeaf())
            throw new IllegalStateException(
                    "requiresGrad_: only a leaf can change it, this is the result of " + gradFn() + "; use detach()");
        if (wanted && !isDifferentiable())
            throw new IllegalArgumentException(
                    "requiresGrad_: only floating tensors have gradients, got " + this.form());
        requiresGrad = wanted;
        return self();
    }

    /** Like {@link #requiresGrad_(boolean)} with true. */
    public V requiresGrad_() {
        return requiresGrad_(true);
    }

    /** Whether no recorded operation made this. */
    public boolean isLeaf() {
        refresh();
        var n = node;
        return n == null || n.leaf != null;
    }

    /** The operation that made this; null for a leaf. */
    public @Nullable Node<V> gradFn() {
        if (isLeaf()) return null;
        var n = node;
        return n == null ? null : n.operation();
    }

    /** Which of the results of {@link #gradFn()} this is. */
    public int outputNr() {
        return isLeaf() ? 0 : gradientNode().outputNr;
    }

    /** The gradient that backward passes have accumulated here; null if there was none. */
    public @Nullable V grad() {
        gradSeen = true;
        return grad;
    }

    /** The gradient for an optimiser, which promises not to keep it: {@code zeroGrad} may give its memory back. */
    protected @Nullable V lentGrad() {
        return grad;
    }

    /** Sets the gradient; null clears it. */
    protected void storeGrad(@Nullable V value) {
        grad = value;
        gradSeen = true;
    }

    /** Clears the gradient. */
    protected void clearGrad() {
        var old = grad;
        if (old != null && !gradSeen) discard(old);
        grad = null;
    }

    /**
     * Makes backward passes leave the gradient here although this is no leaf.
     *
     * @throws IllegalStateException if this takes no gradient
     */
    public void retainGrad() {
        if (!requiresGrad()) throw new IllegalStateException("retainGrad: this does not require a gradient");
        if (!isLeaf()) gradientNode().retains = self();
    }

    /** Whether backward passes leave the gradient here although this is no leaf. */
    public boolean retainsGrad() {
        return !isLeaf() && gradientNode().retains == this;
    }

    /**
     * Calls {@code hook} with the gradient of this whenever it was computed; what it returns, unless null, replaces it.
     *
     * @return removes the hook
     * @throws IllegalStateException if this takes no gradient
     */
    public RemovableHandle registerHook(Function<V, @Nullable V> hook) {
        if (!requiresGrad()) throw new IllegalStateException("registerHook: this does not require a gradient");
        var at = gradientNode();
        synchronized (at) {
            var hooks = at.hooks;
            if (hooks == null) at.hooks = hooks = new Hooks<Function<V, @Nullable V>>();
            return hooks.add(hook);
        }
    }

    /**
     * Calls {@code hook} with this leaf whenever a backward pass has added to its gradient.
     *
     * @return removes the hook
     * @throws IllegalStateException if this is no leaf, or takes no gradient
     */
    public RemovableHandle registerPostAccumulateGradHook(Consumer<V> hook) {
        if (!requiresGrad() || !isLeaf())
            throw new IllegalStateException(
                    "registerPostAccumulateGradHook: only leaves that require a gradient accumulate it");
        synchronized (this) {
            var hooks = afterAccumulation;
            if (hooks == null) afterAccumulation = hooks = new Hooks<>();
            return hooks.add(hook);
        }
    }

    List<Consumer<V>> hooksAfterAccumulation() {
        var hooks = afterAccumulation;
        return hooks == null ? List.of() : hooks.now();
    }

    /** Called before this value's history is looked at: brings it up to date. */
    protected void refresh() {}

    /** The node that takes this value's gradient. */
    Node<V> gradientNode() {
        refresh();
        var n = node;
        if (n == null) {
            synchronized (this) { // threads may share a leaf in their forward passes
                n = node;
                if (n == null) node = n = new Node<>(self());
            }
        }
        return n;
    }

    void madeBy(Node<V> maker) {
        NODE.lazySet(this, maker); // whoever sees the node sees all of it, but nobody waits until all threads do
        requiresGrad = true;
    }

    /** Takes the history of {@code other}: an operation in place first moves the old history to another variable. */
    protected void historyOf(Variable<V> other) {
        var old = node;
        var maker = other.isLeaf() ? null : other.node;
        node = maker;
        requiresGrad = other.requiresGrad;
        if (old == null || maker == null || old.retains != this) return;
        old.retains = null;
        maker.retains = self();
    }

    /** Adds a gradient that a pass has computed; the first is taken as it is. */
    synchronized void accumulate(V dy, Pass<V> pass, boolean createGraph) {
        if (grad == null) {
            grad = pass.keep(dy);
            gradSeen = createGraph;
        } else if (createGraph) {
            grad = form().sum(grad, dy);
            gradSeen = true;
        } else {
            var sum = addToGrad(grad, dy, pass);
            if (sum != grad) gradSeen = false;
            grad = sum;
        }
    }

    /** {@code grad + dy}, in place where that can be. */
    protected abstract V addToGrad(V grad, V dy, Pass<V> pass);

    /** Makes this a leaf that takes no gradient. */
    protected void forgetHistory() {
        var old = node;
        if (old != null && old.retains == this) old.retains = null;
        node = null;
        requiresGrad = false;
    }
}
