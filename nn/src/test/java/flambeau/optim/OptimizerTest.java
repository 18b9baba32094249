package flambeau.optim;

import static flambeau.args.Args.lr;
import static flambeau.optim.Parameters.parameter;
import static flambeau.optim.Parameters.withGrad;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.scope;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps, whatever the optimiser. */
class OptimizerTest {
    @Test
    void aStepGoesAgainstTheGradient() {
        var p = parameter(1, 2);
        var optimizer = new SGD(List.of(p), lr(0.5));
        p.mul(p).sum().backward();
        optimizer.step();
        assertArrayEquals(new double[] {0, 0}, p.toDoubleArray());
    }

    @Test
    void aParameterWithoutGradientStays() {
        var p = parameter(1);
        new Adam(List.of(p)).step();
        assertEquals(1.0, p.item());
    }

    @Test
    void aClosureIsCalledWithGradientsEnabledAndItsLossReturned() {
        var p = parameter(3);
        var optimizer = new SGD(List.of(p), lr(0.25));
        Tensor loss;
        try (var _ = noGrad()) {
            loss = optimizer.step(() -> {
                optimizer.zeroGrad();
                var y = p.mul(p).sum();
                y.backward();
                return y;
            });
        }
        assertEquals(9.0, loss.item());
        assertEquals(1.5, p.item());
    }

    @Test
    void nothingIsChangedWhereOneGradientHasAWrongShape() {
        var first = withGrad(1, 1);
        var second = withGrad(1, 1);
        var optimizer = new Adam(List.of(first, second));
        second.setData(zeros(3));
        var e = assertThrows(IllegalStateException.class, optimizer::step);
        assertEquals("Adam: the gradient of parameter 1 is float32 [1], the parameter is float32 [3]", e.getMessage());
        assertEquals(1.0, first.item());
        second.setData(ones(1));
        optimizer.step();
        assertEquals(0.999, first.item().doubleValue(), 1e-6);
    }

    @Test
    void aParameterThatHasBecomeAnotherIsRefused() {
        var first = withGrad(1, 1);
        var second = withGrad(1, 1);
        var optimizer = new Adam(List.of(first, second));
        optimizer.step();
        double before = first.item().doubleValue();
        second.zeroGrad();
        second.setData(zeros(2, 2));
        second.setGrad(ones(2, 2));
        var e = assertThrows(IllegalStateException.class, optimizer::step);
        assertEquals("Adam: parameter 1 has become float32 [2, 2], its state was made for another", e.getMessage());
        assertEquals(before, first.item());
    }

    @Test
    void stateOutlivesAMemoryScope() {
        var p = withGrad(1, 1);
        var optimizer = new Adam(List.of(p), lr(0.5));
        try (var _ = scope()) {
            optimizer.step();
        }
        optimizer.step();
        assertEquals(0.0, p.item().doubleValue(), 1e-6);
    }

    @Test
    void aStepIsNotRecorded() {
        var p = withGrad(1, 1);
        new Lion(List.of(p), lr(0.5)).step();
        assertTrue(p.isLeaf());
        assertEquals(0.5, p.item());
    }

    @Test
    void theTextListsTheGroups() {
        assertEquals("""
            SGD (
            Parameter Group 0
                lr: 0.5
                momentum: 0.0
                dampening: 0.0
                weight_decay: 0.0
                nesterov: false
                maximize: false
            )\
            """, new SGD(List.of(parameter(1)), lr(0.5)).toString());
    }

    @Test
    void hooksAreCalledAroundEachStep() {
        var p = withGrad(1, 1);
        var optimizer = new SGD(List.of(p), lr(0.5));
        var seen = new ArrayList<Object>();
        var before = optimizer.registerStepPreHook(_ -> seen.add(p.item()));
        optimizer.registerStepPostHook(o -> seen.add(o == optimizer ? p.item() : "another"));
        optimizer.step();
        before.close();
        optimizer.step(() -> p.sum());
        assertEquals(List.of(1.0, 0.5, 0.0), seen);
    }

    @Test
    void aStepOfManyParametersIsThatOfEach() {
        var sizes = new int[] {1, 3000, 7, 70_000, 128};
        var together = new ArrayList<Tensor>();
        for (int n : sizes) {
            var p = ones(n).requiresGrad_();
            p.setGrad(arange(n).sin());
            together.add(p);
        }
        var alone = together.stream().map(OptimizerTest::copy).toList();
        var optimizer = new AdamW(together, lr(0.5));
        var optimizers = alone.stream().map(p -> new AdamW(List.of(p), lr(0.5))).toList();
        for (int i = 0; i < 3; i++) {
            optimizer.step();
            optimizers.forEach(Optimizer::step);
        }
        for (int i = 0; i < sizes.length; i++)
            assertArrayEquals(alone.get(i).toDoubleArray(), together.get(i).toDoubleArray());
    }

    private static Tensor copy(Tensor p) {
        var copy = p.detach().clone().requiresGrad_();
        copy.setGrad(p.grad());
        return copy;
    }

    @Test
    void aBackwardPassThatNeedsAParameterFromBeforeAStepIsRefused() {
        var p = withGrad(2, 1);
        var y = p.square().sum();
        new SGD(List.of(p), lr(0.5)).step();
        assertThrows(IllegalStateException.class, y::backward);
    }
}
