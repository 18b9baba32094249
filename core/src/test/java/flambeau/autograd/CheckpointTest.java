package flambeau.autograd;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.preserveRngState;
import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Autograd.checkpoint;
import static flambeau.tensor.Tensors.grad;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Autograd;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    @Test
    void gradientsReachInputsAndParametersUsedInside() {
        Tensors.manualSeed(1);
        Tensor x = randn(4, 3), w = randn(3, 5).requiresGrad_(), b = randn(5).requiresGrad_();
        x.matmul(w).add(b).tanh().square().sum().backward();
        var expected = gradOf(w).toFloatArray();
        w.zeroGrad();
        var runs = new int[1];
        var y = checkpoint(
                v -> {
                    runs[0]++;
                    return v.matmul(w).add(b).tanh();
                },
                x);
        assertEquals("<CheckpointFunctionBackward>", String.valueOf(y.gradFn()));
        y.square().sum().backward();
        assertEquals(2, runs[0]);
        assertArrayEquals(expected, gradOf(w).toFloatArray());
        assertArrayEquals(
                expected,
                grad(checkpoint(v -> v.matmul(w).add(b).tanh(), x).square().sum(), w)
                        .toFloatArray());
    }

    @Test
    void gradientsReachWhatWasComputedOutside() {
        var x = leaf(1, 2);
        var outside = x.mul(3);
        var view = outside.get(0);
        checkpoint(v -> v.mul(outside).add(view), x.exp()).sum().backward();
        var expected = grad(x.exp().mul(x.mul(3)).add(x.mul(3).get(0)).sum(), x);
        assertArrayEquals(expected.toFloatArray(), gradOf(x).toFloatArray());
        assertValues(grad(view.mul(2), x), 6, 0);
    }

    @Test
    void theSameRandomNumbersAreDrawnAgain() {
        Tensors.manualSeed(5);
        var x = ones(1000).requiresGrad_();
        var y = checkpoint(v -> v.mul(Tensors.rand(1000)), x);
        var next = Tensors.rand(1).item();
        Tensors.manualSeed(5);
        Tensors.rand(1000);
        assertEquals(Tensors.rand(1).item(), next);
        Tensors.manualSeed(77);
        y.sum().backward();
        assertArrayEquals(y.detach().toFloatArray(), gradOf(x).toFloatArray());
        Tensors.manualSeed(77);
        float expected = Tensors.rand(1).item().floatValue();
        Tensors.manualSeed(77);
        x.zeroGrad();
        checkpoint(v -> v.mul(2), x).sum().backward();
        assertEquals(expected, Tensors.rand(1).item().floatValue());
        var other = checkpoint(v -> v.mul(Tensors.rand(1000)), x, preserveRngState(false));
        x.zeroGrad();
        other.sum().backward();
        assertFalse(
                java.util.Arrays.equals(other.detach().toFloatArray(), gradOf(x).toFloatArray()));
    }

    @Test
    void checkpointsNest() {
        var x = leaf(1, 2);
        var w = leaf(3, 4);
        var y = checkpoint(v -> checkpoint(u -> u.mul(w).exp(), v).sin().mul(w), x);
        y.sum().backward();
        Tensor a = leaf(1, 2), c = leaf(3, 4);
        a.mul(c).exp().sin().mul(c).sum().backward();
        assertArrayEquals(gradOf(a).toFloatArray(), gradOf(x).toFloatArray());
        assertArrayEquals(gradOf(c).toFloatArray(), gradOf(w).toFloatArray());
    }

    @Test
    void gradientsOfGradientsFollow() {
        var x = tensor(new double[] {0.5, 1.5}, dtype(DType.FLOAT64)).requiresGrad_();
        var w = tensor(new double[] {2, 3}, dtype(DType.FLOAT64)).requiresGrad_();
        assertTrue(Autograd.gradgradcheck(v -> checkpoint(u -> u.mul(w).exp(), v), x));
        var first = grad(checkpoint(u -> u.mul(w).exp(), x).sum(), x, createGraph(true));
        assertNotNull(grad(first.sum(), w));
    }

    @Test
    void severalTensorsAndResults() {
        var x = leaf(1, 2);
        var w = leaf(3, 4);
        var ys = checkpoint(
                (List<Tensor> all) ->
                        List.of(all.get(0).mul(all.get(1)), all.get(0).exp()),
                List.of(x, w));
        ys.get(0).sum().backward();
        assertValues(gradOf(x), 3, 4);
        assertValues(gradOf(w), 1, 2);
        assertValues(grad(checkpoint((a, b) -> a.mul(b), x, w).sum(), w), 1, 2);
    }

    @Test
    void withoutGradientsThereIsNothingToRepeat() {
        var runs = new int[1];
        try (var _ = noGrad()) {
            var y = checkpoint(
                    v -> {
                        runs[0]++;
                        return v.mul(2);
                    },
                    leaf(1, 2));
            assertFalse(y.requiresGrad());
        }
        assertFalse(checkpoint(v -> v.mul(2), ones(2)).requiresGrad());
        assertEquals(1, runs[0]);
    }

    @Test
    void whatLeaksOutOfACheckpointIsRefused() {
        var x = leaf(1, 2);
        var leaked = new ArrayList<Tensor>();
        checkpoint(
                v -> {
                    leaked.add(v.exp());
                    return leaked.getFirst().mul(2);
                },
                x);
        var sum = leaked.getFirst().sum();
        assertEquals(
                "backward: ExpBackward0 was recorded inside a checkpoint, from which only its results may be used",
                assertThrows(IllegalStateException.class, sum::backward).getMessage());
    }

    @Test
    void aChangedInputIsRefused() {
        var x = leaf(1, 2).mul(1);
        var y = checkpoint(v -> v.exp(), x);
        x.mul_(2);
        var sum = y.sum();
        assertThrows(IllegalStateException.class, sum::backward);
    }

    @Test
    void aBufferThatTheFunctionChangesIsNoReasonToRefuse() {
        var x = leaf(1, 2);
        var runs = Tensors.zeros(2);
        java.util.function.UnaryOperator<Tensor> f = v -> {
            try (var _ = noGrad()) {
                runs.add_(1);
            }
            return v.mul(runs.detach().clone());
        };
        checkpoint(f, x).add(checkpoint(f, x)).sum().backward();
        assertValues(runs, 4, 4);
    }
}
