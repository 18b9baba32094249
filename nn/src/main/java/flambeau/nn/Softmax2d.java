package flambeau.nn;

import static flambeau.functional.F.softmax;

import flambeau.tensor.Tensor;

/**
 * Softmax over the channels at each place of an image.
 *
 * <p>Input and output are [n, c, h, w] or [c, h, w]. Source: {@code torch.nn.Softmax2d}.
 *
 * {@snippet :
 * var y = new Softmax2d().apply(x);
 * }
 */
public class Softmax2d extends Layer {
    /** A softmax over channels. */
    public Softmax2d() {}

    @Override
    protected Tensor forward(Tensor x) {
        if (x.dim() != 3 && x.dim() != 4)
            throw new IllegalArgumentException("softmax2d: the input must be [n, c, h, w] or [c, h, w], got "
                    + x.shape().text());
        return softmax(x, -3);
    }
}
