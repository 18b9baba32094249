package flambeau.nn;

import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.given;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.swap;
import static flambeau.functional.F.tripletMarginWithDistanceLoss;

import flambeau.args.Arg;
import flambeau.args.Broadcast;
import flambeau.args.Margin;
import flambeau.args.Reduction;
import flambeau.args.Swap;
import flambeau.tensor.Tensor;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code max(0, f(anchor, positive) - f(anchor, negative) + margin)} for a distance f.
 *
 * <p>Inputs have one shape; the output is a scalar, with reduction NONE of the shape of the distances. Source: {@code
 * torch.nn.TripletMarginWithDistanceLoss}. Unlike PyTorch, shapes that only broadcasting makes equal are refused unless {@code
 * broadcast(true)} is given.
 *
 * {@snippet :
 * var loss = new TripletMarginWithDistanceLoss(new PairwiseDistance(p(1)), swap(true)).apply(x, y, w); // anchor, positive, negative
 * }
 */
public class TripletMarginWithDistanceLoss extends TernaryLoss
        implements Margin.Taker, Swap.Taker, Reduction.Taker, Broadcast.Taker {
    /** The distance: a function, or a module, whose state is part of this one's. */
    public final BinaryOperator<Tensor> distanceFunction;

    private final Margin margin;
    private final Swap swap;
    private final Reduction reduction;
    private final Broadcast broadcast;

    /**
     * A loss of triplets by the distance of {@link PairwiseDistance}.
     *
     * @param args margin (1), swap (false), reduction (MEAN), broadcast (false)
     * @throws IllegalArgumentException if the margin is not positive
     */
    @SafeVarargs
    public TripletMarginWithDistanceLoss(Arg<? super TripletMarginWithDistanceLoss>... args) {
        this(null, args);
    }

    /**
     * A loss of triplets.
     *
     * @param distanceFunction the distance, as a function or a module; null for {@link PairwiseDistance}
     * @param args margin (1), swap (false), reduction (MEAN), broadcast (false)
     * @throws IllegalArgumentException if the margin is not positive
     */
    @SafeVarargs
    public TripletMarginWithDistanceLoss(
            @Nullable BinaryOperator<Tensor> distanceFunction, Arg<? super TripletMarginWithDistanceLoss>... args) {
        this.distanceFunction = distanceFunction == null ? new PairwiseDistance() : distanceFunction;
        margin = given(args, margin(1));
        if (!(margin.value() > 0))
            throw new IllegalArgumentException(
                    "TripletMarginWithDistanceLoss: margin must be positive, got " + margin.value());
        swap = given(args, swap(false));
        reduction = given(args, reduction(Reduction.MEAN));
        broadcast = given(args, broadcast(false));
    }

    @Override
    protected Tensor forward(Tensor anchor, Tensor positive, Tensor negative) {
        return tripletMarginWithDistanceLoss(
                anchor, positive, negative, distanceFunction, margin, swap, reduction, broadcast);
    }
}
