package flambeau.nn;

import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.l1Loss;

import flambeau.args.Arg;
import flambeau.args.Broadcast;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code |input - target|}, and its mean.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Source: {@code torch.nn.L1Loss}.
 *
 * <p>Unlike PyTorch, shapes that differ are refused unless {@code broadcast(true)} is given.
 *
 * {@snippet :
 * var loss = new L1Loss().apply(input, target);
 * }
 */
public class L1Loss extends Loss implements Reduction.Taker, Broadcast.Taker {
    private final Reduction reduction;
    private final Broadcast broadcast;

    /**
     * A mean distance.
     *
     * @param args reduction (MEAN), broadcast (false)
     */
    @SafeVarargs
    public L1Loss(Arg<? super L1Loss>... args) {
        reduction = given(args, reduction(Reduction.MEAN));
        broadcast = given(args, broadcast(false));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return l1Loss(input, target, reduction, broadcast);
    }
}
