package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.swap;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Broadcast;
import flambeau.tensor.Tensor;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Losses of an anchor, something that should be near it, and something that should not. */
abstract sealed class TripletLosses extends MarginLosses permits Losses {
    TripletLosses() {}

    /**
     * {@code max(0, |anchor - positive| - |anchor - negative| + margin)} with norms of order p, as {@link #pairwiseDistance} has them.
     *
     * <p>With swap, the positive example takes the place of the anchor where it is nearer to the negative one. Source: Balntas et al.,
     * Learning shallow convolutional feature descriptors with triplet losses. Unlike PyTorch, shapes that only broadcasting makes
     * equal are refused unless {@code broadcast(true)} is given.
     *
     * @param anchor [n, d] or [d]
     * @param positive the same shape
     * @param negative the same shape
     * @param args margin (1), p (2), eps (1e-6), swap (false), reduction (MEAN), broadcast (false)
     * @return a scalar; with reduction NONE the shape without the last dimension
     * @throws IllegalArgumentException if shapes do not agree, or the margin is not positive
     */
    @SafeVarargs
    public static Tensor tripletMarginLoss(
            Tensor anchor, Tensor positive, Tensor negative, Arg<? super LossTakes.TripletMargin>... args) {
        var p = given(args, Args.p(2));
        var eps = given(args, Args.eps(1e-6));
        return triplet("tripletMarginLoss", anchor, positive, negative, (a, b) -> pairwiseDistance(a, b, p, eps), args);
    }

    /** {@link #tripletMarginWithDistanceLoss(Tensor, Tensor, Tensor, BinaryOperator, Arg...)} with {@link #pairwiseDistance}. */
    @SafeVarargs
    public static Tensor tripletMarginWithDistanceLoss(
            Tensor anchor, Tensor positive, Tensor negative, Arg<? super LossTakes.TripletMarginWithDistance>... args) {
        return tripletMarginWithDistanceLoss(anchor, positive, negative, null, args);
    }

    /**
     * {@code max(0, f(anchor, positive) - f(anchor, negative) + margin)} for a distance f.
     *
     * <p>Unlike PyTorch, shapes that only broadcasting makes equal are refused unless {@code broadcast(true)} is given.
     *
     * @param anchor [n, ..]
     * @param positive the same shape
     * @param negative the same shape
     * @param distanceFunction the distance; null for {@link #pairwiseDistance}
     * @param args margin (1), swap (false): with {@code min(f(anchor, negative), f(positive, negative))}; reduction (MEAN), broadcast
     *     (false)
     * @return a scalar; with reduction NONE the shape of the distances
     * @throws IllegalArgumentException if shapes do not agree, or the margin is not positive
     */
    @SafeVarargs
    public static Tensor tripletMarginWithDistanceLoss(
            Tensor anchor,
            Tensor positive,
            Tensor negative,
            @Nullable BinaryOperator<Tensor> distanceFunction,
            Arg<? super LossTakes.TripletMarginWithDistance>... args) {
        BinaryOperator<Tensor> distance =
                distanceFunction == null ? (a, b) -> pairwiseDistance(a, b) : distanceFunction;
        return triplet("tripletMarginWithDistanceLoss", anchor, positive, negative, distance, args);
    }

    private static Tensor triplet(
            String op,
            Tensor anchor,
            Tensor positive,
            Tensor negative,
            BinaryOperator<Tensor> distance,
            Arg<?>[] args) {
        double margin = given(args, margin(1)).value();
        if (!(margin > 0)) throw Refusal.of("%s: margin must be positive, got %s", op, margin);
        boolean same = anchor.shape().equals(positive.shape()) && anchor.shape().equals(negative.shape());
        boolean alike = anchor.dim() == positive.dim() && anchor.dim() == negative.dim();
        if (!same && !(alike && given(args, new Broadcast(false)).value()))
            throw Refusal.of(
                    "%s: anchor %s, positive %s and negative %s must have one shape, or broadcast(true) be given",
                    op,
                    anchor.shape().text(),
                    positive.shape().text(),
                    negative.shape().text());
        var near = distance.apply(anchor, positive);
        var far = distance.apply(anchor, negative);
        if (given(args, swap(false)).value()) far = far.minimum(distance.apply(positive, negative));
        return reduce(op, near.add(margin).sub(far).clampMin(0), args);
    }
}
