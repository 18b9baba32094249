package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.functional.F.multilabelSoftMarginLoss;

import flambeau.args.Arg;
import flambeau.args.Reduction;
import flambeau.args.Weight;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The mean over classes of {@code -(target log s(input) + (1 - target) log s(-input))} with the logistic function s.
 *
 * <p>Input and target: [.., c]; the output is a scalar, with reduction NONE [..]. Source: {@code torch.nn.MultiLabelSoftMarginLoss}.
 *
 * {@snippet :
 * var loss = new MultiLabelSoftMarginLoss().apply(input, target);
 * }
 */
public class MultiLabelSoftMarginLoss extends Loss implements Weight.Taker, Reduction.Taker {
    /** [c], a factor of each class; null for none. */
    public final @Nullable Buffer weight;

    private final Reduction reduction;

    /**
     * A soft margin of several labels.
     *
     * @param args weight (none), reduction (MEAN)
     */
    @SafeVarargs
    public MultiLabelSoftMarginLoss(Arg<? super MultiLabelSoftMarginLoss>... args) {
        var w = (Tensor) given(args, weight(null)).value();
        weight = w == null ? null : new Buffer(w);
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return multilabelSoftMarginLoss(input, target, weight(weight), reduction);
    }
}
