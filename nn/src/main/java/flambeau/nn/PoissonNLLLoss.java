package flambeau.nn;

import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.full;
import static flambeau.args.Args.given;
import static flambeau.args.Args.logInput;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.poissonNllLoss;

import flambeau.args.Arg;
import flambeau.args.Broadcast;
import flambeau.args.Eps;
import flambeau.args.Full;
import flambeau.args.LogInput;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code e^input - target input}: the negative log likelihood of counts whose rate has the logarithm input, and its mean.
 *
 * <p>Input and target have one shape; the output is a scalar, with reduction NONE of their shape. Source: {@code
 * torch.nn.PoissonNLLLoss}.
 *
 * <p>Unlike PyTorch, shapes that differ are refused unless {@code broadcast(true)} is given.
 *
 * {@snippet :
 * var loss = new PoissonNLLLoss().apply(input, target);
 * }
 */
public class PoissonNLLLoss extends Loss
        implements LogInput.Taker, Full.Taker, Eps.Taker, Reduction.Taker, Broadcast.Taker {
    private final LogInput logInput;
    private final Full full;
    private final Eps eps;
    private final Reduction reduction;
    private final Broadcast broadcast;

    /**
     * A Poisson likelihood.
     *
     * @param args logInput (true), full (false), eps (1e-8), reduction (MEAN), broadcast (false)
     */
    @SafeVarargs
    public PoissonNLLLoss(Arg<? super PoissonNLLLoss>... args) {
        logInput = given(args, logInput(true));
        full = given(args, full(false));
        eps = given(args, eps(1e-8));
        reduction = given(args, reduction(Reduction.MEAN));
        broadcast = given(args, broadcast(false));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        return poissonNllLoss(input, target, logInput, full, eps, reduction, broadcast);
    }
}
