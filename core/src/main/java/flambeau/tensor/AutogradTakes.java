package flambeau.tensor;

import flambeau.args.AllowUnused;
import flambeau.args.Atol;
import flambeau.args.CheckGradDtypes;
import flambeau.args.CheckNan;
import flambeau.args.CheckUndefinedGrad;
import flambeau.args.CreateGraph;
import flambeau.args.Eps;
import flambeau.args.FastMode;
import flambeau.args.GenNonContigGradOutputs;
import flambeau.args.GradOutputs;
import flambeau.args.Inputs;
import flambeau.args.IsGradsBatched;
import flambeau.args.MaterializeGrads;
import flambeau.args.NondetTol;
import flambeau.args.PreserveRngState;
import flambeau.args.RaiseException;
import flambeau.args.RetainGraph;
import flambeau.args.Rtol;
import flambeau.args.Strict;

/** Which keywords the functions of automatic differentiation take. */
public final class AutogradTakes {
    private AutogradTakes() {}

    /** Backward: retainGraph, createGraph, inputs. */
    public interface Backward extends RetainGraph.Taker, CreateGraph.Taker, Inputs.Taker {}

    /** One gradient that is returned: retainGraph, createGraph, gradOutputs, materializeGrads. */
    public interface GradOfOne
            extends RetainGraph.Taker, CreateGraph.Taker, GradOutputs.Taker, MaterializeGrads.Taker {}

    /** Gradients that are returned: those of one, and allowUnused, isGradsBatched. */
    public interface Grad extends GradOfOne, AllowUnused.Taker, IsGradsBatched.Taker {}

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
