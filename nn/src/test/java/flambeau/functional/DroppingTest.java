package flambeau.functional;

import static flambeau.args.Args.generator;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.p;
import static flambeau.args.Args.training;
import static flambeau.functional.F.dropout;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.ones;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
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
    void theMaskIsDrawnInRowsWhateverTheMemoryOrder() {
        manualSeed(7);
        var turned = arange(1, 11, 1).toFloat().reshape(2, 5).t().contiguous().t();
        assertArrayEquals(DROPPED, dropout(turned, p(0.3)).toFloatArray());
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
}
