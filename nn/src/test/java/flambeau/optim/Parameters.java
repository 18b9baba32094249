package flambeau.optim;

import static flambeau.tensor.Tensors.tensor;

import flambeau.tensor.Tensor;

/** Parameters for tests. */
final class Parameters {
    private Parameters() {}

    static Tensor parameter(double... values) {
        return tensor(values).requiresGrad_();
    }

    /** A parameter of one element, with a gradient. */
    static Tensor withGrad(double value, double grad) {
        var p = parameter(value);
        p.setGrad(tensor(new double[] {grad}));
        return p;
    }
}
