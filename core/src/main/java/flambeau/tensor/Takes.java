package flambeau.tensor;

import flambeau.args.AllowUnused;
import flambeau.args.Alpha;
import flambeau.args.AssumeUnique;
import flambeau.args.Atol;
import flambeau.args.CheckGradDtypes;
import flambeau.args.CheckNan;
import flambeau.args.CheckUndefinedGrad;
import flambeau.args.Copy;
import flambeau.args.Correction;
import flambeau.args.CreateGraph;
import flambeau.args.Decimals;
import flambeau.args.Dim;
import flambeau.args.Dtype;
import flambeau.args.Edgeitems;
import flambeau.args.Eps;
import flambeau.args.EqualNan;
import flambeau.args.FastMode;
import flambeau.args.From;
import flambeau.args.GenNonContigGradOutputs;
import flambeau.args.GradOutputs;
import flambeau.args.Inputs;
import flambeau.args.Invert;
import flambeau.args.IsGradsBatched;
import flambeau.args.Keepdim;
import flambeau.args.Lambd;
import flambeau.args.Linewidth;
import flambeau.args.MaterializeGrads;
import flambeau.args.Mean;
import flambeau.args.Median;
import flambeau.args.Nan;
import flambeau.args.Neginf;
import flambeau.args.NondetTol;
import flambeau.args.P;
import flambeau.args.Posinf;
import flambeau.args.Precision;
import flambeau.args.PreserveRngState;
import flambeau.args.Profile;
import flambeau.args.RaiseException;
import flambeau.args.RandomSource;
import flambeau.args.Replacement;
import flambeau.args.RequiresGrad;
import flambeau.args.RetainGraph;
import flambeau.args.RoundingMode;
import flambeau.args.Rtol;
import flambeau.args.SciMode;
import flambeau.args.Sigma;
import flambeau.args.SparseGrad;
import flambeau.args.Std;
import flambeau.args.Strict;
import flambeau.args.Threshold;
import flambeau.args.To;
import flambeau.args.Value;

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

    /** Variance and standard deviation: dim, keepdim, correction. */
    public interface Var extends Dim.Taker, Keepdim.Taker, Correction.Taker {}

    /** Other reductions: dim, keepdim. */
    public interface Reduction extends Dim.Taker, Keepdim.Taker {}

    /** Extremes along one dimension: keepdim. */
    public interface Extreme extends Keepdim.Taker {}

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
}
