package flambeau.tensor;

import flambeau.autograd.Form;
import flambeau.autograd.Pass;
import flambeau.memory.Storage;
import org.jspecify.annotations.Nullable;

/** What backward passes ask of tensors. */
abstract sealed class Gradients extends Differentiation permits Tensor {
    Gradients() {}

    @Override
    protected final Form<Tensor> form() {
        return new TensorForm(self().shape(), self().dtype());
    }

    @Override
    protected final long time() {
        return Storage.now();
    }

    @Override
    protected final boolean isDifferentiable() {
        return self().dtype().isFloatingPoint();
    }

    @Override
    protected final Pass<Tensor> pass(boolean createGraph) {
        return new BackwardPass(createGraph);
    }

    @Override
    protected final void discard(Tensor gradient) {
        gradient.storage().release();
    }

    @Override
    protected final Tensor addToGrad(Tensor grad, Tensor dy, Pass<Tensor> pass) {
        SparseGradient before = SparseCarrier.in(grad), more = SparseCarrier.in(dy);
        if (more == null) return grad.add_(dy);
        if (before == null && grad.isContiguous()) more.addTo(grad);
        else if (before == null || before.sparseDim() != more.sparseDim()) grad.add_(dy);
        else return new SparseCarrier(before.add(more)).escape();
        return grad;
    }

    @Override
    protected final boolean isLibrary(Class<?> function) {
        return function.getPackageName().equals("flambeau.tensor");
    }

    @Nullable
    Tensor lent() {
        return lentGrad();
    }
}
