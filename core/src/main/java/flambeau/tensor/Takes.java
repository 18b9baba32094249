package flambeau.tensor;

import flambeau.args.Accumulate;
import flambeau.args.Alpha;
import flambeau.args.Append;
import flambeau.args.AssumeUnique;
import flambeau.args.Atol;
import flambeau.args.Base;
import flambeau.args.Copy;
import flambeau.args.Correction;
import flambeau.args.Decimals;
import flambeau.args.Dim;
import flambeau.args.Dim1;
import flambeau.args.Dim2;
import flambeau.args.Dims;
import flambeau.args.Dtype;
import flambeau.args.Edgeitems;
import flambeau.args.End;
import flambeau.args.EndDim;
import flambeau.args.Eps;
import flambeau.args.EqualNan;
import flambeau.args.From;
import flambeau.args.IncludeSelf;
import flambeau.args.Indexing;
import flambeau.args.Invert;
import flambeau.args.K;
import flambeau.args.Keepdim;
import flambeau.args.Lambd;
import flambeau.args.Linewidth;
import flambeau.args.Mean;
import flambeau.args.Median;
import flambeau.args.N;
import flambeau.args.Nan;
import flambeau.args.Neginf;
import flambeau.args.OutputSize;
import flambeau.args.P;
import flambeau.args.Posinf;
import flambeau.args.Precision;
import flambeau.args.Prepend;
import flambeau.args.Profile;
import flambeau.args.R;
import flambeau.args.RandomSource;
import flambeau.args.Reduce;
import flambeau.args.Replacement;
import flambeau.args.RequiresGrad;
import flambeau.args.RoundingMode;
import flambeau.args.Rtol;
import flambeau.args.SciMode;
import flambeau.args.Sigma;
import flambeau.args.SparseGrad;
import flambeau.args.Start;
import flambeau.args.StartDim;
import flambeau.args.Std;
import flambeau.args.Step;
import flambeau.args.StorageOffset;
import flambeau.args.Threshold;
import flambeau.args.To;
import flambeau.args.Unbiased;
import flambeau.args.Value;
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

    /** Softmax: dtype. */
    public interface Softmax extends Dtype.Taker {}

    /** Gathering: sparseGrad. */
    public interface Gather extends SparseGrad.Taker {}

    /** Counts: dim. */
    public interface Count extends Dim.Taker {}

    /** One dimension: dim. */
    public interface Along extends Dim.Taker {}

    /** Running sums and products: dtype. */
    public interface Scan extends Dtype.Taker {}
}
