package flambeau.tensor;

import flambeau.args.Accumulate;
import flambeau.args.AllowUnused;
import flambeau.args.Alpha;
import flambeau.args.Append;
import flambeau.args.AssumeUnique;
import flambeau.args.Atol;
import flambeau.args.Aweights;
import flambeau.args.Base;
import flambeau.args.Beta;
import flambeau.args.Bins;
import flambeau.args.CheckErrors;
import flambeau.args.CheckGradDtypes;
import flambeau.args.CheckNan;
import flambeau.args.CheckUndefinedGrad;
import flambeau.args.ComputeMode;
import flambeau.args.ComputeUv;
import flambeau.args.Copy;
import flambeau.args.Correction;
import flambeau.args.CreateGraph;
import flambeau.args.Decimals;
import flambeau.args.Descending;
import flambeau.args.Dim;
import flambeau.args.Dim1;
import flambeau.args.Dim2;
import flambeau.args.Dims;
import flambeau.args.Dtype;
import flambeau.args.Dx;
import flambeau.args.EdgeOrder;
import flambeau.args.Edgeitems;
import flambeau.args.End;
import flambeau.args.EndDim;
import flambeau.args.Eps;
import flambeau.args.EqualNan;
import flambeau.args.FastMode;
import flambeau.args.From;
import flambeau.args.FullMatrices;
import flambeau.args.Fweights;
import flambeau.args.GenNonContigGradOutputs;
import flambeau.args.GradOutputs;
import flambeau.args.Hermitian;
import flambeau.args.IncludeSelf;
import flambeau.args.Increasing;
import flambeau.args.Ind;
import flambeau.args.Indexing;
import flambeau.args.Inputs;
import flambeau.args.Interpolation;
import flambeau.args.Invert;
import flambeau.args.IsGradsBatched;
import flambeau.args.K;
import flambeau.args.Keepdim;
import flambeau.args.Lambd;
import flambeau.args.Largest;
import flambeau.args.Left;
import flambeau.args.Linewidth;
import flambeau.args.LstsqDriver;
import flambeau.args.MaterializeGrads;
import flambeau.args.MatrixNorm;
import flambeau.args.Max;
import flambeau.args.Mean;
import flambeau.args.Median;
import flambeau.args.Min;
import flambeau.args.Minlength;
import flambeau.args.N;
import flambeau.args.Nan;
import flambeau.args.Neginf;
import flambeau.args.NondetTol;
import flambeau.args.Ord;
import flambeau.args.OutInt32;
import flambeau.args.OutputSize;
import flambeau.args.P;
import flambeau.args.Pivot;
import flambeau.args.Posinf;
import flambeau.args.Precision;
import flambeau.args.Prepend;
import flambeau.args.PreserveRngState;
import flambeau.args.Profile;
import flambeau.args.QRMode;
import flambeau.args.R;
import flambeau.args.RaiseException;
import flambeau.args.RandomSource;
import flambeau.args.Rcond;
import flambeau.args.Reduce;
import flambeau.args.Replacement;
import flambeau.args.RequiresGrad;
import flambeau.args.RetainGraph;
import flambeau.args.ReturnCounts;
import flambeau.args.ReturnInverse;
import flambeau.args.Right;
import flambeau.args.RoundingMode;
import flambeau.args.Rtol;
import flambeau.args.SciMode;
import flambeau.args.Side;
import flambeau.args.Sigma;
import flambeau.args.Some;
import flambeau.args.Sorted;
import flambeau.args.Sorter;
import flambeau.args.Spacing;
import flambeau.args.SparseGrad;
import flambeau.args.Stable;
import flambeau.args.Start;
import flambeau.args.StartDim;
import flambeau.args.Std;
import flambeau.args.Step;
import flambeau.args.StorageOffset;
import flambeau.args.Strict;
import flambeau.args.Threshold;
import flambeau.args.To;
import flambeau.args.Unbiased;
import flambeau.args.Unitriangular;
import flambeau.args.Upper;
import flambeau.args.Value;
import flambeau.args.Weights;
import flambeau.args.WithReplacement;

/** Which keywords the operations of tensors take. */
public final class Takes {
    private Takes() {}

    /** A function that makes a tensor: dtype, requiresGrad. */
    public interface New extends Dtype.Taker, RequiresGrad.Taker {}

    /** A function that makes a random tensor: generator, dtype, requiresGrad. */
    public interface NewRandom extends New, RandomSource.Taker {}

    /** A random change in place: generator. */
    public interface Random extends RandomSource.Taker {}

    /** A change in place to evenly distributed or whole numbers: from, to, generator. */
    public interface RandomRange extends Random, From.Taker, flambeau.args.To.Taker {}

    /** Normal numbers: mean, std, generator. */
    public interface Normal extends Random, Mean.Taker, Std.Taker {}

    /** New normal numbers around given means: std, generator. */
    public interface NormalAround extends Random, Std.Taker {}

    /** Numbers of Cauchy's distribution: median, sigma, generator. */
    public interface Cauchy extends Random, Median.Taker, Sigma.Taker {}

    /** Numbers of the exponential distribution: lambd, generator. */
    public interface Exponential extends Random, Lambd.Taker {}

    /** Zeros and ones: p, generator. */
    public interface Bernoulli extends Random, P.Taker {}

    /** A conversion: copy. */
    public interface To extends Copy.Taker {}

    /** A way to a device: dtype, copy. */
    public interface ToDevice extends To, Dtype.Taker {}

    /** How tensors are printed: profile, precision, threshold, edgeitems, linewidth, sciMode. */
    public interface Print
            extends Profile.Taker, Precision.Taker, Threshold.Taker, Edgeitems.Taker, Linewidth.Taker, SciMode.Taker {}

    /** Draws from categories: generator, replacement. */
    public interface Multinomial extends Random, Replacement.Taker {}

    /** Sum, mean and product: dim, keepdim, dtype. */
    public interface Sum extends Dim.Taker, Keepdim.Taker, Dtype.Taker {}

    /** Variance and standard deviation: dim, keepdim, correction, unbiased. */
    public interface Var extends Dim.Taker, Keepdim.Taker, Correction.Taker, Unbiased.Taker {}

    /** Other reductions: dim, keepdim. */
    public interface Reduction extends Dim.Taker, Keepdim.Taker {}

    /** Extremes along one dimension: keepdim. */
    public interface Extreme extends Keepdim.Taker {}

    /** Dimensions joined: startDim, endDim. */
    public interface Flatten extends StartDim.Taker, EndDim.Taker {}

    /** Elements repeated: dim, outputSize. */
    public interface RepeatInterleave extends Dim.Taker, OutputSize.Taker {}

    /** A diagonal of two dimensions: offset, dim1, dim2. */
    public interface Diagonal extends Offset, Dim1.Taker, Dim2.Taker {}

    /** A diagonal: offset. */
    public interface Offset extends flambeau.args.Offset.Taker {}

    /** A diagonal, and what lies beside it: diagonal. */
    public interface FromDiagonal extends flambeau.args.Diagonal.Taker {}

    /** A part along a dimension: dim, start, end, step. */
    public interface Slice extends Dim.Taker, Start.Taker, End.Taker, Step.Taker {}

    /** Differences: n, dim, prepend, append. */
    public interface Diff extends N.Taker, Dim.Taker, Prepend.Taker, Append.Taker {}

    /** Writing by index: reduce. */
    public interface Scatter extends Reduce.Taker {}

    /** Reducing by index: includeSelf. */
    public interface ScatterReduce extends IncludeSelf.Taker {}

    /** Writing at places: accumulate. */
    public interface Put extends Accumulate.Taker {}

    /** A mesh: indexing. */
    public interface Meshgrid extends Indexing.Taker {}

    /** Combinations of elements: r, withReplacement. */
    public interface Combinations extends R.Taker, WithReplacement.Taker {}

    /** Rotation by 90 degrees: k, dims. */
    public interface Rot90 extends K.Taker, Dims.Taker {}

    /** Moving around: dims. */
    public interface Roll extends Dims.Taker {}

    /** Steps between powers: base, dtype, requiresGrad. */
    public interface Logspace extends New, Base.Taker {}

    /** Indices of a triangle: offset, dtype. */
    public interface TriangleIndices extends Offset, Dtype.Taker {}

    /** A view by strides: storageOffset. */
    public interface AsStrided extends StorageOffset.Taker {}

    /** Addition and subtraction: alpha. */
    public interface Scaled extends Alpha.Taker {}

    /** Division: roundingMode. */
    public interface Division extends RoundingMode.Taker {}

    /** Rounding: decimals. */
    public interface Round extends Decimals.Taker {}

    /** The inverse of sigmoid: eps. */
    public interface Logit extends Eps.Taker {}

    /** A scaled product that is added: value. */
    public interface Product extends Value.Taker {}

    /** Numbers for what is not one: nan, posinf, neginf. */
    public interface Numbers extends Nan.Taker, Posinf.Taker, Neginf.Taker {}

    /** Whether numbers are close: rtol, atol, equalNan. */
    public interface Close extends Rtol.Taker, Atol.Taker, EqualNan.Taker {}

    /** Whether elements occur elsewhere: assumeUnique, invert. */
    public interface Member extends AssumeUnique.Taker, Invert.Taker {}
    /** A product that is scaled and added to something: beta, alpha. */
    public interface ScaledProduct extends Scaled, Beta.Taker {}

    /** Cross product: dim. */
    public interface Cross extends Dim.Taker {}

    /** The matrix of Vandermonde: n, increasing. */
    public interface Vander extends Ordered, N.Taker {}

    /** What has an order: increasing. */
    public interface Ordered extends Increasing.Taker {}

    /** Norms along dimensions: dim, keepdim, dtype. */
    public interface Reduced extends Dim.Taker, Keepdim.Taker, Dtype.Taker {}

    /** Norms: p, dim, keepdim, dtype. */
    public interface Norm extends Reduced, P.Taker, MatrixNorm.Taker {}

    /** Distances of all pairs: p, computeMode. */
    public interface Cdist extends P.Taker, ComputeMode.Taker {}

    /** Triangular factors: upper. */
    public interface Triangle extends Upper.Taker {}

    /** Triangular factors: upper, checkErrors. */
    public interface CheckedTriangle extends Triangle, CheckErrors.Taker {}

    /** What reports failures by a number: checkErrors. */
    public interface Checked extends CheckErrors.Taker {}

    /** LU factors: pivot. */
    public interface Pivoted extends Pivot.Taker {}

    /** LU factors: pivot, checkErrors. */
    public interface CheckedPivoted extends Pivoted, CheckErrors.Taker {}

    /** QR factors: mode. */
    public interface Qr extends QRMode.Taker {}

    /** QR factors: some. */
    public interface QrSome extends Some.Taker {}

    /** Singular values: fullMatrices. */
    public interface Svd extends FullMatrices.Taker {}

    /** Singular values: some, computeUv. */
    public interface SvdSome extends Some.Taker, ComputeUv.Taker {}

    /** Pseudoinverse: rcond. */
    public interface Pseudo extends Rcond.Taker {}

    /** Equations: left. */
    public interface Sided extends Left.Taker {}

    /** Equations: left, checkErrors. */
    public interface CheckedSided extends Sided, CheckErrors.Taker {}

    /** Triangular equations: upper, left, unitriangular. */
    public interface Triangular extends Sided, Upper.Taker, Unitriangular.Taker {}

    /** Ranks: atol, rtol, hermitian. */
    public interface Rank extends Atol.Taker, Rtol.Taker, Hermitian.Taker {}

    /** Least squares: rcond, driver. */
    public interface Lstsq extends Rcond.Taker, LstsqDriver.Taker {}

    /** Inverses of tensors: ind. */
    public interface TensorInverse extends Ind.Taker {}

    /** Norms of vectors: ord, dim, keepdim, dtype. */
    public interface VectorNorm extends Reduced, Ord.Taker {}

    /** Norms of vectors and matrices: ord (a number or a name), dim, keepdim, dtype. */
    public interface Norms extends VectorNorm, MatrixNorm.Taker {}

    /** Condition numbers: p (a number or a name). */
    public interface Cond extends P.Taker, MatrixNorm.Taker {}

    /** Matrices of Vandermonde: n. */
    public interface VanderBatch extends N.Taker {}

    /** Softmax: dtype. */
    public interface Softmax extends Dtype.Taker {}

    /** Backward: retainGraph, createGraph, inputs. */
    public interface Backward extends RetainGraph.Taker, CreateGraph.Taker, Inputs.Taker {}

    /** One gradient that is returned: retainGraph, createGraph, gradOutputs, materializeGrads. */
    public interface GradOfOne
            extends RetainGraph.Taker, CreateGraph.Taker, GradOutputs.Taker, MaterializeGrads.Taker {}

    /** Gradients that are returned: those of one, and allowUnused, isGradsBatched. */
    public interface Grad extends GradOfOne, AllowUnused.Taker, IsGradsBatched.Taker {}

    /** Gathering: sparseGrad. */
    public interface Gather extends SparseGrad.Taker {}

    /** Anomaly detection: checkNan. */
    public interface Anomaly extends CheckNan.Taker {}

    /** Checkpoints: preserveRngState. */
    public interface Checkpoint extends PreserveRngState.Taker {}

    /** Checks of second gradients: eps, atol, rtol, raiseException, nondetTol and others. */
    public interface Gradgradcheck
            extends Eps.Taker,
                    Atol.Taker,
                    Rtol.Taker,
                    RaiseException.Taker,
                    NondetTol.Taker,
                    CheckUndefinedGrad.Taker,
                    CheckGradDtypes.Taker,
                    FastMode.Taker,
                    GenNonContigGradOutputs.Taker {}

    /** Checks of gradients: eps, atol, rtol, raiseException, nondetTol and others. */
    public interface Gradcheck
            extends Eps.Taker,
                    Atol.Taker,
                    Rtol.Taker,
                    RaiseException.Taker,
                    NondetTol.Taker,
                    CheckUndefinedGrad.Taker,
                    CheckGradDtypes.Taker,
                    FastMode.Taker {}

    /** Products with Jacobians and Hessians: createGraph, strict. */
    public interface Functional extends CreateGraph.Taker, Strict.Taker {}

    /** Covariance: correction, fweights, aweights. */
    public interface Cov extends Correction.Taker, Fweights.Taker, Aweights.Taker {}

    /** Counts: dim. */
    public interface Count extends Dim.Taker {}

    /** One dimension: dim. */
    public interface Along extends Dim.Taker {}

    /** Integrals: dim, dx. */
    public interface Trapezoid extends Dim.Taker, Dx.Taker {}

    /** Derivatives of samples: dim, spacing, edgeOrder. */
    public interface Gradient extends Dim.Taker, Spacing.Taker, EdgeOrder.Taker {}

    /** Running sums and products: dtype. */
    public interface Scan extends Dtype.Taker {}

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
