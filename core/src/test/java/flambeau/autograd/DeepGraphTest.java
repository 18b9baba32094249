package flambeau.autograd;

import static flambeau.args.Args.createGraph;
import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.grad;
import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.tensor.Autograd;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Graphs of 100,000 operations need no stack, and threads may share what they lead to. */
class DeepGraphTest {
    private static final int DEEP = 100_000;

    @Test
    void chainsOfViews() {
        var x = leaf(1, 2, 3, 4);
        Tensor y = x;
        for (int i = 0; i < DEEP / 2; i++) y = y.view(2, 2).view(4);
        y.sum().backward();
        assertValues(gradOf(x), 1, 1, 1, 1);
        assertEquals("<ViewBackward0>", String.valueOf(y.gradFn()));
    }

    @Test
    void chainsOfChangesInPlace() {
        var x = leaf(1, 2);
        var y = x.mul(1);
        var first = y.get(0);
        for (int i = 0; i < DEEP; i++) y.add_(1e-3);
        first.add(y.sum()).backward();
        assertValues(gradOf(x), 2, 1);
    }

    @Test
    void chainsWhoseGradientIsDifferentiated() {
        var x = leaf(1, 2);
        Tensor y = x.square();
        for (int i = 0; i < DEEP / 2; i++) y = y.mul(1);
        var dx = grad(y.sum(), x, createGraph(true));
        assertValues(grad(dx.sum(), x), 2, 2);
    }

    @Test
    void chainsWithHooksAndInsideACheckpoint() {
        var x = leaf(1, 2);
        var calls = new AtomicInteger();
        var z = Autograd.checkpoint(
                v -> {
                    var y = v;
                    for (int i = 0; i < 20_000; i++) {
                        y = y.add(0);
                        if (i % 1000 == 0)
                            y.registerHook(dy -> {
                                calls.incrementAndGet();
                                return null;
                            });
                    }
                    return y;
                },
                x);
        z.sum().backward();
        assertValues(gradOf(x), 1, 1);
        assertEquals(20, calls.get());
    }

    @Test
    void aDeepGraphIsDroppedAndPrinted() {
        for (int round = 0; round < 1; round++) {
            Tensor y = leaf(1, 2);
            for (int i = 0; i < DEEP; i++) y = y.neg();
            assertEquals("<NegBackward0>", String.valueOf(y.gradFn()));
            assertEquals("tensor([1., 2.], grad_fn=<NegBackward0>)", y.toString());
            y = leaf(1, 2);
            System.gc();
        }
    }

    @Test
    void threadsShareALeafWithHooks() throws Exception {
        var x = leaf(1, 2);
        var seen = new AtomicInteger();
        var grown = new AtomicInteger();
        x.registerPostAccumulateGradHook(_ -> grown.incrementAndGet());
        int threads = 4, passes = 100;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var done = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++)
                done.add(pool.submit(() -> {
                    for (int i = 0; i < passes; i++) {
                        var hook = x.registerHook(_ -> {
                            seen.incrementAndGet();
                            return null;
                        });
                        x.exp().sum().backward();
                        hook.remove();
                    }
                }));
            for (var each : done) each.get();
        }
        assertEquals(threads * passes, grown.get());
        assertEquals(true, seen.get() >= threads * passes);
        double e = threads * passes * Math.E;
        assertEquals(e, Objects.requireNonNull(x.grad()).get(0).item().doubleValue(), e * 1e-4);
    }
}
