package flambeau.nn;

import static flambeau.args.Args.affine;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.trackRunningStats;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Expected numbers: PyTorch 2.13. */
class BatchNormTest {
    @Test
    void aNullMomentumMakesPlainAverages() {
        var bn = new BatchNorm1d(2, momentum(null));
        bn.toDouble();
        for (int k = 0; k < 3; k++) bn.apply(pattern(11 + 2 * k, 4, 2));
        assertValues(Objects.requireNonNull(bn.runningMean), sizes(2), -0.6041666666666666, 0.4166666666666667);
        assertValues(Objects.requireNonNull(bn.runningVar), sizes(2), 0.3246527777777778, 0.934027777777778);
        assertEquals(3L, Objects.requireNonNull(bn.numBatchesTracked).item());
        bn.eval();
        assertValues(
                bn.apply(pattern(11, 2, 2)),
                sizes(2, 2),
                0.18281529050246548,
                0.8622566113333348,
                1.4990853821202168,
                -1.2071592558666688);
    }

    @Test
    void withoutStatisticsEvaluationTakesTheBatch() {
        var bn = new BatchNorm1d(2, trackRunningStats(false));
        assertNull(bn.runningMean);
        assertEquals(2, bn.stateDict().size());
        bn.toDouble();
        var x = pattern(11, 4, 2);
        var y = bn.apply(x);
        assertTrue(bn.eval().apply(x).torchEquals(y));
    }

    @Test
    void scaleAndShiftAreOptional() {
        assertNull(new BatchNorm2d(2, affine(false)).weight);
        var unshifted = new BatchNorm2d(2, bias(false));
        assertNotNull(unshifted.weight);
        assertNull(unshifted.bias);
    }

    @Test
    void everyNumberOfAxes() {
        assertEquals(
                "[2, 3, 4]",
                new BatchNorm1d(3).apply(pattern(11, 2, 3, 4).toFloat()).shape().text());
        assertEquals(
                "[2, 3, 4, 1]",
                new BatchNorm2d(3)
                        .apply(pattern(11, 2, 3, 4, 1).toFloat())
                        .shape()
                        .text());
        assertEquals(
                "[2, 3, 4, 1, 1]",
                new BatchNorm3d(3)
                        .apply(pattern(11, 2, 3, 4, 1, 1).toFloat())
                        .shape()
                        .text());
    }

    @Test
    void resetForgets() {
        var bn = new BatchNorm1d(2);
        bn.apply(pattern(11, 4, 2).toFloat());
        bn.resetParameters();
        assertValues(Objects.requireNonNull(bn.runningMean), sizes(2), 0, 0);
        assertEquals(0L, Objects.requireNonNull(bn.numBatchesTracked).item());
    }
}
