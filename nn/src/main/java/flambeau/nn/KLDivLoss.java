package flambeau.nn;

import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.given;
import static flambeau.args.Args.logTarget;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.klDiv;

import flambeau.args.Arg;
import flambeau.args.Broadcast;
import flambeau.args.LogTarget;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code target (log(target) - input)}: the Kullback-Leibler divergence of log probabilities from probabilities.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Reduction BATCHMEAN is what mathematics means. Source: {@code torch.nn.KLDivLoss}.
 *
 * <p>Unlike PyTorch, shapes that differ are refused unless {@code broadcast(true)} is given.
 *
 * {@snippet :
 * var loss = new KLDivLoss().apply(input, target);
 * }
 */
public class KLDivLoss extends Loss implements Reduction.Taker, LogTarget.Taker, Broadcast.Taker {
    private final Reduction reduction;
    private final LogTarget logTarget;
    private final Broadcast broadcast;

    /**
     * A divergence.
     *
     * @param args reduction (MEAN), logTarget (false), broadcast (false)
     */
    @SafeVarargs
    public KLDivLoss(Arg<? super KLDivLoss>... args) {
        reduction = given(args, reduction(Reduction.MEAN));
        logTarget = given(args, logTarget(false));
        broadcast = given(args, broadcast(false));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return klDiv(input, target, reduction, logTarget, broadcast);
    }
}
