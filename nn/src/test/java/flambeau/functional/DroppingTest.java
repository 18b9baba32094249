package flambeau.functional;

import static flambeau.args.Args.generator;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.p;
import static flambeau.args.Args.training;
import static flambeau.functional.F.alphaDropout;
import static flambeau.functional.F.dropout;
import static flambeau.functional.F.dropout1d;
import static flambeau.functional.F.dropout2d;
import static flambeau.functional.F.dropout3d;
import static flambeau.functional.F.featureAlphaDropout;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Expected numbers: PyTorch 2.13. */
class DroppingTest {
    private static final float[] DROPPED = {
        1.4285714626312256f, 2.857142925262451f, 0, 5.714285850524902f, 0, 0, 10, 11.428571701049805f, 0, 0
    };

    private static Tensor counting() {
        return arange(1, 11, 1).toFloat();
    }

    @Test
    void theMaskOfASeedIsThatOfPyTorch() {
        manualSeed(7);
        assertArrayEquals(DROPPED, dropout(counting(), p(0.3)).toFloatArray());
    }

    @Test
    void aGeneratorMayBeGiven() {
        var own = new Generator().manualSeed(7);
        assertArrayEquals(DROPPED, dropout(counting(), p(0.3), generator(own)).toFloatArray());
    }

    @Test
    void theMaskIsDrawnInTheOrderOfMemory() {
        manualSeed(7);
        var turned = arange(1, 11, 1).toFloat().reshape(2, 5).t().contiguous().t();
        var expected = new float[] {
            1.4285714626312256f, 0, 0, 5.714285850524902f, 0, 8.571428298950195f, 10, 0, 12.857142925262451f, 0
        };
        assertArrayEquals(expected, dropout(turned, p(0.3)).toFloatArray(), 1e-6f);
    }

    @Test
    void inPlaceTheInputIsReplaced() {
        manualSeed(7);
        var x = counting();
        assertSame(x, dropout(x, p(0.3), inplace(true)));
        assertArrayEquals(DROPPED, x.toFloatArray());
    }

    @Test
    void outsideTrainingItIsTheInput() {
        var x = counting();
        assertSame(x, dropout(x, training(false)));
        assertSame(x, dropout(x, p(0)));
    }

    @Test
    void atOneNothingRemains() {
        assertEquals(0.0, dropout(counting(), p(1)).sum().item());
    }

    @Test
    void theGradientPassesTheMask() {
        var x = ones(100).requiresGrad_();
        var y = dropout(x);
        y.sum().backward();
        assertArrayEquals(y.toFloatArray(), Objects.requireNonNull(x.grad()).toFloatArray());
    }

    @Test
    void channelsAreDroppedWhole() {
        manualSeed(3);
        for (var y : List.of(
                dropout1d(ones(4, 5)).view(4, 5),
                dropout2d(ones(2, 2, 5, 1)).view(4, 5),
                dropout3d(ones(4, 1, 1, 5)).view(4, 5)))
            for (int c = 0; c < 4; c++)
                assertEquals(
                        1, Arrays.stream(y.get(c).toDoubleArray()).distinct().count());
    }

    @Test
    void alphaDropoutKeepsMeanAndVariance() {
        manualSeed(3);
        var y = alphaDropout(randn(100_000), p(0.3), training(true));
        assertEquals(0, y.mean().item().doubleValue(), 0.02);
        assertEquals(1, y.var().item().doubleValue(), 0.02);
    }

    @Test
    void alphaDropoutIsForTrainingAlone() {
        var x = counting();
        assertSame(x, alphaDropout(x));
        assertSame(x, featureAlphaDropout(x));
    }

    @Test
    void channelsNeedDimensions() {
        wrong(() -> dropout1d(ones(3)), ARGUMENT, "dropout1d: input must be [c, l] or [n, c, l], got [3]")
                .assertRefused();
        wrong(() -> dropout2d(ones(3)), ARGUMENT, "dropout2d: input must be [n, c, ..], got [3]")
                .assertRefused();
        wrong(() -> alphaDropout(ones(3), p(2)), ARGUMENT, "alphaDropout: p must be in [0, 1], got 2.0")
                .assertRefused();
    }
}
