package flambeau.nn;

import static flambeau.functional.F.dropout2d;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.args.P;
import flambeau.args.RandomSource;
import flambeau.tensor.Tensor;

/**
 * In training, sets each channel of images to 0 with probability p and divides the others by {@code 1 - p}; in evaluation, {@code y =
 * x}.
 *
 * <p>Input and output have the shape {@code [n, c, h, w]}; {@code [n, c, l]} counts as rows. The mask is PyTorch's for the same seed. Source: {@code torch.nn.Dropout2d};
 * Tompson et al., Efficient object localization using convolutional networks.
 *
 * {@snippet :
 * var drop = new Dropout2d(p(0.2));
 * }
 */
public class Dropout2d extends Drop implements P.Taker, Inplace.Taker, RandomSource.Taker {
    /**
     * A dropout.
     *
     * @param args p (0.5), inplace (false), generator (the default one)
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    @SafeVarargs
    public Dropout2d(Arg<? super Dropout2d>... args) {
        super("Dropout2d", args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return dropout2d(x, p, inplace, training(), generator());
    }
}
