package flambeau.nn;

import static flambeau.args.Args.beta;
import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.smoothL1Loss;

import flambeau.args.Arg;
import flambeau.args.Beta;
import flambeau.args.Broadcast;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code d^2 / (2 beta)} for distances d below beta, {@code d - beta / 2} above, and its mean.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Source: {@code torch.nn.SmoothL1Loss}; Girshick, Fast R-CNN.
 *
 * <p>Unlike PyTorch, shapes that differ are refused unless {@code broadcast(true)} is given.
 *
 * {@snippet :
 * var loss = new SmoothL1Loss().apply(input, target);
 * }
 */
public class SmoothL1Loss extends Loss implements Reduction.Taker, Beta.Taker, Broadcast.Taker {
    private final Reduction reduction;
    private final Beta beta;
    private final Broadcast broadcast;

    /**
     * A smooth mean distance.
     *
     * @param args reduction (MEAN), beta (1), broadcast (false)
     */
    @SafeVarargs
    public SmoothL1Loss(Arg<? super SmoothL1Loss>... args) {
        reduction = given(args, reduction(Reduction.MEAN));
        beta = given(args, beta(1.0));
        broadcast = given(args, broadcast(false));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return smoothL1Loss(input, target, reduction, beta, broadcast);
    }
}
