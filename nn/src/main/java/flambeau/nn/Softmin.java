package flambeau.nn;

import static flambeau.functional.F.softmin;

import flambeau.tensor.Tensor;

/**
 * {@code y = e^-x / sum e^-x}, the sum running along a dimension.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Softmin}.
 *
 * <p>Unlike PyTorch, the dimension must be given.
 *
 * {@snippet :
 * var y = new Softmin(1).apply(x);
 * }
 */
public class Softmin extends Layer {
    private final int dim;

    /**
     * A softmin.
     *
     * @param dim the dimension; negative ones count from the end
     */
    public Softmin(int dim) {
        this.dim = dim;
    }

    @Override
    protected Tensor forward(Tensor x) {
        return softmin(x, dim);
    }

    @Override
    protected String extraRepr() {
        return "dim=" + dim;
    }
}
