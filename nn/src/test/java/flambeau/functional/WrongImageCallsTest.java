package flambeau.functional;

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.zeros;

import flambeau.args.InterpolateMode;
import flambeau.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images in other sizes, windows, shuffles, and distances. */
class WrongImageCallsTest {
    private static final Tensor IMAGE = zeros(1, 3, 8, 8), SCORES = zeros(4, 3);
    private static final Tensor LABELS = zeros(4).toLong();

    static Stream<WrongCall> calls() {
        return Stream.concat(sizes(), others());
    }

    private static Stream<WrongCall> sizes() {
        return Stream.of(
                wrong(() -> interpolate(IMAGE), ARGUMENT, "interpolate: either size or scaleFactor must be given"),
                wrong(
                        () -> interpolate(IMAGE, size(4), scaleFactor(2)),
                        ARGUMENT,
                        "interpolate: either size or scaleFactor must be given"),
                wrong(
                        () -> interpolate(IMAGE, size(4), alignCorners(false)),
                        ARGUMENT,
                        "interpolate: mode NEAREST has no alignCorners"),
                wrong(
                        () -> interpolate(IMAGE, size(4), mode(InterpolateMode.LINEAR)),
                        ARGUMENT,
                        "interpolate: mode LINEAR takes an input of 3 dimensions, got [1, 3, 8, 8]"),
                wrong(
                        () -> interpolate(IMAGE, size(4), antialias(true)),
                        ARGUMENT,
                        "interpolate: antialias belongs to BILINEAR, BICUBIC and LANCZOS, got NEAREST"),
                wrong(
                        () -> interpolate(IMAGE, size(4), recomputeScaleFactor(true)),
                        ARGUMENT,
                        "interpolate: recomputeScaleFactor belongs to scaleFactor, not to size"),
                wrong(
                        () -> interpolate(IMAGE, size(4, 4, 4)),
                        ARGUMENT,
                        "interpolate: size takes 1 or 2 sizes, got [4, 4, 4]"),
                wrong(
                        () -> interpolate(IMAGE, scaleFactor(0.1)),
                        ARGUMENT,
                        "interpolate: factors [0.1, 0.1] leave nothing of input [1, 3, 8, 8]"));
    }

    private static Stream<WrongCall> others() {
        return Stream.of(
                wrong(
                        () -> gridSample(IMAGE, zeros(1, 2, 2, 2).toDouble()),
                        ARGUMENT,
                        "gridSample: input and grid must have one floating dtype, got torch.float32 and torch.float64"),
                wrong(
                        () -> affineGrid(zeros(1, 3, 4), IMAGE.shape()),
                        ARGUMENT,
                        "affineGrid: size [1, 3, 8, 8] takes theta [1, 2, 3], got [1, 3, 4]"),
                wrong(
                        () -> unfold(IMAGE, 9),
                        ARGUMENT,
                        "unfold: no window [9, 9] (dilation [1, 1], padding [0, 0]) fits into [8, 8]"),
                wrong(
                        () -> fold(zeros(1, 9, 3), 4, 3),
                        ARGUMENT,
                        "fold: an image [4, 4] and a window [3, 3] take an input [n, 9 c, 4], got [1, 9, 3]"),
                wrong(() -> pixelShuffle(IMAGE, 2), ARGUMENT, "pixelShuffle: channels (3) must be divisible by 2 * 2"),
                wrong(
                        () -> pixelUnshuffle(IMAGE, 3),
                        ARGUMENT,
                        "pixelUnshuffle: height and width of [1, 3, 8, 8] must be divisible by 3"),
                wrong(
                        () -> channelShuffle(IMAGE, 2),
                        ARGUMENT,
                        "channelShuffle: channels (3) must be divisible by groups (2)"),
                wrong(() -> pdist(SCORES, p(-1)), ARGUMENT, "pdist: p must not be negative, got -1.0"),
                wrong(
                        () -> tripletMarginLoss(SCORES, SCORES, SCORES, margin(0)),
                        ARGUMENT,
                        "tripletMarginLoss: margin must be positive, got 0.0"),
                wrong(
                        () -> linearCrossEntropy(SCORES, zeros(5, 2), LABELS),
                        ARGUMENT,
                        "linearCrossEntropy: input [4, 3] takes a weight [c, .., 3], got [5, 2]"),
                wrong(
                        () -> linearCrossEntropy(SCORES, zeros(5, 3), LABELS, linearBias(zeros(4))),
                        ARGUMENT,
                        "linearCrossEntropy: linearBias must be [5], got [4]"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isRefused(WrongCall call) {
        call.assertRefused();
    }
}
