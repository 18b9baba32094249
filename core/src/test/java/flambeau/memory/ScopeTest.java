package flambeau.memory;

import static flambeau.tensor.Tensors.keep;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.scope;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.autograd.Guard;
import flambeau.tensor.Tensor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static void assertGone(Tensor x) {
        var thrown = assertThrows(IllegalStateException.class, x::toFloatArray);
        assertEquals("tensor: its memory was given back by the end of its scope", thrown.getMessage());
        assertThrows(IllegalStateException.class, () -> x.add(1));
        assertThrows(IllegalStateException.class, () -> x.get(0).toFloatArray());
        assertThrows(IllegalStateException.class, () -> x.fill_(1));
        assertThrows(IllegalStateException.class, x::toString);
    }

    @Test
    void whatWasMadeInsideIsGoneAtTheEnd() {
        Tensor small, large, before = ones(3);
        try (var _ = scope()) {
            small = before.mul(2);
            large = ones(100, 100);
            assertEquals(6.0, small.sum().item());
        }
        assertGone(small);
        assertGone(large);
        assertEquals(3.0, before.sum().item());
    }

    @Test
    void whatIsKeptStays() {
        Tensor kept, view;
        try (var _ = scope()) {
            kept = keep(ones(3).mul(2));
            view = keep(ones(2, 3)).get(1);
        }
        assertEquals(6.0, kept.sum().item());
        assertEquals(3.0, view.sum().item());
    }

    @Test
    void scopesNest() {
        Tensor outside, inside, kept;
        try (var _ = scope()) {
            outside = ones(2);
            try (var _ = scope()) {
                inside = ones(2);
                kept = keep(ones(2));
            }
            assertGone(inside);
            assertEquals(2.0, outside.sum().item());
        }
        assertGone(outside);
        assertEquals(2.0, kept.sum().item());
    }

    @Test
    void whatAnInnerScopeKeepsBelongsToTheOuterOne() {
        Storage kept;
        try (var _ = Scope.open()) {
            try (var inner = Scope.open()) {
                kept = Pool.GLOBAL.allocate(8);
                inner.keep(kept);
            }
            assertDoesNotThrow(kept::address);
        }
        assertThrows(IllegalStateException.class, kept::address);
    }

    @Test
    void gradientsOfLeavesSurvive() {
        var w = randn(3).requiresGrad_();
        try (var _ = scope()) {
            w.mul(2).sum().backward();
        }
        assertEquals(6.0, Objects.requireNonNull(w.grad()).sum().item());
        try (var _ = scope()) {
            w.zeroGrad();
            w.mul(3).sum().backward();
            try (var _ = noGrad()) {
                w.sub_(Objects.requireNonNull(w.grad()));
            }
        }
        assertEquals(9.0, Objects.requireNonNull(w.grad()).sum().item());
        assertDoesNotThrow(w::toFloatArray);
    }

    @Test
    void whatALeafTakesForItsOwnSurvives() {
        Tensor w = ones(3).requiresGrad_(), images = channelsLast();
        try (var _ = scope()) {
            w.setData(ones(4).mul(2));
            w.setGrad(ones(4).mul(3));
            images.view(4);
        }
        assertEquals(8.0, w.detach().sum().item());
        assertEquals(12.0, Objects.requireNonNull(w.grad()).sum().item());
        assertEquals(10.0, images.sum().item());
    }

    private static Tensor channelsLast() {
        var x = flambeau.tensor.Tensors.tensor(1.0, 2.0, 3.0, 4.0).view(1, 1, 2, 2);
        int[] one = {1, 1}, none = {0, 0};
        return flambeau.tensor.Convolutions.convolution(x, ones(1, 1, 1, 1), null, one, none, one, 1);
    }

    @Test
    void onlyItsThreadClosesAScope() throws InterruptedException {
        var thrown = new Throwable[1];
        Guard scope = scope();
        var other = new Thread(() -> thrown[0] = assertThrows(IllegalStateException.class, scope::close));
        other.start();
        other.join();
        scope.close();
        assertEquals("scope: must be closed by the thread that opened it, innermost first", thrown[0].getMessage());
    }

    @Test
    void theInnermostScopeClosesFirst() {
        var outer = Scope.open();
        var inner = Scope.open();
        assertThrows(IllegalStateException.class, outer::close);
        inner.close();
        inner.close(); // a second time does nothing
        outer.close();
    }

    @Test
    void otherThreadsAreNotConcerned() throws InterruptedException {
        var made = new Tensor[1];
        try (var _ = scope()) {
            var other = new Thread(() -> made[0] = ones(3));
            other.start();
            other.join();
        }
        assertEquals(3.0, made[0].sum().item());
    }
}
