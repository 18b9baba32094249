package flambeau.nn;

import static flambeau.args.Args.affine;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.strict;
import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.optim.SGD;
import flambeau.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LazyTest {
    @Test
    void aLazyLayerBecomesWhatItExtends() {
        var net = new Sequential(
                new LazyConv2d(4, 3), new LazyBatchNorm2d(), new Flatten(), new LazyLinear(5, bias(false)));
        assertEquals("""
            Sequential(
              (0): LazyConv2d(0, 4, kernel_size=(3, 3), stride=(1, 1))
              (1): LazyBatchNorm2d(0, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
              (2): Flatten(start_dim=1, end_dim=-1)
              (3): LazyLinear(in_features=0, out_features=5, bias=False)
            )\
            """, net.toString());
        assertEquals("<UninitializedParameter>", net.getParameter("3.weight").toString());
        assertEquals("<UninitializedBuffer>", net.getBuffer("1.running_mean").toString());
        net.apply(ones(2, 3, 4, 4));
        assertEquals("""
            Sequential(
              (0): Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1))
              (1): BatchNorm2d(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
              (2): Flatten(start_dim=1, end_dim=-1)
              (3): Linear(in_features=16, out_features=5, bias=False)
            )\
            """, net.toString());
    }

    @Test
    void theFirstValuesAreThoseOfTheLayer() {
        manualSeed(1);
        var lazy = new Sequential(new LazyConv1d(4, 3), new LazyLinear(2));
        lazy.apply(ones(1, 3, 5));
        manualSeed(1);
        var plain = new Sequential(new Conv1d(3, 4, 3), new Linear(3, 2));
        plain.stateDict().forEach((name, value) -> assertTrue(value.torchEquals(lazy.getParameter(name)), name));
    }

    @Test
    void aParameterStaysTheSameSoThatAnOptimiserMayHaveIt() {
        var layer = new LazyLinear(1);
        var optimizer = new SGD(layer.parameters(), lr(1));
        layer.apply(ones(1, 2)).sum().backward();
        var before = layer.weight.clone();
        optimizer.step();
        assertTrue(layer.weight.torchEquals(before.sub(1)));
    }

    @Test
    void aStateDictGivesTheShapes() {
        var plain = new Sequential(new Conv2d(3, 4, 3), new BatchNorm2d(4), new Linear(2, 5));
        var lazy = new Sequential(new LazyConv2d(4, 3), new LazyBatchNorm2d(), new LazyLinear(5));
        lazy.loadStateDict(plain.stateDict());
        assertEquals(plain.toString(), lazy.toString());
        assertTrue(plain.eval().apply(ones(1, 3, 4, 4)).torchEquals(lazy.eval().apply(ones(1, 3, 4, 4))));
    }

    @Test
    void aStateWithoutShapesLoadsIntoALayerWithoutShapes() {
        var lazy = new LazyLinear(2);
        lazy.loadStateDict(new LazyLinear(2).stateDict());
        assertTrue(lazy.weight.isUninitialized());
        assertEquals(
                "loadStateDict: the state does not fit Linear:\n\tuninitialized: \"weight\"\n\tuninitialized: \"bias\"",
                assertThrows(IllegalArgumentException.class, () -> new Linear(3, 2).loadStateDict(lazy.stateDict()))
                        .getMessage());
    }

    @Test
    void whatDoesNotFitLeavesTheLayerAsItWas() {
        var lazy = new LazyLinear(2);
        assertEquals(
                "loadStateDict: the state does not fit LazyLinear:\n"
                        + "\tsize mismatch for weight: the state has [3, 4], the module takes [2, -1], -1 standing for"
                        + " any",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> lazy.loadStateDict(Map.of("weight", ones(3, 4)), strict(false)))
                        .getMessage());
        assertTrue(lazy.weight.isUninitialized());
        lazy.loadStateDict(Map.of("weight", ones(2, 4)), strict(false));
        assertEquals(4, lazy.inFeatures);
        assertEquals(4, lazy.apply(ones(4)).toFloatArray()[0]);
    }

    @Test
    void settingsReachParametersWithoutAShape() {
        var lazy = new LazyLinear(2).to(DType.FLOAT64).requiresGrad_(false);
        var copy = lazy.deepCopy();
        for (var layer : new Layer[] {lazy, copy}) {
            var y = layer.apply(ones(1, 3).toDouble());
            assertEquals(DType.FLOAT64, y.dtype());
            assertFalse(y.requiresGrad());
        }
    }

    @Test
    void inputsThatDoNotFitAreRefused() {
        assertEquals(
                "LazyConv2d: input must have 3 dimensions, or 4 with a batch, got [3, 3] (in LazyConv2d)",
                assertThrows(IllegalArgumentException.class, () -> new LazyConv2d(4, 3).apply(ones(3, 3)))
                        .getMessage());
        assertEquals(
                "LazyConv1d: input channels (3) must be divisible by groups (2) (in LazyConv1d)",
                assertThrows(IllegalArgumentException.class, () -> new LazyConv1d(4, 3, groups(2)).apply(ones(1, 3, 5)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new LazyBatchNorm2d().apply(ones(3, 3)));
        assertThrows(IllegalStateException.class, () -> new Linear(1, 1).weight.materialize(2, 2));
        assertThrows(IllegalArgumentException.class, () -> new LazyLinear(3).weight.materialize(2, 2));
    }

    @Test
    void aLayerWithoutParametersIsReady() {
        assertEquals(
                "[2, 3]",
                new LazyBatchNorm1d(affine(false)).apply(randn(2, 3)).shape().text());
    }

    /** A user's own. */
    static class Scaled extends Layer {
        final Parameter scale = Parameter.uninitialized(-1);

        @Override
        protected Tensor forward(Tensor x) {
            if (scale.isUninitialized()) {
                scale.materialize(x.size(-1));
                Init.ones_(scale);
            }
            return x.mul(scale);
        }
    }

    @Test
    void aUsersLayerMayWaitForItsInputToo() {
        var layer = new Scaled();
        assertEquals(3, layer.apply(ones(2, 3)).size(1));
        assertEquals("[3]", layer.scale.shape().text());
    }
}
