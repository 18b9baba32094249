package flambeau.args;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keywords of gradients and how they are checked. */
abstract sealed class AutogradArgs extends AttentionArgs permits CreationArgs {
    AutogradArgs() {}

    /** Whether an input on which no output depends has the gradient null, instead of being refused. */
    public static AllowUnused allowUnused(boolean value) {
        return new AllowUnused(value);
    }

    /** Whether gradients must have the dtype of their inputs. */
    public static CheckGradDtypes checkGradDtypes(boolean value) {
        return new CheckGradDtypes(value);
    }

    /** Whether gradients that hold NaN are refused while anomalies are detected. */
    public static CheckNan checkNan(boolean value) {
        return new CheckNan(value);
    }

    /** Whether gradients of outputs that are absent are checked to count as 0. */
    public static CheckUndefinedGrad checkUndefinedGrad(boolean value) {
        return new CheckUndefinedGrad(value);
    }

    /** Whether the gradients can be differentiated in turn. */
    public static CreateGraph createGraph(boolean value) {
        return new CreateGraph(value);
    }

    /** Whether one random direction is compared instead of whole Jacobians. */
    public static FastMode fastMode(boolean value) {
        return new FastMode(value);
    }

    /** Whether gradients of outputs that are drawn are not contiguous. */
    public static GenNonContigGradOutputs genNonContigGradOutputs(boolean value) {
        return new GenNonContigGradOutputs(value);
    }

    /** The gradients of the outputs, one each; null for that of a scalar. */
    public static GradOutputs gradOutputs(List<? extends @Nullable Operand> value) {
        return new GradOutputs(value);
    }

    /** The only tensors whose gradients accumulate. */
    public static Inputs inputs(Operand... values) {
        return new Inputs(List.of(values));
    }

    /** The only tensors whose gradients accumulate. */
    public static Inputs inputs(List<? extends Operand> value) {
        return new Inputs(List.copyOf(value));
    }

    /** Whether the first dimension of the outputs' gradients numbers independent ones. */
    public static IsGradsBatched isGradsBatched(boolean value) {
        return new IsGradsBatched(value);
    }

    /** Whether an input on which no output depends has the gradient 0 instead of null. */
    public static MaterializeGrads materializeGrads(boolean value) {
        return new MaterializeGrads(value);
    }

    /** By how much gradients may differ from one backward pass to the next. */
    public static NondetTol nondetTol(double value) {
        return new NondetTol(value);
    }

    /** Whether what is computed again draws the same random numbers again. */
    public static PreserveRngState preserveRngState(boolean value) {
        return new PreserveRngState(value);
    }

    /** Whether a failed check throws. */
    public static RaiseException raiseException(boolean value) {
        return new RaiseException(value);
    }

    /** Whether another backward may follow through the same graph. */
    public static RetainGraph retainGraph(boolean value) {
        return new RetainGraph(value);
    }

    /** Whether the gradient of what is gathered from is sparse. */
    public static SparseGrad sparseGrad(boolean value) {
        return new SparseGrad(value);
    }
}
