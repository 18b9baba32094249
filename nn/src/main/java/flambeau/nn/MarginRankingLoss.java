package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.marginRankingLoss;

import flambeau.args.Arg;
import flambeau.args.Margin;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code max(0, -target (input1 - input2) + margin)}: a target of 1 says that the first should be ranked higher, -1 the second.
 *
 * <p>All have one shape; the output is a scalar, with reduction NONE of that shape. Source: {@code torch.nn.MarginRankingLoss}.
 *
 * {@snippet :
 * var loss = new MarginRankingLoss().apply(input1, input2, target);
 * }
 */
public class MarginRankingLoss extends TernaryLoss implements Margin.Taker, Reduction.Taker {
    private final Margin margin;
    private final Reduction reduction;

    /**
     * A ranking.
     *
     * @param args margin (0), reduction (MEAN)
     */
    @SafeVarargs
    public MarginRankingLoss(Arg<? super MarginRankingLoss>... args) {
        margin = given(args, margin(0));
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input1, Tensor input2, Tensor target) {
        return marginRankingLoss(input1, input2, target, margin, reduction);
    }
}
