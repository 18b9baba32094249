package flambeau.nn;

import static flambeau.functional.F.softmax;

import flambeau.tensor.Tensor;

/**
 * {@code y = e^x / sum e^x}, the sum running along a dimension.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Softmax}.
 *
 * <p>Unlike PyTorch, the dimension must be given.
 *
 * {@snippet :
 * var y = new Softmax(1).apply(x);
 * }
 */
public class Softmax extends Layer {
    private final int dim;

    /**
     * A softmax.
     *
     * @param dim the dimension; negative ones count from the end
     */
    public Softmax(int dim) {
        this.dim = dim;
    }

    @Override
    protected Tensor forward(Tensor x) {
        return softmax(x, dim);
    }

    @Override
    protected String extraRepr() {
        return "dim=" + dim;
    }
}
