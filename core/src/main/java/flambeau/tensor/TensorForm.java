package flambeau.tensor;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Form;
import flambeau.autograd.Op;
import java.util.function.Supplier;

/** The shape and dtype of a tensor: its gradients have the same. */
record TensorForm(Shape shape, DType dtype) implements Form<Tensor> {
    @Override
    public Tensor fit(Tensor dy, Supplier<String> by) {
        var sparse = SparseCarrier.in(dy);
        if (sparse != null && dy.shape().equals(shape) && dy.dtype() != dtype)
            return Embeddings.sparse(sparse.with(sparse.values().to(dtype)));
        var fitted = dy;
        if (!dy.shape().equals(shape)) fitted = fitted.sumTo(shape, by.get());
        return fitted.dtype() == dtype ? fitted : fitted.to(dtype);
    }

    @Override
    public Tensor sum(Tensor a, Tensor b) {
        SparseGradient p = SparseCarrier.in(a), q = SparseCarrier.in(b);
        if (p == null || q == null || p.sparseDim() != q.sparseDim()) return a.add(b);
        return Op.of("Add", (Tensor) new SparseCarrier(p.add(q)))
                .wrt(a, dy -> dy)
                .wrt(b, dy -> dy)
                .result();
    }

    @Override
    public boolean hasNaN(Tensor dy) {
        var sparse = SparseCarrier.in(dy);
        return (sparse == null ? dy : sparse.values())
                .unrecorded()
                .isnan()
                .any()
                .isTrue();
    }

    @Override
    public String toString() {
        return "a " + dtype + " tensor of shape " + shape.text();
    }
}
