package flambeau.nn;

import static flambeau.functional.F.tanh;

import flambeau.tensor.Tensor;

/**
 * {@code y = (e^x - e^-x) / (e^x + e^-x)}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Tanh}.
 *
 * {@snippet :
 * var y = new Tanh().apply(x);
 * }
 */
public class Tanh extends Layer {
    /** A hyperbolic tangent. */
    public Tanh() {}

    @Override
    protected Tensor forward(Tensor x) {
        return tanh(x);
    }
}
