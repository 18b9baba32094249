package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.ignoreIndex;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.functional.F.nllLoss;

import flambeau.args.Arg;
import flambeau.args.IgnoreIndex;
import flambeau.args.Reduction;
import flambeau.args.Weight;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code -w[t] input[t]} for class t: the negative log likelihood of log probabilities, and its mean.
 *
 * <p>Input {@code [n, c]}, {@code [c]} or {@code [n, c, d1, ..]}; target class indices, {@code [n]}, {@code []} or {@code [n,
 * d1, ..]}; the output is a scalar, with reduction NONE of the target's shape. Source: {@code torch.nn.NLLLoss}.
 *
 * {@snippet :
 * var loss = new NLLLoss().apply(logSoftmax(scores, 1), labels);
 * }
 */
public class NLLLoss extends Loss implements Weight.Taker, IgnoreIndex.Taker, Reduction.Taker {
    /** [c]: the weight of each class; null for none. */
    public final @Nullable Buffer weight;

    private final IgnoreIndex ignoreIndex;
    private final Reduction reduction;

    /**
     * A negative log likelihood.
     *
     * @param args weight (none), ignoreIndex (-100): a target that does not count; reduction (MEAN)
     */
    @SafeVarargs
    public NLLLoss(Arg<? super NLLLoss>... args) {
        var w = (Tensor) given(args, weight(null)).value();
        weight = w == null ? null : new Buffer(w);
        ignoreIndex = given(args, ignoreIndex(-100));
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return nllLoss(input, target, weight(weight), ignoreIndex, reduction);
    }
}
