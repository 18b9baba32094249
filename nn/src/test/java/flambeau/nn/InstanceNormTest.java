package flambeau.nn;

import static flambeau.args.Args.affine;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.trackRunningStats;
import static flambeau.functional.F.instanceNorm;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.ones;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InstanceNormTest {
    @Test
    void aSampleAloneIsABatchOfOne() {
        var x = pattern(11, 3, 5).toFloat();
        var y = new InstanceNorm1d(3).apply(x);
        assertTrue(y.allclose(instanceNorm(x.unsqueeze(0)).squeeze(0)));
    }

    @Test
    void withoutMomentumRunningStatisticsStay() {
        var norm = new InstanceNorm1d(3, trackRunningStats(true), momentum(null));
        norm.apply(pattern(11, 2, 3, 5).toFloat());
        var mean = norm.runningMean;
        assertNotNull(mean);
        assertArrayEquals(new double[3], mean.toDoubleArray());
    }

    @Test
    void channelsThatNobodyCountsMayDiffer() {
        assertEquals(
                "[2, 4, 5]", new InstanceNorm1d(3).apply(ones(2, 4, 5)).shape().text());
    }

    @Test
    void aLazyOneLearnsTheChannelsOfItsInput() {
        var norm = new LazyInstanceNorm2d();
        assertEquals(0, norm.numFeatures);
        norm.apply(ones(3, 4, 5));
        assertEquals(3, norm.numFeatures);
        assertEquals(
                "InstanceNorm2d(3, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)",
                norm.toString());
    }

    @Test
    void refusals() {
        wrong(
                        () -> new InstanceNorm1d(3, affine(true)).apply(ones(2, 4, 5)),
                        ARGUMENT,
                        "InstanceNorm1d: input [2, 4, 5] has 4 channels, numFeatures is 3 (in InstanceNorm1d)")
                .assertRefused();
        wrong(() -> new GroupNorm(2, 3), ARGUMENT, "GroupNorm: numChannels (3) must be divisible by numGroups (2)")
                .assertRefused();
    }
}
