package flambeau.functional;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.k;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.p;
import static flambeau.args.Args.useInputStats;
import static flambeau.functional.F.groupNorm;
import static flambeau.functional.F.instanceNorm;
import static flambeau.functional.F.layerNorm;
import static flambeau.functional.F.localResponseNorm;
import static flambeau.functional.F.normalize;
import static flambeau.functional.F.rmsNorm;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Autograd;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupNormalizationTest {
    /** A function of x [2, 4, 3] and, where it takes them, w and b of [4]. */
    static Stream<Function<List<Tensor>, Tensor>> functions() {
        return Stream.of(
                in -> groupNorm(in.get(0), 2, in.get(1), in.get(2), eps(0.1)),
                in -> groupNorm(in.get(0), 4, in.get(1), in.get(2), eps(0.1)),
                in -> groupNorm(in.get(0), 1, in.get(1), null, eps(0.1))
                        .add(in.get(2).sum()),
                in -> instanceNorm(in.get(0), null, null, in.get(1), in.get(2), eps(0.1)),
                in -> rmsNorm(in.get(0).transpose(1, 2), new int[] {4}, in.get(1), eps(0.1))
                        .add(in.get(2)),
                in -> localResponseNorm(in.get(0), 3, alpha(0.5), k(2))
                        .add(in.get(1).mul(in.get(2)).sum()),
                in -> normalize(in.get(0), dim(2), p(3))
                        .add(in.get(1).mul(in.get(2)).sum()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void gradientsOfFirstAndSecondOrder(Function<List<Tensor>, Tensor> f) {
        var x = pattern(11, 2, 4, 3).add(0.1);
        var w = pattern(5, 4);
        var b = pattern(7, 4);
        Samples.assertGradients(f, x, w, b);
        var leaves = List.of(x.requiresGrad_(), w.requiresGrad_(), b.requiresGrad_());
        assertTrue(Autograd.gradgradcheck(in -> List.of(f.apply(in)), leaves));
    }

    @Test
    void oneGroupIsLayerNorm() {
        var x = pattern(11, 2, 4, 3);
        assertTrue(groupNorm(x, 1).allclose(layerNorm(x, new int[] {4, 3})));
    }

    @Test
    void viewsAndImageLayouts() {
        var x = pattern(11, 2, 3, 5, 4).permute(0, 3, 1, 2);
        assertTrue(groupNorm(x, 2).allclose(groupNorm(x.contiguous(), 2)));
        assertTrue(instanceNorm(x).allclose(instanceNorm(x.contiguous())));
    }

    @Test
    void runningStatisticsMoveTowardsTheMeanOverSamples() {
        var x = pattern(11, 2, 1, 2); // -0.5, 1.25 and 0.25, -0.75
        var mean = zeros(1).to(DType.FLOAT64);
        var variance = ones(1).to(DType.FLOAT64);
        instanceNorm(x, mean, variance, null, null, momentum(0.5));
        assertEquals(0.5 * x.mean().item().doubleValue(), mean.item().doubleValue(), 1e-12);
        assertEquals(
                0.5 + 0.5 * x.var(2).mean().item().doubleValue(),
                variance.item().doubleValue(),
                1e-12);
        var y = instanceNorm(x, mean, variance, null, null, useInputStats(false), eps(0));
        assertTrue(y.allclose(x.sub(mean).div(variance.sqrt())));
    }

    @Test
    void halvesMayHaveWeightsOfFloat32() {
        var x = pattern(11, 2, 4, 3).to(DType.BFLOAT16);
        var y = groupNorm(x, 2, ones(4), zeros(4));
        assertEquals(DType.BFLOAT16, y.dtype());
        assertTrue(y.allclose(groupNorm(x.toFloat(), 2).to(DType.BFLOAT16)));
    }

    @Test
    void aVectorOfZerosStays() {
        assertTrue(normalize(zeros(2, 3)).allclose(zeros(2, 3)));
    }

    static Stream<WrongCall> wrongCalls() {
        var x = ones(2, 6, 3);
        return Stream.of(
                wrong(() -> groupNorm(ones(3), 1), ARGUMENT, "groupNorm: input must be [n, c, ..], got [3]"),
                wrong(
                        () -> groupNorm(x, 4),
                        ARGUMENT,
                        "groupNorm: input channels (6) must be divisible by numGroups (4)"),
                wrong(() -> groupNorm(x, 0), ARGUMENT, "groupNorm: numGroups must be at least 1, got 0"),
                wrong(
                        () -> groupNorm(ones(1, 6, 1), 6),
                        ARGUMENT,
                        "groupNorm: takes more than 1 value a group, got input [1, 6, 1] with 6 groups"),
                wrong(
                        () -> groupNorm(x, 2, ones(5), null),
                        ARGUMENT,
                        "groupNorm: input [2, 6, 3] has 6 channels, weight is [5]"),
                wrong(
                        () -> instanceNorm(ones(2, 6, 1)),
                        ARGUMENT,
                        "instanceNorm: takes more than 1 value in each channel of a sample, got input [2, 6, 1]"),
                wrong(
                        () -> instanceNorm(x, useInputStats(false)),
                        ARGUMENT,
                        "instanceNorm: needs runningMean and runningVar, or useInputStats(true)"),
                wrong(
                        () -> instanceNorm(x, zeros(6), null, null, null),
                        ARGUMENT,
                        "instanceNorm: runningMean and runningVar must both be given or both be null"),
                wrong(() -> rmsNorm(x, new int[] {6}), ARGUMENT, "rmsNorm: input must end in [6], got [2, 6, 3]"),
                wrong(() -> rmsNorm(x, new int[] {3}, ones(2)), ARGUMENT, "rmsNorm: weight must be [3], got [2]"),
                wrong(
                        () -> rmsNorm(zeros(x.shape(), dtype(DType.INT64)), new int[] {3}),
                        ARGUMENT,
                        "rmsNorm: the dtype must be floating, got torch.int64"),
                wrong(
                        () -> localResponseNorm(ones(2, 3), 2),
                        ARGUMENT,
                        "localResponseNorm: input must be [n, c, ..] with at least 3 dimensions, got [2, 3]"),
                wrong(() -> localResponseNorm(x, 0), ARGUMENT, "localResponseNorm: size must be at least 1, got 0"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void refusals(WrongCall call) {
        call.assertRefused();
    }
}
