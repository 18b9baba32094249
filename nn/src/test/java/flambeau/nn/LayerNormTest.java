package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.elementwiseAffine;
import static flambeau.args.Args.eps;
import static flambeau.functional.F.layerNorm;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.functional.Samples;
import flambeau.functional.WrongCall;
import flambeau.tensor.Autograd;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerNormTest {
    @Test
    void gradientsOfFirstAndSecondOrder() {
        var x = pattern(11, 2, 3, 4);
        var w = pattern(5, 3, 4);
        var b = pattern(7, 3, 4);
        Samples.assertGradients(in -> layerNorm(in.get(0), new int[] {3, 4}, in.get(1), in.get(2), eps(0.1)), x, w, b);
        Samples.assertGradients(in -> layerNorm(in.getFirst().transpose(0, 2), new int[] {2}), x);
        var leaves = List.of(x.requiresGrad_(), w.requiresGrad_(), b.requiresGrad_());
        assertTrue(Autograd.gradgradcheck(
                in -> List.of(layerNorm(in.get(0), new int[] {3, 4}, in.get(1), in.get(2), eps(0.1))), leaves));
    }

    @Test
    void views() {
        var x = pattern(11, 4, 3).t().narrow(0, 1, 2);
        assertTrue(layerNorm(x, new int[] {4}).allclose(layerNorm(x.contiguous(), new int[] {4})));
    }

    @Test
    void emptyInputs() {
        assertEquals("[0, 3]", new LayerNorm(3).apply(zeros(0, 3)).shape().text());
        var x = zeros(2, 0).requiresGrad_();
        new LayerNorm(0).apply(x).sum().backward();
        assertEquals("[2, 0]", Objects.requireNonNull(x.grad()).shape().text());
    }

    @Test
    void text() {
        assertEquals("LayerNorm((5,), eps=1e-05, elementwise_affine=True, bias=True)", new LayerNorm(5).toString());
        assertEquals(
                "LayerNorm((2, 3), eps=0.001, elementwise_affine=True, bias=False)",
                new LayerNorm(new int[] {2, 3}, bias(false), eps(1e-3)).toString());
        assertEquals(
                "LayerNorm((2,), eps=1e-05, elementwise_affine=False, bias=False)",
                new LayerNorm(2, elementwiseAffine(false)).toString());
    }

    static Stream<WrongCall> wrongCalls() {
        var x = zeros(2, 3);
        return Stream.of(
                wrong(
                        () -> layerNorm(x, new int[] {}),
                        ARGUMENT,
                        "layerNorm: normalizedShape must have at least 1 size, got []"),
                wrong(() -> layerNorm(x, new int[] {2}), ARGUMENT, "layerNorm: input must end in [2], got [2, 3]"),
                wrong(
                        () -> layerNorm(x, new int[] {1, 2, 3}),
                        ARGUMENT,
                        "layerNorm: input must end in [1, 2, 3], got [2, 3]"),
                wrong(
                        () -> layerNorm(x, new int[] {3}, ones(2), null),
                        ARGUMENT,
                        "layerNorm: weight must be [3], got [2]"),
                wrong(
                        () -> layerNorm(x.toDouble(), new int[] {3}, null, ones(3)),
                        ARGUMENT,
                        "layerNorm: input (torch.float64) and bias (torch.float32) must have one dtype"),
                wrong(
                        () -> layerNorm(x.toLong(), new int[] {3}),
                        ARGUMENT,
                        "layerNorm: the dtype must be floating, got torch.int64"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void refusals(WrongCall call) {
        call.assertRefused();
    }
}
