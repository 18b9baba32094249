package flambeau.nn;

import static flambeau.functional.F.logsigmoid;

import flambeau.tensor.Tensor;

/**
 * {@code y = log(1 / (1 + e^-x))}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.LogSigmoid}.
 *
 * {@snippet :
 * var y = new LogSigmoid().apply(x);
 * }
 */
public class LogSigmoid extends Layer {
    /** The logarithm of a logistic function. */
    public LogSigmoid() {}

    @Override
    protected Tensor forward(Tensor x) {
        return logsigmoid(x);
    }
}
