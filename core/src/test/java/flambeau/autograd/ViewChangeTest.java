package flambeau.autograd;

import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.at;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ViewChangeTest {
    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalStateException.class, call).getMessage());
    }

    @Test
    void aBufferIsFilledRowByRow() {
        var x = leaf(1, 2, 3);
        var rows = zeros(3, 3);
        for (int i = 0; i < 3; i++) rows.set(at(i), x.mul(i + 1));
        rows.sum().backward();
        assertValues(gradOf(x), 6, 6, 6);
        assertEquals("<CopySlices>", String.valueOf(rows.gradFn()));
    }

    @Test
    void whatIsOverwrittenGetsNoGradient() {
        var x = leaf(1, 2, 3);
        var y = x.mul(2);
        y.set(at(1), 0);
        y.sum().backward();
        assertValues(gradOf(x), 2, 0, 2);
    }

    @Test
    void theViewThatWasChangedFollows() {
        var x = leaf(1, 2);
        var y = zeros(2, 2);
        var row = y.get(0);
        row.add_(x);
        row.mul_(x);
        row.sum().backward();
        assertValues(gradOf(x), 2, 4);
        assertEquals("<AsStridedBackward0>", String.valueOf(row.gradFn()));
    }

    @Test
    void anOlderViewFollows() {
        var x = leaf(1, 2);
        var y = zeros(2, 2);
        var column = y.t().get(0);
        assertFalse(column.requiresGrad());
        y.add_(x);
        assertTrue(column.requiresGrad());
        column.sum().backward();
        assertValues(gradOf(x), 2, 0);
    }

    @Test
    void anExpandedViewFollows() {
        var x = leaf(1, 2);
        var y = zeros(2);
        var many = y.expand(3, 2);
        y.add_(x);
        many.mul(ones(3, 2)).sum().backward();
        assertValues(gradOf(x), 3, 3);
    }

    @Test
    void aViewThatTheGraphNeedsMustNotChange() {
        var x = leaf(1, 2);
        var y = x.exp();
        y.view(2, 1).get(0).mul_(2);
        assertThrows(IllegalStateException.class, () -> y.sum().backward());
    }

    @Test
    void aViewOfALeafChangesOnlyUnderNoGrad() {
        var x = leaf(1, 2);
        var first = x.get(0);
        assertRefused(
                "mul_: a view of a leaf that requires a gradient cannot be changed in place; use noGrad()",
                () -> first.mul_(2));
        try (var _ = noGrad()) {
            first.mul_(5);
        }
        assertValues(x, 5, 2);
    }

    @Test
    void aViewThatWasTakenUnderNoGradMustBeTakenAgain() {
        var y = leaf(1, 2).mul(2);
        try (var _ = noGrad()) {
            var view = y.get(0);
            try (var _ = flambeau.tensor.Tensors.enableGrad()) {
                assertRefused(
                        "mul_: this view was taken under noGrad() and cannot follow a change in place; take it again",
                        () -> view.mul_(2));
            }
        }
    }

    @Test
    void aTensorWithGapsCannotFollow() {
        var x = leaf(1, 2);
        var gaps = zeros(3, 4).narrow(1, 0, 2).detach();
        assertRefused(
                "add_: a view of a tensor with gaps cannot be changed in place; use clone()",
                () -> gaps.get(0).add_(x));
        var view = gaps.get(1);
        gaps.add_(x);
        assertRefused(
                "autograd: a view of float32 [3, 2] was taken before that was changed in place; take it again",
                () -> view.mul(2));
    }

    @Test
    void aDetachedPartIsOnItsOwn() {
        var x = leaf(1, 2);
        var y = x.mul(3);
        y.detach().get(0).fill_(7);
        y.sum().backward();
        assertValues(gradOf(x), 3, 3);
        assertValues(y, 7, 6);
    }
}
