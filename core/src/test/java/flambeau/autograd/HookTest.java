package flambeau.autograd;

import static flambeau.args.Args.retainGraph;
import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HookTest {
    @Test
    void aHookSeesTheGradient() {
        var x = leaf(1, 2);
        var y = x.mul(3);
        var seen = new ArrayList<Tensor>();
        y.registerHook(g -> {
            seen.add(g);
            return null;
        });
        y.square().sum().backward();
        assertEquals(1, seen.size());
        assertValues(seen.getFirst(), 6, 12);
        assertValues(gradOf(x), 18, 36);
    }

    @Test
    void aHookSeesTheWholeGradientOnce() {
        var x = leaf(1, 2);
        var y = x.mul(3);
        var seen = new ArrayList<Tensor>();
        y.registerHook(g -> {
            seen.add(g);
            return null;
        });
        y.add(y.mul(2)).sum().backward();
        assertEquals(1, seen.size());
        assertValues(seen.getFirst(), 3, 3);
    }

    @Test
    void whatAHookReturnsReplacesTheGradient() {
        var x = leaf(1, 2);
        x.registerHook(g -> g.mul(2));
        x.registerHook(g -> g.add(1));
        x.mul(3).sum().backward();
        assertValues(gradOf(x), 7, 7);
    }

    @Test
    void whatAHookMakesAndKeepsStaysAlive() {
        var x = leaf(1, 2);
        var y = x.mul(3);
        var kept = new ArrayList<Tensor>();
        y.registerHook(g -> {
            kept.add(g);
            kept.add(g.mul(2));
            return g.mul(10);
        });
        for (int i = 0; i < 3; i++) y.sum().backward(retainGraph(true));
        assertEquals(6, kept.size());
        for (int i = 0; i < 6; i += 2) {
            assertValues(kept.get(i), 1, 1);
            assertValues(kept.get(i + 1), 2, 2);
        }
        assertValues(gradOf(x), 90, 90);
    }

    @Test
    void aHookMayReturnATensorThatItKeeps() {
        var x = leaf(1, 2);
        var always = tensor(5.0, 6.0);
        var y = x.mul(3);
        y.registerHook(g -> always);
        y.sum().backward(retainGraph(true));
        y.sum().backward();
        assertValues(always, 5, 6);
        assertValues(gradOf(x), 30, 36);
    }

    @Test
    void aRemovedHookIsNotCalled() {
        var x = leaf(1, 2);
        var hook = x.registerHook(g -> g.mul(2));
        hook.close();
        x.sum().backward();
        assertValues(gradOf(x), 1, 1);
    }

    @Test
    void aHookThatThrowsStopsThePassAndHarmsNothing() {
        var x = leaf(1, 2);
        var y = x.mul(3);
        var hook = y.registerHook(g -> {
            throw new UnsupportedOperationException("no");
        });
        var thrown =
                assertThrows(UnsupportedOperationException.class, () -> y.sum().backward(retainGraph(true)));
        assertEquals("no", thrown.getMessage());
        assertNull(x.grad());
        hook.close();
        y.sum().backward();
        assertValues(gradOf(x), 3, 3);
    }

    @Test
    void aHookThatReturnsAnotherShapeIsRefused() {
        var x = leaf(1, 2);
        x.registerHook(g -> ones(3));
        var thrown = assertThrows(IllegalArgumentException.class, () -> x.sum().backward());
        assertEquals("hook: gradient [3] does not fit [2]", thrown.getMessage());
    }

    @Test
    void aHookNeedsSomethingWithAGradient() {
        var plain = ones(2);
        assertEquals(
                "registerHook: this does not require a gradient",
                assertThrows(IllegalStateException.class, () -> plain.registerHook(g -> null))
                        .getMessage());
        assertEquals(
                "retainGrad: this does not require a gradient",
                assertThrows(IllegalStateException.class, plain::retainGrad).getMessage());
    }

    @Test
    void retainGradKeepsTheGradientOfAnIntermediateResult() {
        var x = leaf(1, 2);
        var y = x.mul(3);
        assertNull(y.grad());
        y.retainGrad();
        var z = y.square().sum();
        z.backward(retainGraph(true));
        assertValues(gradOf(y), 6, 12);
        z.backward();
        assertValues(gradOf(y), 12, 24);
        gradOf(y).fill_(0);
        assertValues(gradOf(x), 36, 72);
    }

    @Test
    void retainGradFollowsAChangeInPlace() {
        var x = leaf(1, 2);
        var y = x.mul(1);
        y.retainGrad();
        y.mul_(3);
        y.sum().backward();
        assertValues(gradOf(y), 1, 1);
        assertValues(gradOf(x), 3, 3);
    }

    @Test
    void aHookThatChangesItsGradientHarmsNoOther() {
        var x = leaf(1, 2);
        Tensor a = x.mul(2), b = x.mul(3);
        a.registerHook(g -> {
            g.mul_(100);
            return null;
        });
        var gradient = new ArrayList<Tensor>();
        b.registerHook(g -> {
            gradient.add(g);
            return null;
        });
        a.add(b).sum().backward();
        assertValues(gradient.getFirst(), 1, 1);
    }

    @Test
    void aHookMayRunABackwardPassOfItsOwn() {
        var x = leaf(1, 2);
        var inner = leaf(3, 4);
        var y = x.mul(3);
        y.registerHook(g -> {
            try (var _ = flambeau.tensor.Tensors.enableGrad()) {
                inner.mul(g).sum().backward();
            }
            return null;
        });
        y.sum().backward();
        assertValues(Objects.requireNonNull(inner.grad()), 1, 1);
        assertValues(gradOf(x), 3, 3);
    }
}
