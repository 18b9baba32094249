package flambeau.nn;

import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.p;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.swap;
import static flambeau.functional.F.tripletMarginLoss;

import flambeau.args.Arg;
import flambeau.args.Broadcast;
import flambeau.args.Eps;
import flambeau.args.Margin;
import flambeau.args.P;
import flambeau.args.Reduction;
import flambeau.args.Swap;
import flambeau.tensor.Tensor;

/**
 * {@code max(0, |anchor - positive| - |anchor - negative| + margin)} with norms of order p.
 *
 * <p>Inputs {@code [n, d]} or {@code [d]}; the output is a scalar, with reduction NONE {@code [n]} or {@code []}. Source: {@code
 * torch.nn.TripletMarginLoss}. Unlike PyTorch, shapes that only broadcasting makes equal are refused unless {@code broadcast(true)} is
 * given.
 *
 * {@snippet :
 * var loss = new TripletMarginLoss(swap(true)).apply(x, y, w); // anchor, positive, negative
 * }
 */
public class TripletMarginLoss extends TernaryLoss
        implements Margin.Taker, P.Taker, Eps.Taker, Swap.Taker, Reduction.Taker, Broadcast.Taker {
    private final Margin margin;
    private final P p;
    private final Eps eps;
    private final Swap swap;
    private final Reduction reduction;
    private final Broadcast broadcast;

    /**
     * A loss of triplets.
     *
     * @param args margin (1), p (2), eps (1e-6), swap (false), reduction (MEAN), broadcast (false)
     * @throws IllegalArgumentException if the margin is not positive
     */
    @SafeVarargs
    public TripletMarginLoss(Arg<? super TripletMarginLoss>... args) {
        margin = given(args, margin(1));
        if (!(margin.value() > 0))
            throw new IllegalArgumentException("TripletMarginLoss: margin must be positive, got " + margin.value());
        p = given(args, p(2));
        eps = given(args, eps(1e-6));
        swap = given(args, swap(false));
        reduction = given(args, reduction(Reduction.MEAN));
        broadcast = given(args, broadcast(false));
    }

    @Override
    protected Tensor forward(Tensor anchor, Tensor positive, Tensor negative) {
        return tripletMarginLoss(anchor, positive, negative, margin, p, eps, swap, reduction, broadcast);
    }
}
