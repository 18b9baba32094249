package flambeau.nn;

import static flambeau.functional.F.dropout3d;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.args.P;
import flambeau.args.RandomSource;
import flambeau.tensor.Tensor;

/**
 * In training, sets each channel of volumes to 0 with probability p and divides the others by {@code 1 - p}; in evaluation, {@code y =
 * x}.
 *
 * <p>Input and output have the shape {@code [n, c, d, h, w]} or {@code [c, d, h, w]}. The mask is PyTorch's for the same seed. Source: {@code torch.nn.Dropout3d};
 * Tompson et al., Efficient object localization using convolutional networks.
 *
 * {@snippet :
 * var drop = new Dropout3d(p(0.2));
 * }
 */
public class Dropout3d extends Drop implements P.Taker, Inplace.Taker, RandomSource.Taker {
    /**
     * A dropout.
     *
     * @param args p (0.5), inplace (false), generator (the default one)
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    @SafeVarargs
    public Dropout3d(Arg<? super Dropout3d>... args) {
        super("Dropout3d", args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return dropout3d(x, p, inplace, training(), generator());
    }
}
