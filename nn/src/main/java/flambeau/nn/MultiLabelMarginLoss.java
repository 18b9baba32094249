package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.multilabelMarginLoss;

import flambeau.args.Arg;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code sum max(0, 1 - (input[t] - input[i])) / c} over all true classes t and all others i.
 *
 * <p>Input: [n, c] or [c]; target: the true classes of each row before the first -1, int64, in the same shape; the output is a scalar, with reduction NONE [n] or []. Source: {@code torch.nn.MultiLabelMarginLoss}.
 *
 * {@snippet :
 * var loss = new MultiLabelMarginLoss().apply(input, target);
 * }
 */
public class MultiLabelMarginLoss extends Loss implements Reduction.Taker {
    private final Reduction reduction;

    /**
     * A margin between sets of classes.
     *
     * @param args reduction (MEAN)
     */
    @SafeVarargs
    public MultiLabelMarginLoss(Arg<? super MultiLabelMarginLoss>... args) {
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return multilabelMarginLoss(input, target, reduction);
    }
}
