package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.optim.ParamGroups.groups;
import static flambeau.optim.Parameters.withGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import flambeau.array.DType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The state of an optimiser as a dict, and back. */
class StateDictTest {
    @Test
    void anOptimizerOfTheUsersOwnSavesItsState() {
        var p = withGrad(1, 1);
        var optimizer = new Lion(List.of(p), lr(0.5));
        optimizer.step();
        var dict = optimizer.stateDict();
        assertEquals(
                Set.of(
                        "state.0.step",
                        "state.0.exp_avg",
                        "param_groups.0.lr",
                        "param_groups.0.betas",
                        "param_groups.0.params"),
                dict.keySet());
        assertEquals(0.01, dict.get("state.0.exp_avg").item().doubleValue(), 1e-8);
    }

    @Test
    void aLoadedStateGoesOnAsTheSavedOne() {
        var p = withGrad(1, 1);
        var q = withGrad(1, 1);
        var saved = new AdamW(groups(group(List.of(p), lr(0.1)), group(List.of(q))), weightDecay(0.5));
        saved.step();
        var p2 = withGrad(p.item().doubleValue(), 1);
        var q2 = withGrad(q.item().doubleValue(), 1);
        var loaded = new AdamW(groups(group(List.of(p2)), group(List.of(q2))));
        loaded.loadStateDict(saved.stateDict());
        assertEquals(0.1, loaded.groups().getFirst().lr());
        assertNotSame(
                saved.stateDict().get("state.0.exp_avg"), loaded.stateDict().get("state.0.exp_avg"));
        saved.step();
        loaded.step();
        assertEquals(p.item(), p2.item());
        assertEquals(q.item(), q2.item());
    }

    @Test
    void aStateOfPyTorchsSgdIsTaken() { // it has no step
        var p = withGrad(1, 1);
        var optimizer = new SGD(List.of(p), lr(0.5), momentum(0.5));
        optimizer.loadStateDict(Map.of(
                "state.0.momentum_buffer", tensor(new double[] {2}), "param_groups.0.params", tensor(new long[] {0})));
        optimizer.step();
        assertEquals(0.0, p.item());
    }

    @Test
    void theStateOfAFloat64ParameterIsFloat64() {
        var p = ones(shape(2), dtype(DType.FLOAT64)).requiresGrad_();
        p.setGrad(ones(shape(2), dtype(DType.FLOAT64)));
        var optimizer = new Adam(List.of(p));
        optimizer.step();
        assertEquals(DType.FLOAT64, optimizer.stateDict().get("state.0.exp_avg").dtype());
    }
}
