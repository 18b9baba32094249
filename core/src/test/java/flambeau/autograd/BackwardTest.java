package flambeau.autograd;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.retainGraph;
import static flambeau.tensor.Tensors.enableGrad;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BackwardTest {
    static Tensor leaf(double first, double second, double... more) {
        return tensor(first, second, more).requiresGrad_();
    }

    static Tensor gradOf(Tensor x) {
        return Objects.requireNonNull(x.grad());
    }

    static void assertValues(Tensor x, double... expected) {
        assertArrayEquals(expected, x.detach().toDoubleArray(), 1e-6);
    }

    @Test
    void gradientsAccumulateUntilTheyAreCleared() {
        var x = leaf(1, 2);
        x.mul(3).sum().backward();
        x.mul(4).sum().backward();
        assertValues(gradOf(x), 7, 7);
        x.zeroGrad();
        assertNull(x.grad());
        x.mul(5).sum().backward();
        assertValues(gradOf(x), 5, 5);
    }

    @Test
    void aTensorUsedTwiceGetsTheSumOfBothGradients() {
        var x = leaf(1, 2);
        var y = x.mul(2);
        y.mul(y).add(x).sum().backward();
        assertValues(gradOf(x), 9, 17);
    }

    @Test
    void backwardTwiceIsRefused() {
        var y = leaf(1, 2).square().sum();
        y.backward();
        var thrown = assertThrows(IllegalStateException.class, y::backward);
        assertEquals(
                "backward: what PowBackward0 had saved was given back by an earlier backward; to go through the graph a"
                        + " second time, give that one retainGraph(true)",
                thrown.getMessage());
    }

    @Test
    void backwardTwiceThroughASharedPartIsRefused() {
        var x = leaf(1, 2);
        var shared = x.exp();
        shared.sum().backward();
        var thrown =
                assertThrows(IllegalStateException.class, () -> shared.mean().backward());
        assertTrue(thrown.getMessage().startsWith("backward: what ExpBackward0 had saved"), thrown.getMessage());
    }

    @Test
    void backwardTwiceThroughOperationsThatSaveNothingIsFine() {
        var x = leaf(1, 2, 3, 4);
        var y = x.add(1).mul(3).view(2, 2).t().neg().sum(0).get(0).mean();
        y.backward();
        y.backward();
        assertValues(gradOf(x), -6, -6, 0, 0);
        var z = x.add(x.detach()).sub(tensor(1.0)).sum();
        z.backward();
        z.backward();
        assertValues(gradOf(x), -4, -4, 2, 2);
    }

    @Test
    void aSharedPartThatSavesNothingServesTwoPasses() {
        var x = leaf(1, 2);
        var shared = x.mul(3);
        shared.exp().sum().backward();
        shared.sin().sum().backward();
        assertValues(gradOf(x).div(1000), 0.003 * (Math.exp(3) + Math.cos(3)), 0.003 * (Math.exp(6) + Math.cos(6)));
    }

    @Test
    void onlyTheInputsThatAreGivenAccumulate() {
        var a = leaf(1, 2);
        var b = leaf(3, 4);
        var middle = a.mul(b);
        middle.mul(2).sum().backward(flambeau.args.Args.inputs(b, middle));
        assertNull(a.grad());
        assertValues(gradOf(b), 2, 4);
        assertValues(gradOf(middle), 2, 2);
        var y = a.sum();
        assertEquals(
                "backward: inputs must not be empty",
                assertThrows(IllegalArgumentException.class, () -> y.backward(flambeau.args.Args.inputs()))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> y.backward(flambeau.args.Args.inputs(ones(2))));
    }

    @Test
    void retainGraphAllowsAnotherPass() {
        var x = leaf(1, 2);
        var y = x.square().sum();
        y.backward(retainGraph(true));
        y.backward();
        assertValues(gradOf(x), 4, 8);
        assertThrows(IllegalStateException.class, y::backward);
    }

    @Test
    void createGraphRetainsTheGraph() {
        var x = leaf(1, 2);
        var y = x.square().sum();
        y.backward(createGraph(true));
        y.backward();
        assertValues(gradOf(x), 4, 8);
    }

    @Test
    void theGradientOfTheResultMayBeBroadcastOrOfAnotherDtype() {
        var x = leaf(1, 2);
        x.mul(2).backward(tensor(new double[] {1, 10}, flambeau.args.Args.dtype(DType.FLOAT64)));
        assertValues(gradOf(x), 2, 20);
        assertEquals(DType.FLOAT32, gradOf(x).dtype());
    }

    @Test
    void gradientsFlowThroughDtypes() {
        var x = leaf(1, 2);
        x.to(DType.FLOAT64).square().to(DType.BFLOAT16).sum().backward();
        assertValues(gradOf(x), 2, 4);
        assertEquals(DType.FLOAT32, gradOf(x).dtype());
    }

    @Test
    void noGradRecordsNothingAndEnableGradDoes() {
        var x = leaf(1, 2);
        try (var _ = noGrad()) {
            assertFalse(x.mul(2).requiresGrad());
            assertTrue(x.requiresGrad());
            try (var _ = enableGrad()) {
                assertTrue(x.mul(2).requiresGrad());
            }
            assertFalse(x.mul(2).requiresGrad());
        }
        assertTrue(x.mul(2).requiresGrad());
    }

    @Test
    void noGradBelongsToItsThread() throws InterruptedException {
        var recorded = new boolean[1];
        try (var _ = noGrad()) {
            var other = new Thread(() -> recorded[0] = leaf(1, 2).mul(2).requiresGrad());
            other.start();
            other.join();
        }
        assertTrue(recorded[0]);
    }

    @Test
    void detachCutsTheGraphAndSharesMemory() {
        var x = leaf(1, 2);
        var y = x.mul(2);
        var z = y.detach();
        assertFalse(z.requiresGrad());
        y.mul(z).sum().backward();
        assertValues(gradOf(x), 4, 8);
        z.fill_(9);
        assertValues(y, 9, 9);
    }

    @Test
    void gradientsOfTwoLeavesShareNoMemory() {
        var a = leaf(1, 2);
        var b = leaf(3, 4);
        a.add(b).sum().backward();
        gradOf(a).mul_(2);
        assertValues(gradOf(b), 1, 1);
    }

    @Test
    void gradientsOfTwoLeavesShareNoMemoryWithCreateGraph() {
        var a = leaf(1, 2);
        var b = leaf(3, 4);
        a.add(b).sum().backward(createGraph(true));
        try (var _ = noGrad()) {
            gradOf(a).mul_(2);
        }
        assertValues(gradOf(b), 1, 1);
    }

    @Test
    void aGradientSharesNoMemoryWithTheGradientGiven() {
        var a = leaf(1, 2);
        var given = ones(2);
        a.add(1).backward(given);
        gradOf(a).mul_(5);
        assertValues(given, 1, 1);
    }

    @Test
    void gradientsOfViewsAreWholeTensors() {
        var a = leaf(1, 2, 3, 4);
        a.view(2, 2).t().backward(ones(2, 2));
        assertValues(gradOf(a), 1, 1, 1, 1);
        assertTrue(gradOf(a).isContiguous());
        var b = zeros(3).requiresGrad_();
        b.expand(2, 3).backward(ones(2, 3));
        assertValues(gradOf(b), 2, 2, 2);
        assertEquals(12, gradOf(b).mul_(2).sum().item().doubleValue());
    }

    @Test
    void aFrozenInputGetsNoGradient() {
        var a = leaf(1, 2);
        var frozen = tensor(3.0, 4.0);
        a.mul(frozen).sum().backward();
        assertNull(frozen.grad());
        a.requiresGrad_(false);
        assertFalse(a.mul(frozen).requiresGrad());
    }
}
