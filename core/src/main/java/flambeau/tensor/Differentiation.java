package flambeau.tensor;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Inputs;
import flambeau.args.RetainGraph;
import flambeau.autograd.GradMode;
import flambeau.memory.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gradients of a tensor, and its history. */
abstract sealed class Differentiation extends Interchange permits Gradients {
    Differentiation() {}

    /** The same memory without history. */
    public abstract Tensor detach();

    /** Like {@link #detach()}. */
    public final Tensor data() {
        return detach();
    }

    /**
     * Drops the history of this tensor, which becomes a leaf that takes no gradient.
     *
     * @throws IllegalStateException if this is a view
     */
    public final Tensor detach_() {
        Check.state(self().base() == null || isLeaf(), "detach_: a view cannot be detached in place; use detach()");
        forgetHistory();
        return self();
    }

    /** Whether this was made in inference mode, so that it takes no part in backward passes. */
    public final boolean isInference() {
        return self().storage().isInference();
    }

    @Override
    public final Tensor requiresGrad_(boolean wanted) {
        Check.state(
                !wanted || !isInference() || GradMode.isInference(),
                "requiresGrad_: a tensor made in inference mode takes no gradient outside; use clone()");
        return super.requiresGrad_(wanted);
    }

    /**
     * Sets the gradient.
     *
     * @param value in this tensor's shape and dtype; null clears it
     */
    public final void setGrad(@Nullable Tensor value) {
        Check.that(
                value == null || value.shape().equals(self().shape()) && value.dtype() == self().dtype(),
                "setGrad: the gradient must be %s %s",
                self().dtype(),
                self().shape());
        if (value != null) Scope.escape(value.storage());
        storeGrad(value);
    }

    /**
     * The gradient, if it is sparse: one of {@code gather(.., sparseGrad(true))}, or of an embedding with sparse gradients. Null if
     * there is none, or {@link #grad()} was changed in place.
     *
     * <p>Unlike PyTorch, {@link #grad()} reads like any other tensor; its zeros are filled in when it is read.
     */
    public final @Nullable SparseGradient sparseGrad() {
        return SparseCarrier.in(grad());
    }

    /**
     * Sets the gradient.
     *
     * @param value in this tensor's shape and dtype
     */
    public final void setSparseGrad(SparseGradient value) {
        setGrad(new SparseCarrier(value).escape());
    }

    /** Clears the gradient. */
    public final void zeroGrad() {
        clearGrad();
    }

    /**
     * The gradients of this scalar with respect to the leaves are added to theirs.
     *
     * @param args retainGraph (as createGraph), createGraph (false), inputs (all leaves)
     * @throws IllegalArgumentException if this is no scalar
     */
    @SafeVarargs
    public final void backward(Arg<? super AutogradTakes.Backward>... args) {
        Check.state(requiresGrad(), "backward: this does not require a gradient and has no history");
        checkScalar("backward");
        backward(Tensors.onesLike(self()), args);
    }

    /**
     * The gradients of this, given its own, with respect to the leaves are added to theirs.
     *
     * @param gradient of this, in its shape
     * @param args retainGraph (as createGraph), createGraph (false), inputs (all leaves)
     */
    @SafeVarargs
    public final void backward(Tensor gradient, Arg<? super AutogradTakes.Backward>... args) {
        Check.state(requiresGrad(), "backward: this does not require a gradient and has no history");
        checkGradient("backward", gradient);
        Tensors.accumulate(
                List.of(self()),
                List.of(gradient),
                given(args, createGraph(false)).value(),
                given(args, RetainGraph.class),
                given(args, Inputs.class));
    }

    final void checkScalar(String op) {
        Check.that(
                self().count() == 1,
                "%s: only a scalar needs no gradient of its own; this has shape %s, give one",
                op,
                self().shape());
    }

    final void checkGradient(String op, Tensor gradient) {
        Check.that(
                gradient.shape().equals(self().shape()),
                "%s: the gradient %s must have the shape %s",
                op,
                gradient.shape(),
                self().shape());
    }
}
