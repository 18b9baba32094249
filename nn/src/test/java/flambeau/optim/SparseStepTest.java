package flambeau.optim;

import static flambeau.args.Args.dampening;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.nesterov;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.Parameters.withGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Shape;
import flambeau.tensor.SparseGradient;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of gradients of which only some rows are there. */
class SparseStepTest {
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

    /** The first column of the parameter after steps with gradients of 1 in these rows; the numbers are those of PyTorch 2.13. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 0, false, false, 3 1 3 / 0 1 0 / 4 4 4, 0.62 0.539 1 0.458 0.7",
        "0.9, 0, true, false, 3 1 3 / 0 1 0, 0.62 0.539 1 0.458 1",
        "0.9, 0.5, false, false, 3 1 3 / 0 1 0, 0.9 0.76 1 0.62 1",
        "0.9, 0, false, true, 3 1 3 / 0 1 0, 1.2 1.29 1 1.38 1",
        "0, 0, false, false, 3 1 3 / 0 1 0, 0.8 0.8 1 0.8 1",
    })
    void sgdWithMomentum(double mu, double damp, boolean nesterov, boolean maximize, String rows, String expected) {
        var p = ones(5, 2).requiresGrad_();
        var optimizer =
                new SGD(List.of(p), lr(0.1), momentum(mu), dampening(damp), nesterov(nesterov), maximize(maximize));
        for (var step : rows.split(" / ")) {
            var index = Stream.of(step.split(" ")).mapToLong(Long::parseLong).toArray();
            p.setSparseGrad(new SparseGradient(tensor(new long[][] {index}), ones(3, 2), Shape.of(5, 2)));
            optimizer.step();
        }
        var numbers =
                Stream.of(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertArrayEquals(numbers, p.select(1, 0).toDoubleArray(), 1e-6);
    }

    @Test
    void aDenseGradientMayFollowASparseOne() {
        var p = ones(4, 2).requiresGrad_();
        var optimizer = new SGD(List.of(p), lr(0.5), momentum(0.5));
        p.setSparseGrad(sparse());
        optimizer.step(); // rows 1 and 3 go by 0.5 and 1
        p.setGrad(ones(4, 2));
        optimizer.step();
        assertArrayEquals(new double[] {0.5, -0.25, 0.5, -1}, p.select(1, 0).toDoubleArray());
    }

    @Test
    void weightDecayIsRefusedBeforeAnythingChanges() {
        for (boolean adagrad : new boolean[] {false, true}) {
            var first = withGrad(1, 1);
            var p = ones(4, 2).requiresGrad_();
            p.setSparseGrad(sparse());
            var all = List.of(first, p);
            var optimizer = adagrad ? new Adagrad(all, weightDecay(0.1)) : new SGD(all, weightDecay(0.1));
            var e = assertThrows(IllegalStateException.class, optimizer::step);
            assertEquals(
                    optimizer.name() + ": weightDecay does not go with the sparse gradient of parameter 1",
                    e.getMessage());
            assertEquals(1.0, first.item());
        }
    }
}
