package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.functional.F.binaryCrossEntropy;

import flambeau.args.Arg;
import flambeau.args.Reduction;
import flambeau.args.Weight;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code -(target log(input) + (1 - target) log(1 - input))} for probabilities, and its mean.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Source: {@code torch.nn.BCELoss}.
 *
 * {@snippet :
 * var loss = new BCELoss().apply(input, target);
 * }
 */
public class BCELoss extends Loss implements Weight.Taker, Reduction.Taker {
    /** A factor of each loss, which broadcasts; null for none. */
    public final @Nullable Buffer weight;

    private final Reduction reduction;

    /**
     * A binary cross entropy.
     *
     * @param args weight (none), reduction (MEAN)
     */
    @SafeVarargs
    public BCELoss(Arg<? super BCELoss>... args) {
        var w = (Tensor) given(args, weight(null)).value();
        weight = w == null ? null : new Buffer(w);
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return binaryCrossEntropy(input, target, weight(weight), reduction);
    }
}
