package flambeau.nn;

import static flambeau.functional.F.sigmoid;

import flambeau.tensor.Tensor;

/**
 * {@code y = 1 / (1 + e^-x)}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Sigmoid}.
 *
 * {@snippet :
 * var y = new Sigmoid().apply(x);
 * }
 */
public class Sigmoid extends Layer {
    /** A logistic function. */
    public Sigmoid() {}

    @Override
    protected Tensor forward(Tensor x) {
        return sigmoid(x);
    }
}
