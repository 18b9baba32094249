package flambeau.functional;

import flambeau.args.Beta;
import flambeau.args.Blank;
import flambeau.args.Broadcast;
import flambeau.args.Delta;
import flambeau.args.Eps;
import flambeau.args.Full;
import flambeau.args.IgnoreIndex;
import flambeau.args.LabelSmoothing;
import flambeau.args.LinearBias;
import flambeau.args.LinearCrossEntropyOptions;
import flambeau.args.LogInput;
import flambeau.args.LogTarget;
import flambeau.args.P;
import flambeau.args.PosWeight;
import flambeau.args.Reduction;
import flambeau.args.Swap;
import flambeau.args.Weight;
import flambeau.args.ZeroInfinity;

/** Which keywords losses take. */
public final class LossTakes {
    private LossTakes() {}

    /** A loss that can be broadcast, and weighted by element: reduction, weight, broadcast. */
    public interface MseLoss extends Reduced, Weight.Taker, Broadcast.Taker {}

    /** A loss with nothing but a reduction. */
    public interface Reduced extends Reduction.Taker {}

    /** The smooth distance: reduction, beta, broadcast. */
    public interface SmoothL1 extends Reduced, Beta.Taker, Broadcast.Taker {}

    /** Huber's loss: reduction, delta, weight, broadcast. */
    public interface Huber extends MseLoss, Delta.Taker {}

    /** The likelihood of counts: logInput, full, eps, reduction, broadcast. */
    public interface PoissonNll extends LogInput.Taker, Full.Taker, Eps.Taker, Reduced, Broadcast.Taker {}

    /** The likelihood of normal numbers: full, eps, reduction. */
    public interface GaussianNll extends Full.Taker, Eps.Taker, Reduced {}

    /** The binary cross entropy: weight, reduction. */
    public interface BinaryCrossEntropy extends Weight.Taker, Reduced {}

    /** The binary cross entropy of scores: weight, posWeight, reduction. */
    public interface BinaryCrossEntropyWithLogits extends BinaryCrossEntropy, PosWeight.Taker {}

    /** The divergence of distributions: reduction, logTarget, broadcast. */
    public interface KlDiv extends Reduced, LogTarget.Taker, Broadcast.Taker {}

    /** Unaligned sequences: blank, reduction, zeroInfinity. */
    public interface Ctc extends Blank.Taker, Reduced, ZeroInfinity.Taker {}

    /** A loss with a margin: margin, reduction. */
    public interface Margin extends flambeau.args.Margin.Taker, Reduced {}

    /** The margin of classes: p, margin, weight, reduction. */
    public interface MultiMargin extends P.Taker, Margin, Weight.Taker {}

    /** The negative log likelihood: weight, ignoreIndex, reduction. */
    public interface NllLoss extends Weight.Taker, IgnoreIndex.Taker, Reduction.Taker {}

    /** The cross entropy: weight, ignoreIndex, reduction, labelSmoothing. */
    public interface CrossEntropy extends NllLoss, LabelSmoothing.Taker {}

    /** A triplet and a distance: margin, swap, reduction, broadcast. */
    public interface TripletMarginWithDistance extends Margin, Swap.Taker, Broadcast.Taker {}

    /** A triplet: margin, p, eps, swap, reduction, broadcast. */
    public interface TripletMargin extends TripletMarginWithDistance, P.Taker, Eps.Taker {}

    /** A linear layer and its cross entropy: linearBias, weight, reduction, ignoreIndex, labelSmoothing, options. */
    public interface LinearCrossEntropy extends CrossEntropy, LinearBias.Taker, LinearCrossEntropyOptions.Taker {}
}
