package flambeau.nn;

import static flambeau.functional.F.dropout;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.args.P;
import flambeau.args.RandomSource;
import flambeau.tensor.Tensor;

/**
 * In training, sets each element to 0 with probability p and divides the others by {@code 1 - p}; in evaluation, {@code y = x}.
 *
 * <p>Input and output have any shape. The mask is PyTorch's for the same seed. Source: {@code torch.nn.Dropout}; Hinton et al.,
 * Improving neural networks by preventing co-adaptation of feature detectors.
 *
 * {@snippet :
 * var y = new Dropout(p(0.2)).apply(x);
 * }
 */
public class Dropout extends Drop implements P.Taker, Inplace.Taker, RandomSource.Taker {
    /**
     * A dropout.
     *
     * @param args p (0.5), inplace (false), generator (the default one)
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    @SafeVarargs
    public Dropout(Arg<? super Dropout>... args) {
        super("Dropout", args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return dropout(x, p, inplace, training(), generator());
    }
}
