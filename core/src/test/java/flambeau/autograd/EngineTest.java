package flambeau.autograd;

import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class EngineTest {
    @Test
    void aGraphOfAHundredThousandOperationsNeedsNoStack() {
        var x = leaf(1, 2);
        Tensor y = x;
        for (int i = 0; i < 100_000; i++) y = y.add(1e-3);
        y.sum().backward();
        assertValues(gradOf(x), 1, 1);
        Tensor z = x;
        for (int i = 0; i < 100_000; i++) z = z.mul(1);
        assertValues(Tensors.grad(z.sum(), x), 1, 1);
    }

    @Test
    void aWideGraphIsSummed() {
        var x = leaf(1, 2);
        var parts = new ArrayList<Tensor>();
        for (int i = 0; i < 2000; i++) parts.add(x.mul(i % 3));
        Tensors.stack(parts, 0).sum().backward();
        assertValues(gradOf(x), 1999, 1999);
    }

    @Test
    void threadsShareALeaf() throws Exception {
        var x = tensor(1.0, 2.0).requiresGrad_();
        int threads = 4, passes = 200;
        var ready = new CountDownLatch(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var done = new ArrayList<java.util.concurrent.Future<?>>();
            for (int t = 0; t < threads; t++)
                done.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    for (int i = 0; i < passes; i++) x.mul(2).add(x).sum().backward();
                    return null;
                }));
            for (var each : done) each.get();
        }
        assertValues(gradOf(x), 3 * threads * passes, 3 * threads * passes);
    }

    @Test
    void threadsRunBackwardThroughGraphsOfTheirOwnOverSharedWeights() throws Exception {
        Tensors.manualSeed(0);
        var w = randn(8, 8).requiresGrad_();
        var inputs = new ArrayList<Tensor>();
        for (int i = 0; i < 8; i++) inputs.add(randn(4, 8));
        for (var x : inputs) x.matmul(w).tanh().sum().backward();
        var expected = gradOf(w).toFloatArray();
        w.setGrad(null);
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var each : inputs.stream()
                    .map(x -> pool.submit(() -> x.matmul(w).tanh().sum().backward()))
                    .toList()) each.get();
        }
        assertArrayEquals(expected, gradOf(w).toFloatArray(), 1e-5f);
    }

    @Test
    void aGradientThatTheUserHoldsSurvivesZeroGrad() {
        var x = leaf(1, 2);
        x.mul(3).sum().backward();
        var held = gradOf(x);
        for (int i = 0; i < 50; i++) {
            x.zeroGrad();
            x.mul(7).sum().backward();
        }
        assertValues(held, 3, 3);
        assertValues(gradOf(x), 7, 7);
    }

    @Test
    void theGradientObjectStaysWhileItAccumulates() {
        var x = leaf(1, 2);
        x.mul(3).sum().backward();
        var held = gradOf(x);
        x.mul(3).sum().backward();
        assertSame(held, x.grad());
        assertValues(held, 6, 6);
    }

    @Test
    void whatTheUserHoldsIsNeverGivenBack() {
        RandomGraphs.check(150);
    }

    @Test
    void aStepOfTrainingGivesTheSameNumbersEveryTime() {
        float[] first = train(), second = train();
        assertArrayEquals(first, second);
    }

    private static float[] train() {
        Tensors.manualSeed(3);
        Tensor x = randn(16, 5), w = randn(5, 3).requiresGrad_(), b = randn(3).requiresGrad_();
        for (int i = 0; i < 20; i++) {
            x.matmul(w).add(b).tanh().square().mean().backward();
            try (var _ = noGrad()) {
                for (var p : List.of(w, b)) {
                    p.sub_(gradOf(p).mul(0.1));
                    p.zeroGrad();
                }
            }
        }
        return w.toFloatArray();
    }
}
