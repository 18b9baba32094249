package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.softMarginLoss;

import flambeau.args.Arg;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code log(1 + e^(-target input))} for targets 1 and -1, and its mean.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Source: {@code torch.nn.SoftMarginLoss}.
 *
 * {@snippet :
 * var loss = new SoftMarginLoss().apply(input, target);
 * }
 */
public class SoftMarginLoss extends Loss implements Reduction.Taker {
    private final Reduction reduction;

    /**
     * A soft margin.
     *
     * @param args reduction (MEAN)
     */
    @SafeVarargs
    public SoftMarginLoss(Arg<? super SoftMarginLoss>... args) {
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return softMarginLoss(input, target, reduction);
    }
}
