package flambeau.optim;

import static flambeau.args.Args.lr;
import static flambeau.optim.ParamGroups.group;
import static flambeau.optim.ParamGroups.groups;
import static flambeau.optim.ParamGroups.noDecayOnBiasAndNorm;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.onesLike;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.WeightDecay;
import flambeau.nn.BatchNorm1d;
import flambeau.nn.Linear;
import flambeau.nn.Module;
import flambeau.nn.Sequential;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Optimisers and the parameters of a model. */
class ParameterNamesTest {
    static final class Net extends Module {
        final Linear first = new Linear(2, 3);
        final Linear second = new Linear(3, 2);
    }

    static final class Reordered extends Module {
        final Linear second = new Linear(3, 2);
        final Linear first = new Linear(2, 3);
    }

    private static void setGrads(Module model) {
        int i = 1;
        for (var p : model.namedParameters().values()) p.setGrad(onesLike(p).mul(i++));
    }

    @Test
    void aReorderedModelResumesByName() {
        var net = new Net();
        var optimizer = new Adam(net.parameters(), lr(0.5));
        setGrads(net);
        optimizer.step();
        var state = optimizer.stateDict(net);
        assertTrue(state.containsKey("state.first.weight.exp_avg"));

        var reordered = new Reordered();
        var other = new Adam(reordered.parameters());
        other.loadStateDict(state, reordered);
        var again = other.stateDict(reordered);
        for (var name : net.namedParameters().keySet())
            assertArrayEquals(
                    state.get("state." + name + ".exp_avg").toDoubleArray(),
                    again.get("state." + name + ".exp_avg").toDoubleArray(),
                    name);
        assertEquals(0.5, other.groups().getFirst().lr());
    }

    @Test
    void aParameterOfAnotherModelHasNoName() {
        var optimizer = new Adam(List.of(ones(2).requiresGrad_()));
        var e = assertThrows(IllegalArgumentException.class, () -> optimizer.stateDict(new Net()));
        assertEquals("Adam: parameter 0 (float32 [2]) is none of the model's", e.getMessage());
    }

    @Test
    void biasesAndNormalisationsDoNotDecay() {
        var model = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        var optimizer = new AdamW(noDecayOnBiasAndNorm(model, 0.05), lr(0.1));
        assertEquals(
                List.of(1, 3),
                optimizer.groups().stream().map(g -> g.params().size()).toList());
        assertEquals(
                List.of(0.05, 0.0),
                optimizer.groups().stream()
                        .map(g -> g.get(WeightDecay.class).value())
                        .toList());
    }

    @Test
    void parametersInNoGroupOrInTwoAreReported() {
        var net = new Net();
        noDecayOnBiasAndNorm(net, 0.1).checkComplete(net);
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> groups(group(net.first.parameters()), group(List.of(net.first.weight, net.second.weight)))
                        .checkComplete(net));
        assertEquals("groups: first.weight is in 2 groups, second.bias is in no group", e.getMessage());
    }
}
