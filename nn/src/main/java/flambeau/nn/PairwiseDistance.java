package flambeau.nn;

import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;
import static flambeau.args.Args.p;
import static flambeau.functional.F.pairwiseDistance;

import flambeau.args.Arg;
import flambeau.args.Eps;
import flambeau.args.Keepdim;
import flambeau.args.P;
import flambeau.tensor.Tensor;

/**
 * The norm of order p of {@code x1 - x2 + eps} along the last dimension.
 *
 * <p>Inputs {@code [n, d]} or {@code [d]}, output {@code [n]} or {@code []}, with keepdim {@code [n, 1]} or {@code [1]}. Source: {@code
 * torch.nn.PairwiseDistance}.
 *
 * {@snippet :
 * var distance = new PairwiseDistance(p(1)).apply(input1, input2);
 * }
 */
public class PairwiseDistance extends Distance implements P.Taker, Eps.Taker, Keepdim.Taker {
    private final P p;
    private final Eps eps;
    private final Keepdim keepdim;

    /**
     * A distance.
     *
     * @param args p (2), eps (1e-6), keepdim (false)
     */
    @SafeVarargs
    public PairwiseDistance(Arg<? super PairwiseDistance>... args) {
        p = given(args, p(2));
        eps = given(args, eps(1e-6));
        keepdim = given(args, keepdim(false));
    }

    @Override
    protected Tensor forward(Tensor x1, Tensor x2) {
        return pairwiseDistance(x1, x2, p, eps, keepdim);
    }
}
