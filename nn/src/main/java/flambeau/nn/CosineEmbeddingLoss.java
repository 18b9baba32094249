package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.cosineEmbeddingLoss;

import flambeau.args.Arg;
import flambeau.args.Margin;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code 1 - cos(input1, input2)} where the target is 1, {@code max(0, cos(input1, input2) - margin)} where it is -1.
 *
 * <p>Inputs are [n, d] or [d], the target is [n] or []; the output is a scalar, with reduction NONE of the shape of the target. Source: {@code torch.nn.CosineEmbeddingLoss}.
 *
 * {@snippet :
 * var loss = new CosineEmbeddingLoss().apply(input1, input2, target);
 * }
 */
public class CosineEmbeddingLoss extends TernaryLoss implements Margin.Taker, Reduction.Taker {
    private final Margin margin;
    private final Reduction reduction;

    /**
     * A loss of angles.
     *
     * @param args margin (0), reduction (MEAN)
     */
    @SafeVarargs
    public CosineEmbeddingLoss(Arg<? super CosineEmbeddingLoss>... args) {
        margin = given(args, margin(0));
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input1, Tensor input2, Tensor target) {
        return cosineEmbeddingLoss(input1, input2, target, margin, reduction);
    }
}
