package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.p;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.functional.F.multiMarginLoss;

import flambeau.args.Arg;
import flambeau.args.Margin;
import flambeau.args.P;
import flambeau.args.Reduction;
import flambeau.args.Weight;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code w[t] sum max(0, margin - input[t] + input[i])^p / c} over all classes i but the true one t.
 *
 * <p>Input: [n, c] or [c]; target: int64, [n] or []; the output is a scalar, with reduction NONE of the shape of the target. Source: {@code torch.nn.MultiMarginLoss}.
 *
 * {@snippet :
 * var loss = new MultiMarginLoss().apply(input, target);
 * }
 */
public class MultiMarginLoss extends Loss implements Weight.Taker, P.Taker, Margin.Taker, Reduction.Taker {
    /** [c], a factor of each class; null for none. */
    public final @Nullable Buffer weight;

    private final P p;
    private final Margin margin;
    private final Reduction reduction;

    /**
     * A margin between classes.
     *
     * @param args weight (none), p (1), margin (1), reduction (MEAN)
     */
    @SafeVarargs
    public MultiMarginLoss(Arg<? super MultiMarginLoss>... args) {
        var w = (Tensor) given(args, weight(null)).value();
        weight = w == null ? null : new Buffer(w);
        p = given(args, p(1));
        margin = given(args, margin(1));
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return multiMarginLoss(input, target, weight(weight), p, margin, reduction);
    }
}
