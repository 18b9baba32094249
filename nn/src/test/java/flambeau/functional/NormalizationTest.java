package flambeau.functional;

import static flambeau.args.Args.eps;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.training;
import static flambeau.functional.F.batchNorm;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Expected numbers: PyTorch 2.13. */
class NormalizationTest {
    private final Tensor x = pattern(11, 2, 3, 2), w = pattern(5, 3), b = pattern(7, 3);
    private final Tensor mean = pattern(5, 3), var = pattern(7, 3).abs().add(0.5);

    @Test
    void evaluationTakesTheRunningStatistics() {
        assertValues(
                batchNorm(x, mean, var, w, b),
                sizes(2, 3, 2),
                -0.2651623913343,
                0.3535498551124,
                -0.5303247826686,
                0.1767749275562,
                0.0,
                0.0,
                -0.44193731889050003,
                0.1767749275562,
                -0.1767749275562,
                0.5303247826686,
                0.0,
                0.0);
    }

    @Test
    void trainingTakesThoseOfTheBatchAndMovesTheRunningOnes() {
        assertValues(
                batchNorm(x, mean, var, w, b, training(true), momentum(0.25), eps(0.5)),
                sizes(2, 3, 2),
                -0.1355815361366601,
                0.24404676504598818,
                -0.41602514716892186,
                0.1386750490563073,
                0.0,
                0.0,
                -0.24404676504598818,
                0.1355815361366601,
                -0.1386750490563073,
                0.41602514716892186,
                0.0,
                0.0);
        assertValues(mean, sizes(3), 0.21875, -0.5, 0.0625);
        assertValues(var, sizes(3), 0.6510416666666667, 0.4791666666666667, 0.4791666666666667);
    }

    @Test
    void anEmptyBatchLeavesTheStatistics() {
        var running = zeros(3).toDouble();
        assertEquals(
                "[0, 3]",
                batchNorm(zeros(0, 3).toDouble(), running, var, training(true))
                        .shape()
                        .text());
        assertValues(running, sizes(3), 0, 0, 0);
    }

    @Test
    void gradients() {
        assertGradients(in -> batchNorm(in.get(0), null, null, in.get(1), in.get(2), training(true)), x, w, b);
        assertGradients(in -> batchNorm(in.get(0), mean, var, in.get(1), in.get(2)), x, w, b);
        assertGradients(in -> batchNorm(in.getFirst(), null, null, training(true)), x);
    }
}
