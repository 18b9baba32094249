package flambeau.functional;

import static flambeau.args.Args.dilation;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;
import static flambeau.args.AutoPadding.SAME;
import static flambeau.args.AutoPadding.VALID;
import static flambeau.functional.F.conv1d;
import static flambeau.functional.F.conv2d;
import static flambeau.functional.F.conv3d;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Expected numbers: PyTorch 2.13. */
class ConvolutionTest {
    private final Tensor x = pattern(11, 1, 2, 4, 5), w = pattern(13, 2, 2, 3, 3), b = pattern(5, 2);

    @Test
    void strideAndPaddingAreOneAnAxis() {
        assertValues(
                conv2d(x, w, b, stride(2, 1), padding(1)),
                sizes(1, 2, 2, 5),
                2.25,
                1.1875,
                1.1875,
                -0.1875,
                3.125,
                -3.5625,
                2.625,
                2.5625,
                -0.25,
                -0.875,
                -1.8125,
                -0.9375,
                -0.25,
                1.8125,
                -0.875,
                3.125,
                -5.375,
                -2.3125,
                4.1875,
                -0.4375);
    }

    @Test
    void dilationSpreadsTheKernel() {
        assertValues(conv2d(x, w, b, dilation(1, 2)), sizes(1, 2, 2, 1), -2.0625, 4.5, -4.875, 0.125);
    }

    @Test
    void groupsDoNotSeeEachOther() {
        assertValues(
                conv2d(x, pattern(13, 4, 1, 2, 2), groups(2), stride(2)),
                sizes(1, 4, 2, 2),
                0.375,
                -1.625,
                -1.375,
                0.75,
                3.5,
                -0.8125,
                -0.875,
                -1.0625,
                -2.3125,
                -0.6875,
                2.375,
                1.25,
                -2.5625,
                -0.8125,
                1.375,
                1.75);
    }

    @Test
    void sameKeepsTheSizeWithAnOddPlaceAtTheEnd() {
        assertValues(
                conv2d(x, pattern(13, 1, 2, 2, 2), padding(SAME)),
                sizes(1, 1, 4, 5),
                -0.0625,
                -0.125,
                1.875,
                -0.9375,
                -0.1875,
                1.6875,
                2.3125,
                -1.875,
                -2.625,
                1.125,
                -2.0625,
                -0.0625,
                -0.125,
                1.875,
                0.375,
                -1.9375,
                0.6875,
                1.25,
                -2.3125,
                0.4375);
    }

    @Test
    void validAddsNothing() {
        assertTrue(conv2d(x, w, padding(VALID)).torchEquals(conv2d(x, w)));
    }

    @Test
    void anImageMayComeAlone() {
        assertValues(conv2d(x.get(0), w, stride(2)), sizes(2, 1, 2), 3.375, -1.5625, -2.3125, -6.5);
    }

    @Test
    void oneSpaceAxis() {
        assertValues(
                conv1d(pattern(11, 1, 2, 6), pattern(13, 2, 2, 3), b, padding(1), stride(2)),
                sizes(1, 2, 3),
                0.5,
                -0.9375,
                -0.625,
                -0.6875,
                -0.875,
                0.3125);
    }

    @Test
    void threeSpaceAxes() {
        assertValues(
                conv3d(pattern(11, 1, 1, 2, 3, 3), pattern(13, 2, 1, 2, 2, 2), b),
                sizes(1, 2, 1, 2, 2),
                4.1875,
                -0.6875,
                3.3125,
                -0.875,
                -3.75,
                1.375,
                -1.4375,
                1.625);
    }

    @Test
    void anEmptyBatchGivesAnEmptyBatch() {
        assertEquals(Shape.of(0, 2, 2, 3), conv2d(x.narrow(0, 0, 0), w).shape());
    }

    @Test
    void integersAreConvolved() {
        var y = conv2d(x.mul(4).toLong(), w.mul(4).toLong());
        assertEquals(DType.INT64, y.dtype());
        assertTrue(y.toDouble().torchEquals(conv2d(x, w).mul(16)));
    }

    @Test
    void viewsAreRead() {
        var turned = pattern(11, 1, 2, 5, 4).transpose(2, 3);
        assertTrue(conv2d(turned, w).allclose(conv2d(turned.contiguous(), w)));
    }

    @Test
    void gradients() {
        assertGradients(in -> conv2d(in.get(0), in.get(1), in.get(2), stride(2), padding(1)), x, w, b);
        assertGradients(in -> conv2d(in.get(0), in.get(1), groups(2), dilation(2)), x, pattern(13, 2, 1, 2, 2));
        assertGradients(in -> conv1d(in.get(0), in.get(1), padding(SAME)), pattern(11, 2, 5), pattern(7, 1, 2, 2));
        assertGradients(in -> conv3d(in.get(0), in.get(1)), pattern(11, 1, 1, 2, 3, 3), pattern(13, 2, 1, 2, 2, 2));
    }
}
