package flambeau.functional;

import static flambeau.args.Args.*;
import static flambeau.args.AutoPadding.SAME;
import static flambeau.args.PaddingMode.CIRCULAR;
import static flambeau.args.PaddingMode.REFLECT;
import static flambeau.functional.F.*;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.INDEX;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;

import flambeau.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrongFunctionCallsTest {
    private static final Tensor IMAGE = zeros(1, 3, 8, 8), WEIGHT = zeros(6, 3, 5, 5), SCORES = zeros(4, 3);
    private static final Tensor LABELS = zeros(4).toLong();

    static Stream<WrongCall> calls() {
        return Stream.of(convolutions(), transposed(), pools(), regions(), others(), losses())
                .flatMap(s -> s);
    }

    private static Stream<WrongCall> convolutions() {
        return Stream.of(
                wrong(
                        () -> conv2d(zeros(1, 1, 8, 8), WEIGHT),
                        ARGUMENT,
                        "conv2d: input has 1 channel, weight [6, 3, 5, 5] takes 3"),
                wrong(
                        () -> conv2d(zeros(1, 4, 8, 8), WEIGHT, groups(2)),
                        ARGUMENT,
                        "conv2d: input has 4 channels, weight [6, 3, 5, 5] takes 6 in 2 groups"),
                wrong(
                        () -> conv2d(IMAGE, WEIGHT, groups(2)),
                        ARGUMENT,
                        "conv2d: input channels (3) must be divisible by groups (2)"),
                wrong(
                        () -> conv2d(zeros(1, 4, 8, 8), zeros(6, 1, 5, 5), groups(4)),
                        ARGUMENT,
                        "conv2d: output channels (6) must be divisible by groups (4)"),
                wrong(() -> conv2d(IMAGE, WEIGHT, groups(0)), ARGUMENT, "conv2d: groups must be at least 1, got 0"),
                wrong(
                        () -> conv2d(zeros(8, 8), WEIGHT),
                        ARGUMENT,
                        "conv2d: input must be [c, h, w] or [n, c, h, w], got [8, 8]"),
                wrong(
                        () -> conv1d(IMAGE, zeros(6, 3, 5)),
                        ARGUMENT,
                        "conv1d: input must be [c, l] or [n, c, l], got [1, 3, 8, 8]"),
                wrong(
                        () -> conv2d(IMAGE, zeros(6, 3, 5)),
                        ARGUMENT,
                        "conv2d: weight must have 4 dimensions, got [6, 3, 5]"),
                wrong(() -> conv2d(IMAGE, WEIGHT, zeros(5)), ARGUMENT, "conv2d: bias must be [6], got [5]"),
                wrong(
                        () -> conv2d(IMAGE, WEIGHT.toDouble()),
                        ARGUMENT,
                        "conv2d: input (torch.float32), weight (torch.float64) must have one dtype"),
                wrong(
                        () -> conv2d(IMAGE.toBool(), WEIGHT.toBool()),
                        ARGUMENT,
                        "conv2d: a bool tensor has no convolution"),
                wrong(
                        () -> conv2d(zeros(3, 4, 4), WEIGHT),
                        ARGUMENT,
                        "conv2d: weight [6, 3, 5, 5] with dilation [1, 1] is larger than input [3, 4, 4] with padding"
                                + " [0, 0]"),
                wrong(() -> conv2d(IMAGE, WEIGHT, stride(0)), ARGUMENT, "conv2d: stride must be at least 1, got [0]"),
                wrong(
                        () -> conv2d(IMAGE, WEIGHT, stride(1, 2, 3)),
                        ARGUMENT,
                        "conv2d: stride takes 1 or 2 sizes, got [1, 2, 3]"),
                wrong(
                        () -> conv1d(zeros(3, 8), zeros(6, 3, 5), stride(1, 2)),
                        ARGUMENT,
                        "conv1d: stride takes 1 size, got [1, 2]"),
                wrong(
                        () -> conv2d(IMAGE, WEIGHT, padding(-1)),
                        ARGUMENT,
                        "conv2d: padding must be at least 0, got [-1]"),
                wrong(
                        () -> conv2d(IMAGE, WEIGHT, padding(SAME), stride(2)),
                        ARGUMENT,
                        "conv2d: padding SAME takes stride 1, got [2, 2]"),
                wrong(() -> conv2d(IMAGE, WEIGHT, stride(1), stride(2)), ARGUMENT, "stride: given twice"),
                wrong(
                        () -> conv2d(IMAGE, zeros(0, 3, 5, 5)),
                        ARGUMENT,
                        "conv2d: weight must not be empty, got [0, 3, 5, 5]"),
                wrong(
                        () -> pad(zeros(1, 2, 3), new int[] {3, 0}, paddingMode(REFLECT)),
                        ARGUMENT,
                        "pad: dimension 2 of size 3 is too small for 3 and 0 with mode reflect"),
                wrong(
                        () -> pad(zeros(3), new int[] {1, 1}, paddingMode(CIRCULAR)),
                        ARGUMENT,
                        "pad: mode circular pads the axes behind [c] or [n, c], not 1 of [3]"),
                wrong(
                        () -> pad(zeros(3), new int[] {1}),
                        ARGUMENT,
                        "pad: takes 2 places a dimension, at most 2 for input [3], got [1]"),
                wrong(
                        () -> pad(zeros(3), new int[] {-2, -2}),
                        ARGUMENT,
                        "pad: dimension 0 of size 3 is too small for -2 and -2 with mode constant"));
    }

    private static Stream<WrongCall> transposed() {
        return Stream.of(
                wrong(
                        () -> convTranspose2d(IMAGE, WEIGHT),
                        ARGUMENT,
                        "convTranspose2d: input has 3 channels, weight [6, 3, 5, 5] takes 6"),
                wrong(
                        () -> convTranspose2d(zeros(1, 6, 8, 8), WEIGHT, groups(4)),
                        ARGUMENT,
                        "convTranspose2d: input channels (6) must be divisible by groups (4)"),
                wrong(
                        () -> convTranspose2d(zeros(1, 6, 8, 8), WEIGHT, zeros(4)),
                        ARGUMENT,
                        "convTranspose2d: bias must be [3], got [4]"),
                wrong(
                        () -> convTranspose2d(zeros(1, 6, 8, 8), WEIGHT, stride(2), outputPadding(2)),
                        ARGUMENT,
                        "convTranspose2d: outputPadding must be less than stride or dilation, got [2, 2] for stride"
                                + " [2, 2] and dilation [1, 1]"),
                wrong(
                        () -> convTranspose2d(zeros(1, 6, 1, 1), WEIGHT, padding(3)),
                        ARGUMENT,
                        "convTranspose: the output would have size -1"),
                wrong(
                        () -> convTranspose2d(zeros(1, 6, 8, 8), WEIGHT, padding(SAME)),
                        ARGUMENT,
                        "convTranspose2d: padding takes sizes, got SAME"),
                wrong(
                        () -> convTranspose1d(IMAGE, zeros(3, 2, 5)),
                        ARGUMENT,
                        "convTranspose1d: input must be [c, l] or [n, c, l], got [1, 3, 8, 8]"),
                wrong(
                        () -> convTbc(IMAGE, zeros(3, 2, 5), zeros(5)),
                        ARGUMENT,
                        "convTbc: input and weight must have 3 dimensions, got [1, 3, 8, 8] and [3, 2, 5]"));
    }

    private static Stream<WrongCall> regions() {
        var found = maxPool2dWithIndices(IMAGE, 2);
        return Stream.of(
                wrong(
                        () -> avgPool2d(IMAGE, 2, divisorOverride(0)),
                        ARGUMENT,
                        "avgPool2d: divisorOverride must not be 0"),
                wrong(
                        () -> avgPool2d(IMAGE.toInt(), 2),
                        ARGUMENT,
                        "avgPool2d: the dtype must be floating or int64, got torch.int32"),
                wrong(
                        () -> avgPool3d(IMAGE, kernel(4, 1, 1), padding(1, 0, 0)),
                        ARGUMENT,
                        "avgPool3d: a window of [4, 1, 1] is larger than input [1, 3, 8, 8]"),
                wrong(
                        () -> adaptiveAvgPool2d(IMAGE, outputSize(1, 2, 3)),
                        ARGUMENT,
                        "adaptiveAvgPool2d: outputSize takes 1 or 2 sizes, got 3"),
                wrong(
                        () -> adaptiveMaxPool2d(IMAGE, -1),
                        ARGUMENT,
                        "adaptiveMaxPool2d: outputSize must not be negative, got -1"),
                wrong(
                        () -> adaptiveAvgPool2d(IMAGE.toLong(), 1),
                        ARGUMENT,
                        "adaptiveAvgPool2d: the dtype must be floating, got torch.int64"),
                wrong(
                        () -> fractionalMaxPool2d(IMAGE, 2),
                        ARGUMENT,
                        "fractionalMaxPool2d: takes outputSize or outputRatio, got neither"),
                wrong(
                        () -> fractionalMaxPool2d(IMAGE, 4, outputSize(6)),
                        ARGUMENT,
                        "fractionalMaxPool2d: [6, 6] windows of [4, 4] do not fit into input [1, 3, 8, 8]"),
                wrong(
                        () -> fractionalMaxPool2d(IMAGE, 2, outputSize(2), randomSamples(zeros(1, 3, 3))),
                        ARGUMENT,
                        "fractionalMaxPool2d: randomSamples must be [1, 3, 2], got [1, 3, 3]"),
                wrong(
                        () -> maxUnpool2d(found.values(), found.indices().toInt(), 2),
                        ARGUMENT,
                        "maxUnpool2d: indices must be int64, got torch.int32"),
                wrong(
                        () -> maxUnpool2d(found.values(), found.indices().narrow(2, 0, 2), 2),
                        ARGUMENT,
                        "maxUnpool2d: input [1, 3, 4, 4] and indices [1, 3, 2, 4] must have one shape"),
                wrong(
                        () -> maxUnpool2d(found.values(), found.indices(), 2, outputSize(8, 10)),
                        ARGUMENT,
                        "maxUnpool2d: outputSize must be less than a stride (2) away from 8, got 10"),
                wrong(
                        () -> maxUnpool2d(found.values(), found.indices().add(64), 2),
                        INDEX,
                        "maxUnpool: index 64 is outside of a plane of 64 places"));
    }

    private static Stream<WrongCall> pools() {
        return Stream.of(
                wrong(
                        () -> maxPool2d(zeros(8), 2),
                        ARGUMENT,
                        "maxPool2d: input must be [c, h, w] or [n, c, h, w], got [8]"),
                wrong(() -> maxPool2d(IMAGE, 0), ARGUMENT, "maxPool2d: kernel must be at least 1, got [0]"),
                wrong(
                        () -> maxPool2d(IMAGE, 2, padding(2)),
                        ARGUMENT,
                        "maxPool2d: padding must be at most half the window, got [2, 2] for [2, 2] with dilation [1,"
                                + " 1]"),
                wrong(() -> maxPool2d(IMAGE, 2, padding(SAME)), ARGUMENT, "maxPool2d: padding takes sizes, got SAME"),
                wrong(
                        () -> maxPool2d(zeros(3, 0, 4), 2),
                        ARGUMENT,
                        "maxPool2d: only a batch can be empty, got [3, 0, 4]"),
                wrong(() -> maxPool2d(zeros(3, 2, 2).toBool(), 2), ARGUMENT, "maxPool2d: a bool tensor has no maxima"),
                wrong(
                        () -> maxPool2d(zeros(3, 2, 2), 3),
                        ARGUMENT,
                        "maxPool2d: a window of 3 places (dilation 1, padding 0) does not fit into an axis of size 2"));
    }

    private static Stream<WrongCall> others() {
        return Stream.of(
                wrong(
                        () -> linear(zeros(2, 5), zeros(4, 3)),
                        ARGUMENT,
                        "linear: input [2, 5] has 5 features, weight [4, 3] takes 3"),
                wrong(() -> softmax(SCORES, 2), INDEX, "softmax: dimension must be in [-2, 1], got 2 (shape [4, 3])"),
                wrong(() -> softmax(LABELS, 0), ARGUMENT, "softmax: the dtype must be floating, got torch.int64"),
                wrong(() -> dropout(SCORES, p(1.5)), ARGUMENT, "dropout: p must be in [0, 1], got 1.5"),
                wrong(() -> dropout(LABELS), ARGUMENT, "dropout: the dtype must be floating, got torch.int64"),
                wrong(
                        () -> batchNorm(zeros(1, 3), null, null, training(true)),
                        ARGUMENT,
                        "batchNorm: training takes more than 1 value a channel, got input [1, 3];"
                                + " a DataLoader with dropLast(true) leaves a last batch of 1 out"),
                wrong(
                        () -> batchNorm(SCORES, zeros(3), null),
                        ARGUMENT,
                        "batchNorm: needs runningMean and runningVar, or training(true)"),
                wrong(
                        () -> batchNorm(SCORES, zeros(4), zeros(4)),
                        ARGUMENT,
                        "batchNorm: input [4, 3] has 3 channels, runningMean is [4]"),
                wrong(
                        () -> batchNorm(SCORES, zeros(3).toDouble(), zeros(3)),
                        ARGUMENT,
                        "batchNorm: input (torch.float32) and runningMean (torch.float64) must have one dtype"),
                wrong(
                        () -> batchNorm(zeros(3), zeros(3), zeros(3)),
                        ARGUMENT,
                        "batchNorm: input must be [n, c, ..], got [3]"),
                wrong(
                        () -> batchNorm(SCORES, null, null, training(true), eps(0)),
                        ARGUMENT,
                        "batchNorm: eps must be positive in training, got 0.0"),
                wrong(() -> oneHot(SCORES), ARGUMENT, "oneHot: classes must be int64, got torch.float32"),
                wrong(
                        () -> oneHot(tensor(1L, 5L), numClasses(5)),
                        INDEX,
                        "oneHot: class 5 is out of bounds for 5 classes"));
    }

    private static Stream<WrongCall> losses() {
        return Stream.of(
                wrong(
                        () -> mseLoss(zeros(4, 1), zeros(4)),
                        ARGUMENT,
                        "mseLoss: input [4, 1] and target [4] must have one shape, or broadcast(true) be given"),
                wrong(
                        () -> mseLoss(LABELS, LABELS),
                        ARGUMENT,
                        "mseLoss: one of both must be floating, got torch.int64 and torch.int64"),
                wrong(
                        () -> crossEntropy(SCORES, tensor(0L, 1L, 2L, 3L)),
                        INDEX,
                        "crossEntropy: target 3 is out of bounds for 3 classes"),
                wrong(
                        () -> crossEntropy(SCORES, full(shape(4), -1)),
                        INDEX,
                        "crossEntropy: target -1 is out of bounds for 3 classes"),
                wrong(
                        () -> crossEntropy(SCORES, zeros(5).toLong()),
                        ARGUMENT,
                        "crossEntropy: input [4, 3] takes target [4], got [5]"),
                wrong(
                        () -> crossEntropy(SCORES, LABELS.toInt()),
                        ARGUMENT,
                        "crossEntropy: class indices must be int64, got torch.int32; use toLong()"),
                wrong(
                        () -> crossEntropy(SCORES, zeros(4)),
                        ARGUMENT,
                        "crossEntropy: probabilities must be float32 [4, 3] like the input, got float32 [4];"
                                + " class indices are int64"),
                wrong(
                        () -> crossEntropy(SCORES, LABELS, weight(zeros(4))),
                        ARGUMENT,
                        "crossEntropy: weight must be float32 [3], one a class, got float32 [4]"),
                wrong(
                        () -> crossEntropy(SCORES, LABELS, labelSmoothing(2)),
                        ARGUMENT,
                        "crossEntropy: labelSmoothing must be in [0, 1], got 2.0"),
                wrong(
                        () -> crossEntropy(SCORES, SCORES, ignoreIndex(1)),
                        ARGUMENT,
                        "crossEntropy: ignoreIndex takes class indices as target, got torch.float32"),
                wrong(() -> nllLoss(LABELS, LABELS), ARGUMENT, "nllLoss: input must be floating, got torch.int64"),
                wrong(
                        () -> nllLoss(zeros(1).get(0), LABELS),
                        ARGUMENT,
                        "nllLoss: input must be [c] or [n, c, ..], got []"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isRefused(WrongCall call) {
        call.assertRefused();
    }
}
