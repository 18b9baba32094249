package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.ignoreIndex;
import static flambeau.args.Args.labelSmoothing;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.functional.F.crossEntropy;

import flambeau.args.Arg;
import flambeau.args.IgnoreIndex;
import flambeau.args.LabelSmoothing;
import flambeau.args.Reduction;
import flambeau.args.Weight;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code -w[t] log softmax(input)[t]} for class t: the cross entropy between scores and a target, and its mean.
 *
 * <p>Input, scores without a softmax: {@code [n, c]}, {@code [c]} or {@code [n, c, d1, ..]}; target: class indices, {@code [n]},
 * {@code []} or {@code [n, d1, ..]}, or probabilities in the input's shape; the output is a scalar, with reduction NONE of the
 * input's shape without its classes. Source: {@code torch.nn.CrossEntropyLoss}.
 *
 * {@snippet :
 * var loss = new CrossEntropyLoss(labelSmoothing(0.1)).apply(scores, labels);
 * }
 */
public class CrossEntropyLoss extends Loss
        implements Weight.Taker, IgnoreIndex.Taker, Reduction.Taker, LabelSmoothing.Taker {
    /** [c]: the weight of each class; null for none. */
    public final @Nullable Buffer weight;

    private final IgnoreIndex ignoreIndex;
    private final Reduction reduction;
    private final LabelSmoothing labelSmoothing;

    /**
     * A cross entropy.
     *
     * @param args weight (none), ignoreIndex (-100): a class index that does not count; reduction (MEAN), labelSmoothing (0)
     */
    @SafeVarargs
    public CrossEntropyLoss(Arg<? super CrossEntropyLoss>... args) {
        var w = (Tensor) given(args, weight(null)).value();
        weight = w == null ? null : new Buffer(w);
        ignoreIndex = given(args, ignoreIndex(-100));
        reduction = given(args, reduction(Reduction.MEAN));
        labelSmoothing = given(args, labelSmoothing(0));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return crossEntropy(input, target, weight(weight), ignoreIndex, reduction, labelSmoothing);
    }
}
