package flambeau.functional;

import static flambeau.args.Args.mode;
import static flambeau.args.Args.paddingMode;
import static flambeau.args.Args.value;
import static flambeau.args.PaddingMode.CIRCULAR;
import static flambeau.args.PaddingMode.REFLECT;
import static flambeau.args.PaddingMode.REPLICATE;
import static flambeau.functional.F.pad;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.PaddingMode;
import flambeau.tensor.Autograd;
import flambeau.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected numbers: PyTorch 2.13. */
class PadsTest {
    private final Tensor x = pattern(11, 1, 2, 3);
    private final int[] places = {1, 2, 1, 0};

    @Test
    void reflectMirrorsWithoutTheEdge() {
        assertValues(
                pad(x, places, paddingMode(REFLECT)),
                sizes(1, 3, 6),
                1.0,
                -0.75,
                1.0,
                0.0,
                1.0,
                -0.75,
                1.25,
                -0.5,
                1.25,
                0.25,
                1.25,
                -0.5,
                1.0,
                -0.75,
                1.0,
                0.0,
                1.0,
                -0.75);
    }

    @Test
    void replicateRepeatsTheEdge() {
        assertValues(
                pad(x, places, paddingMode(REPLICATE)),
                sizes(1, 3, 6),
                -0.5,
                -0.5,
                1.25,
                0.25,
                0.25,
                0.25,
                -0.5,
                -0.5,
                1.25,
                0.25,
                0.25,
                0.25,
                -0.75,
                -0.75,
                1.0,
                0.0,
                0.0,
                0.0);
    }

    @Test
    void circularGoesOnAtTheOppositeEdge() {
        assertValues(
                pad(x, places, paddingMode(CIRCULAR)),
                sizes(1, 3, 6),
                0.0,
                -0.75,
                1.0,
                0.0,
                -0.75,
                1.0,
                0.25,
                -0.5,
                1.25,
                0.25,
                -0.5,
                1.25,
                0.0,
                -0.75,
                1.0,
                0.0,
                -0.75,
                1.0);
    }

    @Test
    void aValueFillsAndANegativeNumberCuts() {
        assertValues(
                pad(pattern(11, 2, 3), sizes(1, -1, 0, 1), value(9)),
                sizes(3, 3),
                9.0,
                -0.5,
                1.25,
                9.0,
                -0.75,
                1.0,
                9.0,
                9.0,
                9.0);
    }

    @ParameterizedTest
    @EnumSource
    void gradients(PaddingMode mode) {
        assertGradients(in -> pad(in.getFirst(), places, paddingMode(mode)), x);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfSecondOrderAndWithCuts(PaddingMode mode) {
        var leaf = pattern(11, 1, 4, 3).requiresGrad_();
        for (var pad : new int[][] {places, {-1, 1, 2, -1}})
            assertTrue(Autograd.gradgradcheck(in -> List.of(pad(in.getFirst(), pad, mode(mode))), List.of(leaf)));
    }

    @ParameterizedTest
    @EnumSource
    void theResultHasItsOwnMemory(PaddingMode mode) {
        var before = x.clone();
        pad(x, sizes(0, -1), mode(mode)).add_(1);
        pad(x, sizes(0, 0), mode(mode)).add_(1);
        assertTrue(x.torchEquals(before));
    }

    @ParameterizedTest
    @EnumSource
    void imagesKeepTheirMemoryOrder(PaddingMode mode) {
        var images = pattern(11, 2, 4, 5, 3).permute(0, 3, 1, 2);
        assertTrue(pad(images, places, mode(mode)).torchEquals(pad(images.contiguous(), places, mode(mode))));
    }
}
