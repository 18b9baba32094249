package flambeau.tensor;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Form;

/** The shape and dtype of a tensor: its gradients have the same. */
record TensorForm(Shape shape, DType dtype) implements Form<Tensor> {
    @Override
    public Tensor fit(Tensor dy, String by) {
        var fitted = dy;
        if (!dy.shape().equals(shape)) fitted = fitted.sumTo(shape, by);
        return fitted.dtype() == dtype ? fitted : fitted.to(dtype);
    }

    @Override
    public Tensor sum(Tensor a, Tensor b) {
        return a.add(b);
    }

    @Override
    public boolean hasNaN(Tensor dy) {
        return dy.unrecorded().isnan().any().isTrue();
    }

    @Override
    public String toString() {
        return "a " + dtype + " tensor of shape " + shape.text();
    }
}
