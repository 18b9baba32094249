package flambeau.functional;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.approximate;
import static flambeau.args.Args.beta;
import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.maxVal;
import static flambeau.args.Args.minVal;
import static flambeau.args.Args.negativeSlope;
import static flambeau.args.Args.threshold;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.pattern;
import static flambeau.tensor.Tensors.grad;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.args.Approximate;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Activation functions of one input; the recorded cases hold their values. */
class CurvesTest {
    static Stream<Arguments> functions() {
        return Stream.of(
                of("relu6", x -> F.relu6(x)),
                of("hardtanh", x -> F.hardtanh(x, minVal(-0.6), maxVal(0.9))),
                of("leakyRelu", x -> F.leakyRelu(x, negativeSlope(0.2))),
                of("elu", x -> F.elu(x, alpha(1.5))),
                of("celu", x -> F.celu(x, alpha(0.7))),
                of("selu", x -> F.selu(x)),
                of("gelu", x -> F.gelu(x)),
                of("geluTanh", x -> F.gelu(x, approximate(Approximate.TANH))),
                of("silu", x -> F.silu(x)),
                of("mish", x -> F.mish(x)),
                of("softplus", x -> F.softplus(x, beta(1.5), threshold(2))),
                of("logsigmoid", F::logsigmoid),
                of("hardsigmoid", x -> F.hardsigmoid(x)),
                of("hardswish", x -> F.hardswish(x)),
                of("hardshrink", x -> F.hardshrink(x)),
                of("softshrink", x -> F.softshrink(x)),
                of("softsign", F::softsign),
                of("tanhshrink", F::tanhshrink),
                of("threshold", x -> F.threshold(x, 0.1, 20)),
                of("glu", x -> F.glu(x, dim(1))),
                of("rrelu", x -> F.rrelu(x)));
    }

    private static Arguments of(String name, UnaryOperator<Tensor> f) {
        return arguments(name, f);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void gradientsAgreeWithDifferences(String name, UnaryOperator<Tensor> f) {
        var x = pattern(23, 3, 6).mul(0.77).add(0.013);
        assertGradients(inputs -> f.apply(inputs.getFirst()), x);
        assertGradients(
                inputs -> f.apply(inputs.getFirst().t()),
                pattern(23, 6, 3).mul(0.77).add(0.013));
        assertGradients(inputs -> slope(f, inputs.getFirst()), x);
    }

    private static Tensor slope(UnaryOperator<Tensor> f, Tensor x) {
        var y = f.apply(x);
        return grad(y.mul(y).sum(), x, createGraph(true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void keepsEmptyTensorsAndDtypes(String name, UnaryOperator<Tensor> f) {
        for (var dtype : new DType[] {DType.FLOAT32, DType.BFLOAT16, DType.FLOAT16})
            assertEquals(dtype, f.apply(pattern(9, 2, 4).to(dtype)).dtype());
        assertEquals(0, f.apply(pattern(9, 0, 4)).numel());
    }

    @Test
    void inPlaceGivesTheSameGradient() {
        var x = tensor(new double[] {-1.5, 0.5, 2}, dtype(DType.FLOAT64)).requiresGrad_();
        var doubled = x.mul(2);
        assertSame(doubled, F.silu(doubled, inplace(true)));
        doubled.sum().backward();
        var z = x.detach().clone().requiresGrad_();
        F.silu(z.mul(2)).sum().backward();
        assertArrayEquals(z.grad().toDoubleArray(), x.grad().toDoubleArray(), 1e-15);
        assertThrows(IllegalStateException.class, () -> F.elu_(x));
    }

    @Test
    void refusesWhatPyTorchRefuses() {
        var x = pattern(9, 2, 3);
        assertMessage("glu: dimension 1 must have an even size, has 3", () -> F.glu(x, dim(1)));
        assertMessage("hardtanh: minVal (2.0) must not be above maxVal (1.0)", () -> F.hardtanh(x, minVal(2)));
        assertMessage("celu: alpha must not be 0", () -> F.celu(x, alpha(0)));
        assertMessage("silu: the dtype must be floating, got torch.int64", () -> F.silu(tensor(1, 2)));
        assertMessage(
                "prelu: the weight has 2 slopes, the input [2, 3] 3 channels", () -> F.prelu(x, tensor(0.1, 0.2)));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
