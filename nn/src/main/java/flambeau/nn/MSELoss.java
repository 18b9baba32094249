package flambeau.nn;

import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.mseLoss;

import flambeau.args.Arg;
import flambeau.args.Broadcast;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code (input - target)^2}, and its mean.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Source: {@code
 * torch.nn.MSELoss}.
 *
 * <p>Unlike PyTorch, which only warns, shapes that differ are refused unless {@code broadcast(true)} is given.
 *
 * {@snippet :
 * var loss = new MSELoss().apply(y, target);
 * }
 */
public class MSELoss extends Loss implements Reduction.Taker, Broadcast.Taker {
    private final Reduction reduction;
    private final Broadcast broadcast;

    /**
     * A mean squared error.
     *
     * @param args reduction (MEAN), broadcast (false)
     */
    @SafeVarargs
    public MSELoss(Arg<? super MSELoss>... args) {
        reduction = given(args, reduction(Reduction.MEAN));
        broadcast = given(args, broadcast(false));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return mseLoss(input, target, reduction, broadcast);
    }
}
