package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.posWeight;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.functional.F.binaryCrossEntropyWithLogits;

import flambeau.args.Arg;
import flambeau.args.PosWeight;
import flambeau.args.Reduction;
import flambeau.args.Weight;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The binary cross entropy of {@code 1 / (1 + e^-input)}, without overflow, and its mean.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Source: {@code torch.nn.BCEWithLogitsLoss}.
 *
 * {@snippet :
 * var loss = new BCEWithLogitsLoss().apply(input, target);
 * }
 */
public class BCEWithLogitsLoss extends Loss implements Weight.Taker, PosWeight.Taker, Reduction.Taker {
    /** A factor of each loss, which broadcasts; null for none. */
    public final @Nullable Buffer weight;

    /** A factor of the positive part, which broadcasts; null for none. */
    public final @Nullable Buffer posWeight;

    private final Reduction reduction;

    /**
     * A binary cross entropy of scores.
     *
     * @param args weight (none), posWeight (none), reduction (MEAN)
     */
    @SafeVarargs
    public BCEWithLogitsLoss(Arg<? super BCEWithLogitsLoss>... args) {
        var w = (Tensor) given(args, weight(null)).value();
        weight = w == null ? null : new Buffer(w);
        var positive = (Tensor) given(args, posWeight(null)).value();
        posWeight = positive == null ? null : new Buffer(positive);
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return binaryCrossEntropyWithLogits(input, target, weight(weight), posWeight(posWeight), reduction);
    }
}
