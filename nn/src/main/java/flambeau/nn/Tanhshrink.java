package flambeau.nn;

import static flambeau.functional.F.tanhshrink;

import flambeau.tensor.Tensor;

/**
 * {@code y = x - tanh(x)}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Tanhshrink}.
 *
 * {@snippet :
 * var y = new Tanhshrink().apply(x);
 * }
 */
public class Tanhshrink extends Layer {
    /** What a hyperbolic tangent takes away. */
    public Tanhshrink() {}

    @Override
    protected Tensor forward(Tensor x) {
        return tanhshrink(x);
    }
}
