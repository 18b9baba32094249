package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.errorIfNonfinite;
import static flambeau.args.Args.leaveParametrized;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.name;
import static flambeau.args.Args.orthogonalMap;
import static flambeau.args.Args.useTrivialization;
import static flambeau.args.OrthogonalMap.CAYLEY;
import static flambeau.args.OrthogonalMap.HOUSEHOLDER;
import static flambeau.args.OrthogonalMap.MATRIX_EXP;
import static flambeau.tensor.Tensors.eye;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.nn.utils.Gradients;
import flambeau.nn.utils.Parametrization;
import flambeau.nn.utils.Parametrizations;
import flambeau.nn.utils.Parametrize;
import flambeau.nn.utils.Weights;
import flambeau.optim.SGD;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametrizeTest {
    static class Symmetric extends Parametrization {
        @Override
        protected Tensor forward(Tensor... originals) {
            var upper = originals[0].triu();
            return upper.add(upper.triu(1).t());
        }
    }

    @Test
    void aParametrisedLayerLearnsWhatStandsForItsWeight() {
        var layer = Parametrize.registerParametrization(new Linear(3, 3), "weight", new Symmetric());
        assertEquals(
                List.of("bias", "parametrizations.weight.original"),
                new ArrayList<>(layer.stateDict().keySet()));
        assertEquals("""
            ParametrizedLinear(
              in_features=3, out_features=3, bias=True
              (parametrizations): ModuleDict(
                (weight): ParametrizationList(
                  (0): Symmetric()
                )
              )
            )\
            """, layer.toString());
        var optimizer = new SGD(layer.parameters(), lr(0.1));
        layer.apply(randn(2, 3)).square().sum().backward();
        optimizer.step();
        layer.apply(randn(2, 3));
        assertTrue(layer.weight.torchEquals(layer.weight.t()));
        Parametrize.removeParametrizations(layer, "weight");
        assertEquals(
                List.of("weight", "bias"),
                new ArrayList<>(layer.namedParameters().keySet()));
        assertTrue(layer.weight.isLeaf() && layer.weight.torchEquals(layer.weight.t()));
        assertEquals("Linear(in_features=3, out_features=3, bias=True)", layer.toString());
    }

    @Test
    void aCopyIsParametrisedToo() {
        var layer = Weights.weightNorm(new Linear(3, 2));
        var copy = layer.deepCopy();
        var x = randn(4, 3);
        assertTrue(layer.apply(x).torchEquals(copy.apply(x)));
        Init.zeros_(copy.getParameter("weight_g"));
        assertFalse(layer.apply(x).torchEquals(copy.apply(x)));
    }

    @Test
    void twoCallsMayBeBeforeOneBackwardPass() {
        var layer = Parametrizations.spectralNorm(new Linear(3, 2));
        layer.apply(randn(4, 3)).sub(layer.apply(randn(4, 3))).sum().backward();
        assertNotNull(layer.getParameter("parametrizations.weight.original").grad());
    }

    @Test
    void normsCanBeTakenAway() {
        var plain = new Linear(3, 2);
        var before = plain.weight.clone();
        Weights.removeWeightNorm(Weights.weightNorm(plain));
        assertTrue(plain.weight.allclose(before));
        Weights.spectralNorm(plain).eval();
        var y = plain.apply(ones(3));
        Weights.removeSpectralNorm(plain);
        assertTrue(plain.apply(ones(3)).allclose(y));
        assertEquals(
                List.of("weight", "bias"), new ArrayList<>(plain.stateDict().keySet()));
        assertEquals(
                "removeWeightNorm: \"weight\" of Linear is not normalised so",
                assertThrows(IllegalArgumentException.class, () -> Weights.removeWeightNorm(plain))
                        .getMessage());
    }

    @Test
    void orthogonalWeightsAreOrthogonal() {
        for (var map : List.of(MATRIX_EXP, CAYLEY, HOUSEHOLDER))
            for (var layer : List.of(new Linear(3, 3), new Linear(5, 3), new Linear(3, 5)))
                for (boolean trivial : new boolean[] {true, false}) {
                    Parametrizations.orthogonal(layer.deepCopy(), orthogonalMap(map), useTrivialization(trivial));
                    var copy = (Linear) Parametrizations.orthogonal(
                            layer.deepCopy(), orthogonalMap(map), useTrivialization(trivial));
                    var w = copy.weight;
                    var product = w.size(0) < w.size(1) ? w.matmul(w.t()) : w.t().matmul(w);
                    assertTrue(product.sub(eye(3)).abs().max().item().doubleValue() < 1e-4, map + " " + trivial);
                }
    }

    @Test
    void severalTensorsCannotBeLeftUnparametrised() {
        var layer = Parametrizations.weightNorm(new Linear(3, 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> Parametrize.removeParametrizations(layer, "weight", leaveParametrized(false)));
        assertTrue(Parametrize.isParametrized(layer, "weight"));
        assertFalse(Parametrize.isParametrized(layer, "bias"));
        assertThrows(IllegalArgumentException.class, () -> Weights.weightNorm(new LazyLinear(2)));
    }

    @Test
    void aGradientThatIsNotFiniteIsNamed() {
        var p = new Parameter(ones(2));
        p.setGrad(tensor(new float[] {1, Float.NaN}));
        assertEquals(
                "clipGradNorm_: gradients must be finite, that of parameter 0 (float32 [2]) is not",
                assertThrows(IllegalArgumentException.class, () -> Gradients.clipGradNorm_(List.of(p), 1))
                        .getMessage());
        assertTrue(Gradients.clipGradNorm_(List.of(p), 1, errorIfNonfinite(false))
                .isnan()
                .isTrue());
    }

    @Test
    void aBatchNormalisationCanBeTakenUp() {
        var conv = new Conv2d(2, 3, 3, bias(false)).eval();
        var bn = new BatchNorm2d(3);
        bn.apply(randn(4, 3, 2, 2));
        bn.eval();
        var x = randn(1, 2, 5, 5);
        var fused = Weights.fuseConvBnEval(conv, bn);
        assertTrue(fused.apply(x).allclose(bn.apply(conv.apply(x)), flambeau.args.Args.atol(1e-5)));
        assertThrows(IllegalArgumentException.class, () -> Weights.fuseConvBnEval(conv, bn.train()));
        var linear = (Linear) new Linear(2, 3).eval();
        var bn1 = new BatchNorm1d(3).eval();
        bn1.getBuffer("running_var").copy_(full(shape(3), 2.0));
        assertTrue(Weights.fuseLinearBnEval(linear, bn1)
                .apply(ones(1, 2))
                .allclose(bn1.apply(linear.apply(ones(1, 2))), flambeau.args.Args.atol(1e-5)));
    }

    @Test
    void aWeightOfARecurrentLayerMayBeNormalised() {
        var lstm = new LSTM(3, 4);
        var x = randn(5, 2, 3);
        var y = lstm.apply(x).output();
        Weights.weightNorm(lstm, name("weight_hh_l0"));
        assertTrue(lstm.apply(x).output().allclose(y, flambeau.args.Args.atol(1e-5)));
        lstm.apply(x).output().sum().backward();
        assertNotNull(lstm.getParameter("weight_hh_l0_g").grad());
    }
}
