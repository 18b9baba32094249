package flambeau.nn;

import static flambeau.functional.F.softsign;

import flambeau.tensor.Tensor;

/**
 * {@code y = x / (1 + |x|)}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Softsign}.
 *
 * {@snippet :
 * var y = new Softsign().apply(x);
 * }
 */
public class Softsign extends Layer {
    /** A soft sign. */
    public Softsign() {}

    @Override
    protected Tensor forward(Tensor x) {
        return softsign(x);
    }
}
