package flambeau.nn;

import static flambeau.args.Args.*;
import static flambeau.args.AutoPadding.SAME;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.INDEX;
import static flambeau.functional.WrongCall.STATE;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.zeros;

import flambeau.array.DType;
import flambeau.functional.WrongCall;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrongCallsTest {
    private static final Tensor SCORES = zeros(4, 3), LABELS = zeros(4).toLong();

    static Stream<WrongCall> calls() {
        return Stream.concat(layers(), modules());
    }

    private static Stream<WrongCall> layers() {
        return Stream.of(
                wrong(
                        () -> Init.xavierUniform_(zeros(3)),
                        ARGUMENT,
                        "xavierUniform_: the tensor must have at least 2 dimensions, [out, in, ..], got [3]"),
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
                wrong(
                        () -> new ConvTranspose2d(2, 2, 3, paddingMode(flambeau.args.PaddingMode.REFLECT)),
                        ARGUMENT,
                        "ConvTranspose2d: paddingMode must be ZEROS, got REFLECT"),
                wrong(
                        () -> new ConvTranspose2d(2, 2, 3, stride(2)).apply(zeros(1, 2, 4, 4), outputSize(11, 9)),
                        ARGUMENT,
                        "ConvTranspose2d: outputSize must be from 9 to 10, got [11, 9] (in ConvTranspose2d)"),
                wrong(
                        () -> new FractionalMaxPool2d(2, outputRatio(1)),
                        ARGUMENT,
                        "FractionalMaxPool2d: outputRatio must be between 0 and 1, got 1.0"),
                wrong(
                        () -> new FractionalMaxPool2d(2, outputRatio(0.5), outputSize(2)),
                        ARGUMENT,
                        "FractionalMaxPool2d: takes outputSize or outputRatio, got both"),
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

    private static Stream<WrongCall> modules() {
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

    @ParameterizedTest
    @MethodSource("calls")
    void isRefused(WrongCall call) {
        call.assertRefused();
    }
}
