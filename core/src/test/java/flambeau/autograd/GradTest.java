package flambeau.autograd;

import static flambeau.args.Args.allowUnused;
import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.retainGraph;
import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.grad;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Gradients that are returned, and gradients of gradients. */
class GradTest {
    @Test
    void theThirdDerivativeOfACubeIsSix() {
        var x = tensor(2.0).requiresGrad_();
        var first = grad(x.pow(3), x, createGraph(true));
        var second = grad(first, x, createGraph(true));
        var third = grad(second, x);
        assertEquals(12.0, first.item());
        assertEquals(12.0, second.item());
        assertEquals(6.0, third.item());
        assertFalse(third.requiresGrad());
    }

    @Test
    void gradientsWithRespectToInputsLeaveTheLeavesAlone() {
        var a = leaf(1, 2);
        var b = leaf(3, 4);
        var found = grad(a.mul(b).sum(), List.of(b, a));
        assertValues(Objects.requireNonNull(found.get(0)), 1, 2);
        assertValues(Objects.requireNonNull(found.get(1)), 3, 4);
        assertNull(a.grad());
        assertNull(b.grad());
    }

    @Test
    void gradientsWithRespectToAnIntermediateResultAreFound() {
        var x = leaf(1, 2);
        var middle = x.mul(3);
        var found = grad(middle.square().sum(), List.of(middle, x));
        assertValues(Objects.requireNonNull(found.get(0)), 6, 12);
        assertValues(Objects.requireNonNull(found.get(1)), 18, 36);
    }

    @Test
    void severalOutputsAddUp() {
        var x = leaf(1, 2);
        var found = grad(List.of(x.mul(2), x.sum()), List.of(x), List.of(tensor(1.0, 10.0), tensor(100.0)));
        assertValues(Objects.requireNonNull(found.getFirst()), 102, 120);
    }

    @Test
    void anUnusedInputIsRefusedUnlessAllowed() {
        var x = leaf(1, 2);
        var other = leaf(1, 2);
        var y = x.mul(2).sum();
        var thrown = assertThrows(IllegalArgumentException.class, () -> grad(y, List.of(x, other), retainGraph(true)));
        assertEquals("grad: no output depends on input 1; give allowUnused(true)", thrown.getMessage());
        var found = grad(y, List.of(x, other), allowUnused(true));
        assertNotNull(found.get(0));
        assertNull(found.get(1));
    }

    @Test
    void gradRefusesWhatHasNoGradient() {
        var x = leaf(1, 2);
        var plain = tensor(1.0, 2.0);
        assertEquals(
                "grad: an input does not require a gradient: a torch.float32 tensor of shape [2]",
                assertThrows(IllegalArgumentException.class, () -> grad(x.sum(), plain))
                        .getMessage());
        assertEquals(
                "grad: output 0 does not require a gradient and has no history",
                assertThrows(IllegalStateException.class, () -> grad(plain.sum(), x))
                        .getMessage());
        assertEquals(
                "grad: only a scalar needs no gradient of its own; this has shape [2], give one",
                assertThrows(IllegalArgumentException.class, () -> grad(x.mul(2), x))
                        .getMessage());
    }

    @Test
    void anOutputThatIsTheInputHasTheGradientOne() {
        var x = tensor(2.0).requiresGrad_();
        assertEquals(1.0, grad(x, x).item());
        x.backward();
        assertEquals(1.0, gradOf(x).item());
    }

    @Test
    void aGradientPenaltyDifferentiatesThroughBackward() {
        var x = leaf(1, 2);
        x.pow(3).sum().backward(createGraph(true));
        var penalty = gradOf(x).square().sum(); // 9 x^4
        x.zeroGrad();
        penalty.backward();
        assertValues(gradOf(x), 36, 288);
    }
}
