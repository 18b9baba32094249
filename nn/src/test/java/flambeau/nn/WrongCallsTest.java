package flambeau.nn;

import static flambeau.args.Args.*;
import static flambeau.args.AutoPadding.SAME;
import static flambeau.args.PaddingMode.CIRCULAR;
import static flambeau.args.PaddingMode.REFLECT;
import static flambeau.functional.F.*;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong call throws the documented exception with one sentence: the operation, the rule, the values. */
class WrongCallsTest {
    private static final Class<IllegalArgumentException> ARGUMENT = IllegalArgumentException.class;
    private static final Class<IndexOutOfBoundsException> INDEX = IndexOutOfBoundsException.class;
    private static final Class<IllegalStateException> STATE = IllegalStateException.class;

    private static final Tensor IMAGE = zeros(1, 3, 8, 8), WEIGHT = zeros(6, 3, 5, 5), SCORES = zeros(4, 3);
    private static final Tensor LABELS = zeros(4).toLong();

    static Stream<Arguments> calls() {
        return Stream.of(convolutions(), pools(), others(), losses(), layers(), modules())
                .flatMap(s -> s);
    }

    private static Arguments wrong(Executable call, Class<? extends RuntimeException> type, String message) {
        return Arguments.of(message, call, type);
    }

    private static Stream<Arguments> convolutions() {
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
                        "pad: -2 and -2 leave nothing of dimension 0 of size 3"));
    }

    private static Stream<Arguments> pools() {
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

    private static Stream<Arguments> others() {
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
                        "oneHot: class 5 is out of bounds for 5 classes"),
                wrong(
                        () -> Init.xavierUniform_(zeros(3)),
                        ARGUMENT,
                        "xavierUniform_: the tensor must have at least 2 dimensions, [out, in, ..], got [3]"));
    }

    private static Stream<Arguments> losses() {
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

    private static Stream<Arguments> layers() {
        return Stream.of(
                wrong(() -> new Linear(-1, 3), ARGUMENT, "Linear: sizes must not be negative, got -1 and 3"),
                wrong(
                        () -> new Conv2d(3, 6, 5, groups(2)),
                        ARGUMENT,
                        "Conv2d: input channels (3) must be divisible by groups (2)"),
                wrong(
                        () -> new Conv2d(3, 6, kernel(1, 2, 3)),
                        ARGUMENT,
                        "Conv2d: kernel takes 1 or 2 sizes, got [1, 2, 3]"),
                wrong(() -> new Conv2d(0, 6, 5), ARGUMENT, "Conv2d: input channels must be at least 1, got 0"),
                wrong(
                        () -> new Conv2d(3, 6, 5, padding(SAME), stride(2)),
                        ARGUMENT,
                        "Conv2d: padding SAME takes stride 1, got [2, 2]"),
                wrong(() -> new MaxPool2d(2, padding(SAME)), ARGUMENT, "MaxPool2d: padding takes sizes, got SAME"),
                wrong(() -> new Dropout(p(-0.1)), ARGUMENT, "Dropout: p must be in [0, 1], got -0.1"),
                wrong(
                        () -> new Parameter(LABELS),
                        ARGUMENT,
                        "requiresGrad_: only floating tensors have gradients, got a torch.int64 tensor of shape [4]"),
                wrong(
                        () -> new BatchNorm2d(3).apply(SCORES),
                        ARGUMENT,
                        "BatchNorm2d: input must be [n, c, h, w], got [4, 3] (in BatchNorm2d)"),
                wrong(
                        () -> new Sequential(new Flatten(), new Linear(7, 2)).apply(zeros(2, 2, 3)),
                        ARGUMENT,
                        "linear: input [2, 6] has 6 features, weight [2, 7] takes 7 (in Sequential.1)"),
                wrong(
                        () -> new Unflatten(1, 2, 5).apply(zeros(2, 12)),
                        ARGUMENT,
                        "unflatten: sizes [2, 5] do not multiply to 12, the size of dimension 1 (in Unflatten)"),
                wrong(
                        () -> new ReLU(inplace(true)).apply(ones(2).requiresGrad_()),
                        STATE,
                        "relu_: a leaf that requires a gradient cannot be changed in place; use noGrad() (in ReLU)"),
                wrong(
                        () -> new Sequential(named("a.b", new ReLU())),
                        ARGUMENT,
                        "Sequential: a member's name must not be empty or have a dot, got \"a.b\""),
                wrong(
                        () -> new Sequential(named("a", new ReLU()), named("a", new ReLU())),
                        ARGUMENT,
                        "Sequential: the name \"a\" is taken"),
                wrong(
                        () -> new Sequential(new ReLU()).get(1),
                        INDEX,
                        "Sequential: index 1 is out of bounds for 1 entries"),
                wrong(
                        () -> new Sequential().addModule("list", new ModuleList<>()),
                        ARGUMENT,
                        "Sequential: takes layers, got a ModuleList, which cannot be called"),
                wrong(() -> new ModuleDict<Layer>().get("a"), ARGUMENT, "ModuleDict: has no entry \"a\", only []"));
    }

    /** Fields in which state would not be found. */
    private static class Lists extends Module {
        final List<Layer> layers = new ArrayList<>();
    }

    private static class Mixed extends Module {
        final List<Object> things = List.of("a", new Linear(1, 1));
    }

    private static class Maps extends Module {
        final Map<String, Linear> byName = Map.of();
    }

    private static class Arrays extends Layer {
        final Layer[] layers = {};

        @Override
        protected Tensor forward(Tensor x) {
            return x;
        }
    }

    private static class Weights extends Module {
        final List<? extends Parameter> weights = List.of();
    }

    private static class Clash extends Linear {
        final Parameter weight = new Parameter(zeros(1));

        Clash() {
            super(1, 1);
        }
    }

    private static Module capturing(Linear outside) {
        return new Layer() {
            @Override
            protected Tensor forward(Tensor x) {
                return outside.apply(x);
            }
        };
    }

    private static Stream<Arguments> modules() {
        var net = new Sequential(named("fc", new Linear(2, 3)));
        return Stream.of(
                wrong(
                        () -> new Lists().parameters(),
                        STATE,
                        "Lists: field layers is a plain List of modules, which would not be found; use ModuleList, or"
                                + " make it transient if it is no state"),
                wrong(
                        () -> new Mixed().stateDict(),
                        STATE,
                        "Mixed: field things is a plain List of modules, which would not be found; use ModuleList, or"
                                + " make it transient if it is no state"),
                wrong(
                        () -> new Maps().modules(),
                        STATE,
                        "Maps: field byName is a plain Map of modules, which would not be found; use ModuleDict, or"
                                + " make it transient if it is no state"),
                wrong(
                        () -> new Arrays().apply(SCORES),
                        STATE,
                        "Arrays: field layers is a plain array of modules, which would not be found; use ModuleList, or"
                                + " make it transient if it is no state"),
                wrong(
                        () -> new Weights().parameters(),
                        STATE,
                        "Weights: field weights is a plain List of parameters, which would not be found; use"
                                + " ParameterList, or make it transient if it is no state"),
                wrong(
                        () -> new Clash().parameters(),
                        STATE,
                        "Clash: fields Linear.weight and Clash.weight have one name in the state, \"weight\"; rename"
                                + " one"),
                wrong(
                        () -> capturing(new Linear(1, 1)).parameters(),
                        STATE,
                        "Layer: the captured variable outside holds a module, which would not be found; use a field"),
                wrong(
                        () -> net.getSubmodule("fc.bn"),
                        ARGUMENT,
                        "getSubmodule: \"fc.bn\": Linear has no module \"bn\", only []"),
                wrong(
                        () -> net.getParameter("fc.w"),
                        ARGUMENT,
                        "getParameter: \"fc.w\": Linear has no parameter \"w\", only [weight, bias]"),
                wrong(
                        () -> net.getBuffer("mean"),
                        ARGUMENT,
                        "getBuffer: \"mean\": Sequential has no buffer \"mean\", only []"),
                wrong(
                        () -> new ModuleTest.Net().setSubmodule("conv1", net),
                        ARGUMENT,
                        "setSubmodule: field conv1 of Net is final and cannot be assigned"),
                wrong(
                        () -> new ModuleTest.Wider().setSubmodule("fc_out", net),
                        ARGUMENT,
                        "setSubmodule: field fcOut of Wider is a Linear and cannot hold a Sequential"),
                wrong(() -> net.registerBuffer("fc", null), ARGUMENT, "Sequential: the name \"fc\" is taken"),
                wrong(() -> net.to(DType.INT64), ARGUMENT, "to: a module's dtype must be floating, got torch.int64"),
                wrong(
                        () -> net.loadStateDict(Map.of("fc.weight", zeros(3, 2))),
                        ARGUMENT,
                        "loadStateDict: the state does not fit Sequential:\n\tmissing: \"fc.bias\""),
                wrong(
                        () -> net.apply(randn(1, 2))
                                .sum()
                                .div(0)
                                .mul(LABELS.get(0))
                                .backward(zeros(2)),
                        ARGUMENT,
                        "backward: the gradient [2] must have the shape []"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void isRefused(String message, Executable call, Class<? extends RuntimeException> type) {
        var e = assertThrows(type, call);
        assertEquals(type, e.getClass());
        assertEquals(message, e.getMessage());
    }
}
