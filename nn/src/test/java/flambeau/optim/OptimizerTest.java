package flambeau.optim;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.lineSearchFn;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maxIter;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.nesterov;
import static flambeau.args.Args.setToNone;
import static flambeau.optim.ParamGroups.group;
import static flambeau.optim.ParamGroups.groups;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.scope;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.LineSearch;
import flambeau.array.Shape;
import flambeau.tensor.SparseGradient;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OptimizerTest {
    private static Tensor parameter(double... values) {
        return tensor(values).requiresGrad_();
    }

    private static Tensor withGrad(double value, double grad) {
        var p = parameter(value);
        p.setGrad(tensor(new double[] {grad}));
        return p;
    }

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
    void aGroupHasItsOwnOptionsAndTheRestFromTheOptimizer() {
        var biases = withGrad(1, 1);
        var weights = withGrad(1, 1);
        var optimizer = new SGD(groups(group(List.of(biases)), group(List.of(weights), lr(0.25))), lr(0.5));
        optimizer.step();
        assertEquals(0.5, biases.item());
        assertEquals(0.75, weights.item());
    }

    @Test
    void groupsCanBeMadeAheadOfTheirOptimizer() {
        var slow = group(List.of(withGrad(1, 1)), lr(0.25), momentum(0.5));
        assertEquals(0.25, new SGD(slow).groups().getFirst().lr());
    }

    @Test
    void theLearningRateOfAGroupCanBeChanged() {
        var p = withGrad(1, 1);
        var optimizer = new SGD(List.of(p), lr(0.5));
        optimizer.groups().getFirst().lr(0.125);
        optimizer.step();
        assertEquals(0.875, p.item());
    }

    @Test
    void momentumCanBeSwitchedOnLater() {
        var p = withGrad(1, 1);
        var optimizer = new SGD(List.of(p), lr(0.25));
        optimizer.step();
        optimizer.groups().getFirst().set(momentum(0.5));
        optimizer.step(); // the velocity becomes the gradient
        optimizer.step(); // and then 1.5
        assertEquals(1 - 0.25 - 0.25 - 0.375, p.item());
    }

    @Test
    void aRefusedOptionLeavesTheGroupAsItWas() {
        var group = new SGD(List.of(parameter(1)), momentum(0.9), nesterov(true))
                .groups()
                .getFirst();
        assertThrows(IllegalArgumentException.class, () -> group.set(momentum(0)));
        assertEquals(0.9, group.get(flambeau.args.Momentum.class).value());
    }

    @Test
    void addedParametersTakePart() {
        var optimizer = new SGD(List.of(withGrad(1, 1)), lr(0.5));
        var added = withGrad(1, 1);
        optimizer.addParamGroup(group(List.of(added), lr(0.25)));
        optimizer.step();
        assertEquals(0.75, added.item());
    }

    @Test
    void aRefusedGroupAddsNothing() {
        var known = parameter(1);
        var optimizer = new SGD(List.of(known));
        var added = groups(group(List.of(parameter(2))), group(List.of(known)));
        assertThrows(IllegalArgumentException.class, () -> optimizer.addParamGroup(added));
        assertEquals(1, optimizer.groups().size());
    }

    @Test
    void zeroGradDropsGradients() {
        var p = withGrad(1, 1);
        new SGD(List.of(p)).zeroGrad();
        assertNull(p.grad());
    }

    @Test
    void zeroGradCanKeepTheTensor() {
        var p = withGrad(1, 3);
        var grad = p.grad();
        new SGD(List.of(p)).zeroGrad(setToNone(false));
        assertSame(grad, p.grad());
        assertEquals(0.0, p.grad().item());
    }

    @Test
    void zeroGradForgetsTheHistoryOfAGradient() {
        var p = parameter(2);
        p.mul(p).mul(p).sum().backward(createGraph(true));
        assertTrue(p.grad().requiresGrad());
        new SGD(List.of(p)).zeroGrad(setToNone(false));
        assertTrue(!p.grad().requiresGrad());
        assertEquals(0.0, p.grad().item());
    }

    @Test
    void zeroGradWithoutGradientsDoesNothing() {
        var p = parameter(1);
        new SGD(List.of(p)).zeroGrad(setToNone(false));
        assertNull(p.grad());
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
    void onlyTheRowsOfASparseGradientAreTouched() {
        for (var make : List.<Function<List<Tensor>, Optimizer>>of(SGD::new, Adagrad::new, SparseAdam::new)) {
            var p = ones(4, 2).requiresGrad_();
            var optimizer = make.apply(List.of(p));
            p.setSparseGrad(sparse());
            optimizer.step();
            var rows = p.sum(1).toDoubleArray();
            assertArrayEquals(new double[] {2, 2}, new double[] {rows[0], rows[2]});
            assertTrue(rows[1] < 2 && rows[3] < 2, optimizer.name());
        }
    }

    @Test
    void aSparseGradientIsRefusedWhereItIsNotKnown() {
        var p = ones(4, 2).requiresGrad_();
        p.setSparseGrad(sparse());
        var e = assertThrows(IllegalStateException.class, () -> new Adam(List.of(p)).step());
        assertEquals(
                "Adam: the gradient of parameter 0 is sparse; SparseAdam, SGD and Adagrad take it", e.getMessage());
    }

    @Test
    void aDenseGradientIsRefusedBySparseAdam() {
        var e = assertThrows(IllegalStateException.class, () -> new SparseAdam(List.of(withGrad(1, 1))).step());
        assertEquals("SparseAdam: the gradient of parameter 0 is dense; Adam takes it", e.getMessage());
    }

    private static SparseGradient sparse() {
        return new SparseGradient(tensor(new long[][] {{3, 1, 3}}), ones(3, 2), Shape.of(4, 2));
    }

    @Test
    void lbfgsTakesAClosure() {
        var e = assertThrows(IllegalStateException.class, () -> new LBFGS(List.of(withGrad(1, 1))).step());
        assertEquals("LBFGS: step takes a closure that computes the loss", e.getMessage());
    }

    @Test
    void lbfgsGoesOnFromItsState() {
        var p = parameter(-1.5, 2);
        var first = new LBFGS(List.of(p), maxIter(3), lineSearchFn(LineSearch.STRONG_WOLFE));
        first.step(() -> rosenbrock(p, first));
        var q = tensor(p.toDoubleArray()).requiresGrad_();
        var second = new LBFGS(List.of(q));
        second.loadStateDict(first.stateDict());
        for (int i = 0; i < 20; i++) {
            first.step(() -> rosenbrock(p, first));
            second.step(() -> rosenbrock(q, second));
        }
        assertArrayEquals(p.toDoubleArray(), q.toDoubleArray());
        assertArrayEquals(new double[] {1, 1}, p.toDoubleArray(), 1e-2);
    }

    private static Tensor rosenbrock(Tensor p, Optimizer optimizer) {
        optimizer.zeroGrad();
        var x = p.get(0);
        var loss = p.get(1).sub(x.square()).square().mul(100).add(x.sub(1).square());
        loss.backward();
        return loss;
    }

    @Test
    void gradientsAddUpOverSeveralBackwardPasses() {
        var whole = parameter(1, -2);
        var parts = parameter(1, -2);
        var x = tensor(new double[] {1, 2, 3, 4});
        x.view(2, 2).mul(whole).square().sum().backward();
        for (int i = 0; i < 2; i++)
            x.view(2, 2).get(i).mul(parts).square().sum().backward();
        new RMSprop(List.of(whole)).step();
        new RMSprop(List.of(parts)).step();
        assertArrayEquals(whole.toDoubleArray(), parts.toDoubleArray());
    }
}
