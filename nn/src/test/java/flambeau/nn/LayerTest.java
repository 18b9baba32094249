package flambeau.nn;

import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LayerTest {
    /** Twice its input. */
    static class Twice extends Layer {
        @Override
        protected Tensor forward(Tensor x) {
            return x.mul(2);
        }
    }

    static class Failing extends Layer {
        private final RuntimeException error;

        Failing(RuntimeException error) {
            this.error = error;
        }

        @Override
        protected Tensor forward(Tensor x) {
            throw error;
        }
    }

    private final Layer twice = new Twice();

    private static float first(Tensor x) {
        return x.toFloatArray()[0];
    }

    @Test
    void preHooksMayReplaceTheInput() {
        try (var _ = twice.registerForwardPreHook((_, x) -> x.add(1));
                var _ = twice.registerForwardPreHook((_, _) -> null)) {
            assertEquals(4, first(twice.apply(ones(1))));
        }
        assertEquals(2, first(twice.apply(ones(1))));
    }

    @Test
    void hooksSeeInputAndOutputAndMayReplaceTheOutput() {
        var seen = new ArrayList<Float>();
        try (var _ = twice.registerForwardHook((layer, x, y) -> {
            assertSame(twice, layer);
            seen.add(first(x));
            seen.add(first(y));
            return y.add(10);
        })) {
            assertEquals(12, first(twice.apply(ones(1))));
        }
        assertEquals("[1.0, 2.0]", seen.toString());
        assertEquals(2, first(twice.apply(ones(1))));
    }

    @Test
    void backwardHooksSeeBothGradientsAndMayReplaceThem() {
        var x = ones(1).requiresGrad_();
        var seen = new ArrayList<Float>();
        try (var _ = twice.registerFullBackwardPreHook((_, dy) -> dy.mul(3));
                var _ = twice.registerFullBackwardHook((_, dx, dy) -> {
                    seen.add(first(dy));
                    seen.add(first(Objects.requireNonNull(dx)));
                    return dx.add(1);
                })) {
            twice.apply(x).mul(5).sum().backward();
        }
        assertEquals("[15.0, 30.0]", seen.toString());
        assertEquals(31, first(Objects.requireNonNull(x.grad())));
    }

    @Test
    void backwardHooksAreCalledWithoutAnInputGradientWhereNoneIsNeeded() {
        var linear = new Linear(2, 3);
        var seen = new ArrayList<Tensor>();
        try (var _ = linear.registerFullBackwardHook((_, dx, dy) -> {
            assertNull(dx);
            seen.add(dy);
            return null;
        })) {
            linear.apply(randn(4, 2)).sum().backward();
        }
        assertArrayEquals(ones(12).toFloatArray(), seen.getFirst().toFloatArray());
    }

    @Test
    void anErrorTellsThePathOfTheLayer() {
        var net = new Sequential(new Twice(), new Sequential(new Linear(3, 4)));
        var e = assertThrows(IllegalArgumentException.class, () -> net.apply(zeros(2, 5)));
        assertEquals("linear: input [2, 5] has 5 features, weight [4, 3] takes 3 (in Sequential.1.0)", e.getMessage());
        assertTrue(e.getStackTrace()[0].toString().contains("flambeau."), "where it arose");
    }

    @Test
    void anErrorKeepsItsTypeAndItsCause() {
        var cause = new Exception("the cause");
        var e = assertThrows(
                IllegalStateException.class,
                () -> new Sequential(new Failing(new IllegalStateException("odd", cause))).apply(ones(1)));
        assertEquals("odd (in Sequential.0)", e.getMessage());
        assertSame(cause, e.getCause());
        assertThrows(
                IndexOutOfBoundsException.class, () -> new Failing(new IndexOutOfBoundsException("7")).apply(ones(1)));
        var own = new RuntimeException("own") {};
        assertSame(own, assertThrows(RuntimeException.class, () -> new Failing(own).apply(ones(1))));
    }

    @Test
    void anErrorIsLocatedOnceAlsoThroughLayersThatAreHeldElsewhere() {
        var inner = new Sequential(new Failing(new IllegalArgumentException("odd")));
        var outer = new Layer() {
            final transient Layer held = inner;

            @Override
            protected Tensor forward(Tensor x) {
                return held.apply(x);
            }
        };
        assertEquals(
                "odd (in Sequential.0)",
                assertThrows(IllegalArgumentException.class, () -> outer.apply(ones(1)))
                        .getMessage());
    }

    @Test
    void layersComposeWithFunctions() {
        assertEquals(
                16,
                first(twice.andThen(Tensor::square)
                        .andThen(twice)
                        .andThen(twice)
                        .apply(ones(1))));
    }

    @Test
    void aModuleOfSeveralInputsLocatesErrorsByCall() {
        class Pair extends Module {
            final Linear left = new Linear(1, 1), right = new Linear(2, 1);

            Tensor apply(Tensor a, Tensor b) {
                return call(() -> left.apply(a).add(right.apply(b)));
            }
        }
        var e = assertThrows(IllegalArgumentException.class, () -> new Pair().apply(ones(1, 1), ones(1, 1)));
        assertEquals("linear: input [1, 1] has 1 features, weight [1, 2] takes 2 (in Pair.right)", e.getMessage());
    }

    @Test
    void aLossIsCalledWithInputAndTarget() {
        assertEquals(4, first(new MSELoss().apply(full(shape(2), 3.0), ones(2))));
        assertEquals(
                4,
                first(new CrossEntropyLoss()
                        .apply(zeros(2, 4), zeros(2).toLong())
                        .exp()),
                1e-5f);
        assertEquals(-3, first(new NLLLoss().apply(full(shape(2, 4), 3.0), zeros(2).toLong())));
    }
}
