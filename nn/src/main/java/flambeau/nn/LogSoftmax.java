package flambeau.nn;

import static flambeau.functional.F.logSoftmax;

import flambeau.tensor.Tensor;

/**
 * {@code y = log(e^x / sum e^x)}, the sum running along a dimension.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.LogSoftmax}.
 *
 * <p>Unlike PyTorch, the dimension must be given.
 *
 * {@snippet :
 * var y = new LogSoftmax(1).apply(x);
 * }
 */
public class LogSoftmax extends Layer {
    private final int dim;

    /**
     * The logarithm of a softmax.
     *
     * @param dim the dimension; negative ones count from the end
     */
    public LogSoftmax(int dim) {
        this.dim = dim;
    }

    @Override
    protected Tensor forward(Tensor x) {
        return logSoftmax(x, dim);
    }

    @Override
    protected String extraRepr() {
        return "dim=" + dim;
    }
}
