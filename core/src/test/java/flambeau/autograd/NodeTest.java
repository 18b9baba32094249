package flambeau.autograd;

import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.ones;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.Args;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NodeTest {
    private static Node<Tensor> node(Tensor x) {
        return Objects.requireNonNull(x.gradFn());
    }

    private static Node<Tensor> next(Node<Tensor> node, int i) {
        return Objects.requireNonNull(node.nextFunctions().get(i).node());
    }

    @Test
    void nodesHavePyTorchsNamesAndNeighbours() {
        var x = leaf(1, 2);
        var y = x.mul(3).exp().sum();
        assertEquals("<SumBackward0>", node(y).toString());
        var exp = next(node(y), 0);
        assertEquals("ExpBackward0", exp.name());
        var mul = next(exp, 0);
        assertEquals("AccumulateGrad", next(mul, 0).name());
        assertSame(x, next(mul, 0).variable());
        assertEquals("[(<ExpBackward0>, 0)]", node(y).nextFunctions().toString());
    }

    @Test
    void aninputWithoutAGradientHasAPlace() {
        var y = ones(2).mul(leaf(1, 2));
        assertEquals(
                "[(None, 0), (<AccumulateGrad>, 0)]", node(y).nextFunctions().toString());
        y = leaf(1, 2).mul(ones(2));
        assertEquals(
                "[(<AccumulateGrad>, 0), (None, 0)]", node(y).nextFunctions().toString());
    }

    @Test
    void neighboursStayKnownAfterBackward() {
        var y = leaf(1, 2).exp().sum();
        y.backward();
        assertEquals("[(<ExpBackward0>, 0)]", node(y).nextFunctions().toString());
    }

    @Test
    void nodesCarryMetadata() {
        var y = leaf(1, 2).exp();
        node(y).metadata().put("layer", 3);
        assertEquals(3, node(y).metadata().get("layer"));
    }

    @Test
    void aHookOfANodeSeesAndReplacesGradients() {
        var x = leaf(1, 2);
        var y = x.exp();
        var seen = new ArrayList<List<Tensor>>();
        var hook = node(y).registerHook((inputs, outputs) -> {
            seen.add(outputs);
            seen.add(inputs);
            return List.of(Objects.requireNonNull(inputs.getFirst()).mul(10));
        });
        y.sum().backward(Args.retainGraph(true));
        assertValues(seen.get(0).getFirst(), 1, 1);
        assertValues(seen.get(1).getFirst(), Math.E, Math.E * Math.E);
        assertValues(gradOf(x).div(100), 0.1 * Math.E, 0.1 * Math.E * Math.E);
        hook.remove();
        hook.remove();
        x.zeroGrad();
        y.sum().backward();
        assertEquals(2, seen.size());
        assertEquals(Math.E, gradOf(x).get(0).item().doubleValue(), 1e-6);
    }

    @Test
    void aPrehookOfANodeReplacesTheGradientOfTheResult() {
        var x = leaf(1, 2);
        var y = x.mul(3);
        node(y).registerPrehook(
                        dys -> List.of(Objects.requireNonNull(dys.getFirst()).mul(2)));
        y.sum().backward();
        assertValues(gradOf(x), 6, 6);
    }

    @Test
    void aHookThatGivesTheWrongNumberOfGradientsIsRefused() {
        var y = leaf(1, 2).exp();
        node(y).registerHook((inputs, outputs) -> List.of());
        var sum = y.sum();
        var thrown = assertThrows(IllegalArgumentException.class, sum::backward);
        assertEquals("ExpBackward0: registerHook must give 1 gradients, gave 0", thrown.getMessage());
    }

    @Test
    void aLeafTellsWhenItsGradientHasGrown() {
        var x = leaf(1, 2);
        var seen = new ArrayList<Double>();
        var hook = x.registerPostAccumulateGradHook(
                p -> seen.add(gradOf(p).sum().item().doubleValue()));
        x.mul(3).sum().backward();
        x.mul(3).sum().backward();
        hook.remove();
        x.mul(3).sum().backward();
        assertEquals(List.of(6.0, 12.0), seen);
        assertThrows(IllegalStateException.class, () -> x.mul(2).registerPostAccumulateGradHook(p -> {}));
        assertThrows(IllegalStateException.class, () -> ones(2).registerPostAccumulateGradHook(p -> {}));
    }

    @Test
    void theSameHookTwiceIsRemovedOnceEach() {
        var x = leaf(1, 2);
        java.util.function.Function<Tensor, Tensor> twice = g -> g.mul(2);
        var first = x.registerHook(twice);
        x.registerHook(twice);
        first.remove();
        first.remove();
        x.sum().backward();
        assertValues(gradOf(x), 2, 2);
    }

    @Test
    void detachInPlaceMakesALeaf() {
        var x = leaf(1, 2);
        var y = x.mul(3);
        y.retainGrad();
        assertTrue(y.retainsGrad());
        var z = y.exp();
        y.detach_();
        assertTrue(y.isLeaf());
        assertFalse(y.requiresGrad());
        assertNull(y.gradFn());
        z.sum().backward();
        assertEquals(3 * Math.exp(3), gradOf(x).get(0).item().doubleValue(), 1e-4);
        var view = x.mul(3).get(0);
        assertEquals(
                "detach_: a view cannot be detached in place; use detach()",
                assertThrows(IllegalStateException.class, view::detach_).getMessage());
        x.detach_();
        assertFalse(x.requiresGrad());
    }
}
