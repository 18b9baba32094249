package flambeau.functional;

import static flambeau.args.Args.ceilMode;
import static flambeau.args.Args.countIncludePad;
import static flambeau.args.Args.divisorOverride;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.outputRatio;
import static flambeau.args.Args.outputSize;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.randomSamples;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.adaptiveAvgPool2d;
import static flambeau.functional.F.adaptiveMaxPool2dWithIndices;
import static flambeau.functional.F.avgPool1d;
import static flambeau.functional.F.avgPool2d;
import static flambeau.functional.F.avgPool3d;
import static flambeau.functional.F.fractionalMaxPool2d;
import static flambeau.functional.F.fractionalMaxPool2dWithIndices;
import static flambeau.functional.F.lpPool2d;
import static flambeau.functional.F.maxPool2d;
import static flambeau.functional.F.maxPool2dWithIndices;
import static flambeau.functional.F.maxUnpool2d;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.shape;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Autograd;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Averages, and maxima of regions that follow from the output. Expected numbers: PyTorch 2.13. */
class RegionPoolingTest {
    private final Tensor x = pattern(11, 1, 1, 5, 5);

    @Test
    void windowsAreAveraged() {
        assertValues(avgPool2d(x, 2), sizes(1, 1, 2, 2), -0.0625, 0.0, 0.25, 0.3125);
        assertValues(
                avgPool2d(x, kernel(2, 3), stride(2, 1), divisorOverride(4)),
                sizes(1, 1, 2, 3),
                0.1875,
                0.0625,
                -0.0625,
                0.3125,
                0.1875,
                0.0625);
    }

    @Test
    void paddingCountsOrNot() {
        assertValues(
                avgPool2d(x, 3, stride(2), padding(1)),
                sizes(1, 1, 3, 3),
                -0.027777777777777776,
                0.027777777777777776,
                -0.1388888888888889,
                0.0,
                0.027777777777777776,
                -0.16666666666666666,
                0.027777777777777776,
                0.1111111111111111,
                0.2222222222222222);
        assertValues(
                avgPool2d(x, 3, stride(2), padding(1), countIncludePad(false)),
                sizes(1, 1, 3, 3),
                -0.0625,
                0.041666666666666664,
                -0.3125,
                0.0,
                0.027777777777777776,
                -0.25,
                0.0625,
                0.16666666666666666,
                0.5);
        assertValues(
                avgPool2d(x, 2, ceilMode(true), padding(1)),
                sizes(1, 1, 3, 3),
                -0.125,
                0.375,
                0.0625,
                0.125,
                0.125,
                -0.5,
                -0.0625,
                -0.25,
                0.5);
    }

    @Test
    void regionsCoverTheImageEvenly() {
        assertValues(
                adaptiveAvgPool2d(x, outputSize(2, null)),
                sizes(1, 1, 2, 5),
                0.0,
                -0.08333333333333333,
                0.75,
                -0.25,
                -0.3333333333333333,
                0.08333333333333333,
                0.0,
                -0.08333333333333333,
                0.75,
                -0.25);
        var found = adaptiveMaxPool2dWithIndices(x, 3);
        assertValues(found.values(), sizes(1, 1, 3, 3), 1.25, 1.25, 1.0, 1.0, 1.25, 0.75, 1.0, 1.25, 1.25);
        assertArrayEquals(
                new long[] {1, 1, 4, 15, 12, 18, 15, 23, 23}, found.indices().toLongArray());
    }

    @Test
    void powersAreAveraged() {
        assertValues(
                lpPool2d(x, 2, 2),
                sizes(1, 1, 2, 2),
                1.6770509831248424,
                1.118033988749895,
                1.224744871391589,
                1.7853571071357124);
        assertValues(
                lpPool2d(x, 1, 2, ceilMode(true)),
                sizes(1, 1, 3, 3),
                -0.25,
                0.0,
                -0.5,
                1.0,
                1.25,
                -2.0,
                -1.5,
                1.5,
                1.0);
    }

    @Test
    void randomRegions() {
        var samples = pattern(5, 1, 1, 2).abs().div(2);
        assertValues(
                fractionalMaxPool2d(x, 2, outputSize(3), randomSamples(samples)),
                sizes(1, 1, 3, 3),
                1.25,
                1.25,
                1.0,
                0.5,
                1.25,
                0.25,
                1.0,
                0.5,
                1.25);
    }

    @Test
    void channelsLastStays() {
        var image = x.expand(2, 3, 5, 5).permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        var y = avgPool2d(image.toFloat(), 2);
        assertTrue(y.permute(0, 2, 3, 1).isContiguous());
        assertTrue(y.allclose(avgPool2d(image.toFloat().contiguous(), 2)));
        assertTrue(adaptiveAvgPool2d(image, 1)
                .allclose(image.mean(2).mean(2).unsqueeze(2).unsqueeze(3)));
    }

    @Test
    void wholeNumbersLoseTheFraction() {
        assertArrayEquals(
                new long[] {-2, -2, 2},
                avgPool1d(
                                flambeau.tensor.Tensors.tensor(-3L, -2L, -5L, 0L, 5L, 0L)
                                        .reshape(1, 6),
                                2)
                        .toLongArray());
    }

    @Test
    void gradients() {
        assertGradients(in -> avgPool2d(in.getFirst(), 3, stride(2), padding(1), ceilMode(true)), x);
        assertGradients(in -> avgPool3d(in.getFirst(), 2, countIncludePad(false), padding(1)), pattern(7, 1, 2, 3, 2));
        assertGradients(in -> lpPool2d(in.getFirst().abs().add(1), 3, 2), x);
        assertGradients(
                in -> fractionalMaxPool2d(
                        in.getFirst(),
                        2,
                        outputSize(3),
                        randomSamples(full(shape(1, 1, 2), 0.4).toDouble())),
                x);
        var found = maxPool2dWithIndices(x, 2);
        assertGradients(in -> maxUnpool2d(in.getFirst(), found.indices(), 2), found.values());
        assertTrue(Autograd.gradgradcheck(
                in -> List.of(lpPool2d(in.getFirst().pow(2).add(1), 2, 2)),
                List.of(x.clone().requiresGrad_())));
    }

    @Test
    void unpoolingPutsMaximaBack() {
        var found = maxPool2dWithIndices(x, 2);
        var y = maxUnpool2d(found.values(), found.indices(), 2, outputSize(5, 5));
        assertEquals(x.shape(), y.shape());
        assertTrue(maxPool2d(y, 2).allclose(found.values()));
        assertEquals(4, y.ne(0).sum().item().intValue());
    }

    @Test
    void regionsComeFromTheGenerator() {
        var image = pattern(23, 2, 3, 9, 9);
        var a = fractionalMaxPool2dWithIndices(image, 2, outputRatio(0.5), new Generator().manualSeed(3));
        var b = fractionalMaxPool2dWithIndices(image, 2, outputSize(4), new Generator().manualSeed(3));
        assertArrayEquals(a.indices().toLongArray(), b.indices().toLongArray());
        assertTrue(image.flatten(2)
                .gather(2, a.indices().flatten(2))
                .allclose(a.values().flatten(2)));
    }
}
