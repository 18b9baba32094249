package flambeau.functional;

import static flambeau.args.Args.dilation;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.outputPadding;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.conv2d;
import static flambeau.functional.F.convTbc;
import static flambeau.functional.F.convTranspose1d;
import static flambeau.functional.F.convTranspose2d;
import static flambeau.functional.F.convTranspose3d;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Autograd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers: PyTorch 2.13. */
class TransposedConvolutionTest {
    @Test
    void strideAndPaddingAreOneAnAxis() {
        assertValues(
                convTranspose2d(
                        pattern(11, 1, 2, 2, 3), pattern(13, 2, 2, 3, 3), pattern(5, 2), stride(2, 1), padding(1)),
                sizes(1, 2, 3, 3),
                3.375,
                -2.0,
                2.75,
                -1.25,
                2.3125,
                -1.8125,
                3.375,
                -2.5,
                2.625,
                -0.875,
                -0.5625,
                0.1875,
                -3.625,
                1.8125,
                -1.625,
                -1.1875,
                -1.125,
                -0.25);
    }

    @Test
    void outputPaddingAddsPlaces() {
        assertValues(
                convTranspose1d(pattern(11, 2, 4), pattern(13, 2, 1, 2), stride(2), outputPadding(1)),
                sizes(1, 9),
                -0.125,
                0.75,
                -0.9375,
                1.25,
                0.3125,
                -1.0,
                0.1875,
                0.1875,
                0.0);
        assertValues(
                convTranspose1d(pattern(11, 2, 4), pattern(13, 2, 1, 2), dilation(3), outputPadding(2)),
                sizes(1, 9),
                -0.125,
                -0.9375,
                0.3125,
                0.9375,
                1.25,
                -1.0,
                0.1875,
                0.0,
                0.0);
    }

    @Test
    void groupsDoNotSeeEachOther() {
        assertValues(
                convTranspose1d(pattern(11, 2, 4), pattern(13, 2, 1, 2), groups(2)),
                sizes(2, 5),
                0.375,
                -1.4375,
                1.0625,
                0.8125,
                -0.75,
                -0.5,
                1.25,
                0.5,
                -1.625,
                0.9375);
    }

    @Test
    void convolutionOverTime() {
        assertValues(
                convTbc(pattern(11, 3, 1, 2), pattern(13, 2, 2, 2), pattern(5, 2), 1),
                sizes(4, 1, 2),
                0.375,
                -3.125,
                -0.0625,
                2.0625,
                0.1875,
                0.3125,
                -0.5,
                0.5);
    }

    @Test
    void itIsTheGradientOfConvolution() {
        var w = pattern(13, 4, 3, 3, 2);
        var image = pattern(11, 2, 6, 7, 7).requiresGrad_();
        var y = conv2d(image, w, stride(2), padding(1), groups(2));
        var dy = pattern(7, y.shape().sizes());
        y.backward(dy);
        var dx = convTranspose2d(dy, w, stride(2), padding(1), outputPadding(0, 1), groups(2));
        assertTrue(dx.allclose(image.grad()));
    }

    @Test
    void gradients() {
        assertGradients(
                in -> convTranspose2d(
                        in.get(0), in.get(1), in.get(2), stride(2), padding(1), outputPadding(1), groups(2)),
                pattern(11, 1, 2, 3, 2),
                pattern(13, 2, 2, 3, 3),
                pattern(5, 4));
        assertGradients(
                in -> convTranspose1d(in.get(0), in.get(1), dilation(3), outputPadding(2)),
                pattern(11, 2, 4),
                pattern(13, 2, 2, 3));
        assertGradients(
                in -> convTranspose3d(in.get(0), in.get(1)), pattern(11, 1, 2, 2, 2), pattern(13, 1, 2, 2, 1, 2));
        assertGradients(
                in -> convTbc(in.get(0), in.get(1), in.get(2), 1),
                pattern(11, 4, 2, 2),
                pattern(13, 3, 2, 2),
                pattern(5, 2));
        assertTrue(Autograd.gradgradcheck(
                in -> List.of(convTranspose2d(in.get(0), in.get(1), in.get(2), stride(2))),
                List.of(
                        pattern(11, 1, 2, 2, 2).requiresGrad_(),
                        pattern(13, 2, 1, 2, 2).requiresGrad_(),
                        pattern(5, 1).requiresGrad_())));
    }

    @Test
    void anEmptyBatchGivesAnEmptyBatch() {
        assertEquals(
                "[0, 3, 6, 6]",
                convTranspose2d(pattern(3, 0, 2, 4, 4), pattern(3, 2, 3, 3, 3))
                        .shape()
                        .text());
    }
}
