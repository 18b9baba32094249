package flambeau.nn;

import static flambeau.args.Args.eps;
import static flambeau.args.Args.full;
import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.functional.F.gaussianNllLoss;

import flambeau.args.Arg;
import flambeau.args.Eps;
import flambeau.args.Full;
import flambeau.args.Reduction;
import flambeau.tensor.Tensor;

/**
 * {@code (log var + (input - target)^2 / var) / 2}: the negative log likelihood of normal numbers.
 *
 * <p>Input, target and var have one shape, or var lacks the last dimension or has size 1 there; the output is a scalar, with reduction NONE of the shape of the input. Source: {@code torch.nn.GaussianNLLLoss}.
 *
 * {@snippet :
 * var loss = new GaussianNLLLoss().apply(input, target, var);
 * }
 */
public class GaussianNLLLoss extends TernaryLoss implements Full.Taker, Eps.Taker, Reduction.Taker {
    private final Full full;
    private final Eps eps;
    private final Reduction reduction;

    /**
     * A Gaussian likelihood.
     *
     * @param args full (false), eps (1e-6), reduction (MEAN)
     */
    @SafeVarargs
    public GaussianNLLLoss(Arg<? super GaussianNLLLoss>... args) {
        full = given(args, full(false));
        eps = given(args, eps(1e-6));
        reduction = given(args, reduction(Reduction.MEAN));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target, Tensor var) {
        return gaussianNllLoss(input, target, var, full, eps, reduction);
    }
}
