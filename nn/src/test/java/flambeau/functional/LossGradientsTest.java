package flambeau.functional;

import static flambeau.args.Args.beta;
import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.delta;
import static flambeau.args.Args.full;
import static flambeau.args.Args.logInput;
import static flambeau.args.Args.logTarget;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.p;
import static flambeau.args.Args.posWeight;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.args.Reduction.BATCHMEAN;
import static flambeau.args.Reduction.NONE;
import static flambeau.args.Reduction.SUM;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.pattern;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.tensor.Tensor;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses of two floating tensors; the recorded cases hold their values. */
class LossGradientsTest {
    private static final Tensor WEIGHT = pattern(5, 3, 4).abs().add(0.5);

    static Stream<Arguments> losses() {
        return Stream.of(
                of("mse", (x, t) -> F.mseLoss(x, t, weight(WEIGHT))),
                of("l1", (x, t) -> F.l1Loss(x, t, reduction(SUM))),
                of("smoothL1", (x, t) -> F.smoothL1Loss(x, t, beta(0.7))),
                of("huber", (x, t) -> F.huberLoss(x, t, delta(0.6), weight(WEIGHT))),
                of("poisson", (x, t) -> F.poissonNllLoss(x, t.square().add(1.5), full(true))),
                of("poissonRate", (x, t) -> F.poissonNllLoss(x.square().add(0.2), t.square(), logInput(false))),
                of("gaussian", (x, t) -> F.gaussianNllLoss(x, t, t.square().add(0.3), full(true))),
                of("bce", (x, t) -> F.binaryCrossEntropy(x.sigmoid(), t.sigmoid(), weight(WEIGHT))),
                of("bceLogits", (x, t) -> F.binaryCrossEntropyWithLogits(x, t.sigmoid(), posWeight(WEIGHT))),
                of("klDiv", (x, t) -> F.klDiv(x, t.sigmoid(), reduction(BATCHMEAN))),
                of("klDivLog", (x, t) -> F.klDiv(x, t, logTarget(true))),
                of("hinge", (x, t) -> also(F.hingeEmbeddingLoss(x, t.detach().sign(), margin(0.8)), t)),
                of(
                        "ranking",
                        (x, t) -> F.marginRankingLoss(
                                x, t, x.detach().ge(0).mul(2).sub(1), margin(0.1))),
                of("softMargin", (x, t) -> also(F.softMarginLoss(x, t.detach().sign()), t)),
                of("cosine", (x, t) -> F.cosineEmbeddingLoss(x, t, tensor(1, -1, 1), margin(-0.9))),
                of("multiMargin", (x, t) -> also(F.multiMarginLoss(x, tensor(1, 0, 3), p(2), margin(0.7)), t)),
                of("multilabelSoft", (x, t) -> F.multilabelSoftMarginLoss(x, t.sigmoid(), reduction(NONE))));
    }

    /** {@code y}, the gradient of t being 0. */
    private static Tensor also(Tensor y, Tensor t) {
        return y.add(t.sum().mul(0));
    }

    private static Arguments of(String name, BinaryOperator<Tensor> f) {
        return arguments(name, f);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void gradientsAgreeWithDifferences(String name, BinaryOperator<Tensor> f) {
        var x = pattern(23, 3, 4).mul(0.71).add(0.017);
        var target = pattern(19, 3, 4).mul(0.53).add(0.171);
        assertGradients(inputs -> f.apply(inputs.get(0), inputs.get(1)), x, target);
    }

    @Test
    void multilabelMarginCountsTheClassesBeforeMinusOne() {
        var x = pattern(23, 2, 4).mul(0.31).add(0.017);
        var classes = tensor(new long[][] {{3, 0, -1, 1}, {2, -1, 0, 0}});
        assertGradients(inputs -> F.multilabelMarginLoss(inputs.getFirst(), classes), x);
    }

    @Test
    void refusesShapesThatOnlyBroadcastingMakesEqual() {
        var x = pattern(9, 2, 3);
        assertMessage(
                "l1Loss: input [2, 3] and target [3] must have one shape, or broadcast(true) be given",
                () -> F.l1Loss(x, pattern(9, 3)));
        assertEquals(0, F.l1Loss(x, pattern(9, 3), broadcast(true)).dim());
        assertMessage(
                "binaryCrossEntropy: each input must be in [0, 1]; use binaryCrossEntropyWithLogits for scores",
                () -> F.binaryCrossEntropy(x.add(5), x));
        assertMessage("huberLoss: delta must be positive, got 0.0", () -> F.huberLoss(x, x, delta(0)));
        assertMessage("mseLoss: reduction BATCHMEAN belongs to klDiv", () -> F.mseLoss(x, x, reduction(BATCHMEAN)));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
