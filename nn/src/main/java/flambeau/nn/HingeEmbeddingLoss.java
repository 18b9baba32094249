package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.hingeEmbeddingLoss;

import flambeau.args.Arg;
import flambeau.args.Margin;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code input} where the target is 1, {@code max(0, margin - input)} where it is -1, and its mean.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Source: {@code torch.nn.HingeEmbeddingLoss}.
 *
 * {@snippet :
 * var loss = new HingeEmbeddingLoss().apply(input, target);
 * }
 */
public class HingeEmbeddingLoss extends Loss implements Margin.Taker, Reduction.Taker {
    private final Margin margin;
    private final Reduction reduction;

    /**
     * A hinge.
     *
     * @param args margin (1), reduction (MEAN)
     */
    @SafeVarargs
    public HingeEmbeddingLoss(Arg<? super HingeEmbeddingLoss>... args) {
        margin = given(args, margin(1));
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return hingeEmbeddingLoss(input, target, margin, reduction);
    }
}
