package flambeau.functional;

import static flambeau.args.Args.attnMask;
import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.dropoutP;
import static flambeau.args.Args.enableGqa;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.isCausal;
import static flambeau.args.Args.needWeights;
import static flambeau.args.Args.scale;
import static flambeau.args.Args.useSeparateProjWeight;
import static flambeau.functional.F.multiHeadAttentionForward;
import static flambeau.functional.F.scaledDotProductAttention;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Autograd;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttentionTest {
    private final Tensor q = pattern(11, 2, 4, 3), k = pattern(7, 2, 5, 3), v = pattern(5, 2, 5, 2);

    @Test
    void isItsFormula() {
        var expected = q.matmul(k.transpose(1, 2)).mul(0.25).softmax(-1).matmul(v);
        assertTrue(scaledDotProductAttention(q, k, v, scale(0.25)).allclose(expected));
    }

    @Test
    void gradientsOfFirstAndSecondOrder() {
        assertGradients(in -> scaledDotProductAttention(in.get(0), in.get(1), in.get(2)), q, k, v);
        assertGradients(in -> scaledDotProductAttention(in.get(0), in.get(1), in.get(2), isCausal(true)), q, k, v);
        assertGradients(
                in -> scaledDotProductAttention(in.get(0), in.get(1), in.get(2), attnMask(in.get(3))),
                q,
                k,
                v,
                pattern(3, 4, 5));
        assertTrue(Autograd.gradgradcheck(
                in -> List.of(scaledDotProductAttention(in.get(0), in.get(1), in.get(2))),
                List.of(q.requiresGrad_(), k.requiresGrad_(), v.requiresGrad_())));
    }

    @Test
    void aQueryThatSeesNothingGets0AndPassesNoGradient() {
        var mask = zeros(4, 5).toBool();
        mask.get(0).fill_(true);
        var x = q.detach().clone().requiresGrad_();
        var y = scaledDotProductAttention(x, k, v, attnMask(mask));
        y.sum().backward();
        var dx = java.util.Objects.requireNonNull(x.grad());
        assertEquals(0, y.narrow(1, 1, 3).abs().sum().item().doubleValue());
        assertEquals(0, dx.narrow(1, 1, 3).abs().sum().item().doubleValue());
        assertTrue(dx.isfinite().all().isTrue());
    }

    @Test
    void groupsOfHeadsShareKeys() {
        Tensor query = pattern(11, 1, 4, 2, 3), key = pattern(7, 1, 2, 5, 3);
        var expected = scaledDotProductAttention(query, key.repeatInterleave(2, 1), key.repeatInterleave(2, 1));
        assertTrue(scaledDotProductAttention(query, key, key, enableGqa(true)).torchEquals(expected));
    }

    @Test
    void dropoutComesFromAGenerator() {
        manualSeed(5);
        var expected = scaledDotProductAttention(q, k, v, dropoutP(0.5));
        var own = scaledDotProductAttention(q, k, v, dropoutP(0.5), generator(new Generator().manualSeed(5)));
        assertTrue(own.torchEquals(expected));
    }

    @Test
    void theBatchMayComeFirst() {
        var x = pattern(11, 3, 2, 4);
        Tensor w = pattern(7, 12, 4), out = pattern(5, 4, 4);
        var expected = multiHeadAttentionForward(x, x, x, 4, 2, w, null, null, null, true, 0, out, null);
        var turned = x.transpose(0, 1);
        var y = multiHeadAttentionForward(
                turned, turned, turned, 4, 2, w, null, null, null, true, 0, out, null, batchFirst(true));
        assertTrue(y.attnOutput().transpose(0, 1).allclose(expected.attnOutput()));
    }

    static Stream<WrongCall> wrongCalls() {
        Tensor x = zeros(4, 3), s = zeros(5, 3), w = zeros(9, 3), o = zeros(3, 3);
        return Stream.of(
                wrong(
                        () -> scaledDotProductAttention(zeros(3), zeros(3), zeros(3)),
                        ARGUMENT,
                        "scaledDotProductAttention: query, key and value must be [.., l, e], [.., s, e] and [.., s,"
                                + " v], got [3], [3] and [3]"),
                wrong(
                        () -> scaledDotProductAttention(x, s, zeros(6, 3)),
                        ARGUMENT,
                        "scaledDotProductAttention: query [.., l, e], key [.., s, e] and value [.., s, v] do not agree:"
                                + " [4, 3], [5, 3] and [6, 3]"),
                wrong(
                        () -> scaledDotProductAttention(x, s, s, attnMask(zeros(4, 5)), isCausal(true)),
                        ARGUMENT,
                        "scaledDotProductAttention: takes attnMask or isCausal(true), not both"),
                wrong(
                        () -> scaledDotProductAttention(x, s, s, attnMask(zeros(2, 4, 5))),
                        ARGUMENT,
                        "scaledDotProductAttention: attnMask must broadcast to the scores [4, 5], got [2, 4, 5]"),
                wrong(
                        () -> scaledDotProductAttention(
                                x, s, s, attnMask(zeros(4, 5).toLong())),
                        ARGUMENT,
                        "scaledDotProductAttention: attnMask must be bool or torch.float32 like the query, got"
                                + " torch.int64"),
                wrong(
                        () -> scaledDotProductAttention(x, s, s, dropoutP(1.5)),
                        ARGUMENT,
                        "scaledDotProductAttention: dropoutP must be in [0, 1], got 1.5"),
                wrong(
                        () -> scaledDotProductAttention(
                                zeros(1, 3, 4, 2), zeros(1, 2, 4, 2), zeros(1, 2, 4, 2), enableGqa(true)),
                        ARGUMENT,
                        "scaledDotProductAttention: the heads of key and value (2) must divide those of the query (3)"),
                wrong(
                        () -> multiHeadAttentionForward(x, x, x, 4, 1, w, null, null, null, false, 0, o, null),
                        ARGUMENT,
                        "multiHeadAttentionForward: query must have 4 features, got 3"),
                wrong(
                        () -> multiHeadAttentionForward(
                                x, x, x, 3, 1, w, null, zeros(1, 1, 3), null, false, 0, o, null),
                        ARGUMENT,
                        "multiHeadAttentionForward: takes both biasK and biasV, or none"),
                wrong(
                        () -> multiHeadAttentionForward(
                                x, x, x, 3, 1, w, null, null, null, false, 0, o, null, useSeparateProjWeight(true)),
                        ARGUMENT,
                        "multiHeadAttentionForward: needs qProjWeight with useSeparateProjWeight(true)"),
                wrong(
                        () -> multiHeadAttentionForward(
                                x, x, x, 3, 1, null, null, null, null, false, 0, o, null, needWeights(false)),
                        ARGUMENT,
                        "multiHeadAttentionForward: needs inProjWeight, or useSeparateProjWeight(true)"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void refusals(WrongCall call) {
        call.assertRefused();
    }
}
