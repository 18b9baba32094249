package flambeau.nn;

import flambeau.tensor.Tensor;

/**
 * {@code y = x}: stands where a layer could be.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Identity}.
 *
 * {@snippet :
 * var y = new Identity().apply(x);
 * }
 */
public class Identity extends Layer {
    /**
     * An identity.
     *
     * @param ignored whatever the layer that could be here takes
     */
    public Identity(Object... ignored) {}

    @Override
    protected Tensor forward(Tensor x) {
        return x;
    }
}
