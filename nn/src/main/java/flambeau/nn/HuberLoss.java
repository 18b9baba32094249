package flambeau.nn;

import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.delta;
import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.huberLoss;

import flambeau.args.Arg;
import flambeau.args.Broadcast;
import flambeau.args.Delta;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code d^2 / 2} for distances d up to delta, {@code delta (d - delta / 2)} above, and its mean.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Source: {@code torch.nn.HuberLoss}.
 *
 * <p>Unlike PyTorch, shapes that differ are refused unless {@code broadcast(true)} is given.
 *
 * {@snippet :
 * var loss = new HuberLoss().apply(input, target);
 * }
 */
public class HuberLoss extends Loss implements Reduction.Taker, Delta.Taker, Broadcast.Taker {
    private final Reduction reduction;
    private final Delta delta;
    private final Broadcast broadcast;

    /**
     * Huber's loss.
     *
     * @param args reduction (MEAN), delta (1), broadcast (false)
     */
    @SafeVarargs
    public HuberLoss(Arg<? super HuberLoss>... args) {
        reduction = given(args, reduction(Reduction.MEAN));
        delta = given(args, delta(1));
        broadcast = given(args, broadcast(false));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return huberLoss(input, target, reduction, delta, broadcast);
    }
}
