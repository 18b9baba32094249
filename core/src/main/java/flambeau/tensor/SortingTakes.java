package flambeau.tensor;

import flambeau.args.Aweights;
import flambeau.args.Bins;
import flambeau.args.Correction;
import flambeau.args.Descending;
import flambeau.args.Dim;
import flambeau.args.Dx;
import flambeau.args.EdgeOrder;
import flambeau.args.Fweights;
import flambeau.args.Interpolation;
import flambeau.args.Keepdim;
import flambeau.args.Largest;
import flambeau.args.Max;
import flambeau.args.Min;
import flambeau.args.Minlength;
import flambeau.args.OutInt32;
import flambeau.args.ReturnCounts;
import flambeau.args.ReturnInverse;
import flambeau.args.Right;
import flambeau.args.Side;
import flambeau.args.Sorted;
import flambeau.args.Sorter;
import flambeau.args.Spacing;
import flambeau.args.Stable;
import flambeau.args.Weights;

/** Which keywords order, search and statistics take. */
public final class SortingTakes {
    private SortingTakes() {}

    /** Covariance: correction, fweights, aweights. */
    public interface Cov extends Correction.Taker, Fweights.Taker, Aweights.Taker {}

    /** Integrals: dim, dx. */
    public interface Trapezoid extends Dim.Taker, Dx.Taker {}

    /** Derivatives of samples: dim, spacing, edgeOrder. */
    public interface Gradient extends Dim.Taker, Spacing.Taker, EdgeOrder.Taker {}

    /** Quantiles: dim, keepdim, interpolation. */
    public interface Quantile extends Dim.Taker, Keepdim.Taker, Interpolation.Taker {}

    /** Sorting: dim, descending, stable. */
    public interface Sort extends Dim.Taker, Descending.Taker, Stable.Taker {}

    /** The largest or smallest: dim, largest, sorted. */
    public interface Topk extends Dim.Taker, Largest.Taker, Sorted.Taker {}

    /** Places in a sorted vector: outInt32, right. */
    public interface Bucketize extends OutInt32.Taker, Right.Taker {}

    /** Places in sorted sequences: outInt32, right, side, sorter. */
    public interface Search extends Bucketize, Side.Taker, Sorter.Taker {}

    /** Counts of numbers: weights, minlength. */
    public interface Bincount extends Weights.Taker, Minlength.Taker {}

    /** Counts in bins: bins, min, max. */
    public interface Histc extends Bins.Taker, Min.Taker, Max.Taker {}

    /** Runs of equal elements: returnInverse, returnCounts, dim. */
    public interface UniqueConsecutive extends ReturnInverse.Taker, ReturnCounts.Taker, Dim.Taker {}

    /** Elements without repetitions: sorted, returnInverse, returnCounts, dim. */
    public interface Unique extends UniqueConsecutive, Sorted.Taker {}
}
