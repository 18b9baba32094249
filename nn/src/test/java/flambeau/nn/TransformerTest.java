package flambeau.nn;

import static flambeau.args.Args.activation;
import static flambeau.args.Args.attnMask;
import static flambeau.args.Args.averageAttnWeights;
import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.customEncoder;
import static flambeau.args.Args.dModel;
import static flambeau.args.Args.dimFeedforward;
import static flambeau.args.Args.dropout;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.isCausal;
import static flambeau.args.Args.kdim;
import static flambeau.args.Args.keyPaddingMask;
import static flambeau.args.Args.mask;
import static flambeau.args.Args.needWeights;
import static flambeau.args.Args.norm;
import static flambeau.args.Args.normFirst;
import static flambeau.args.Args.numDecoderLayers;
import static flambeau.args.Args.numEncoderLayers;
import static flambeau.args.Args.srcKeyPaddingMask;
import static flambeau.args.Args.srcMask;
import static flambeau.args.Args.tgtIsCausal;
import static flambeau.args.Args.tgtMask;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.ActivationFunction;
import flambeau.array.DType;
import flambeau.functional.F;
import flambeau.functional.WrongCall;
import flambeau.tensor.Autograd;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and gradients are PyTorch's in the conformance cases; here is what these do not see. */
class TransformerTest {
    private static final Tensor CAUSAL = Transformer.generateSquareSubsequentMask(4, dtype(DType.FLOAT64));

    private static Tensor input() {
        return pattern(11, 4, 2, 4);
    }

    private static TransformerEncoderLayer layer() {
        return new TransformerEncoderLayer(4, 2, dimFeedforward(3), dropout(0));
    }

    @Test
    void attentionPrintsPyTorchsText() {
        assertEquals("""
            MultiheadAttention(
              (out_proj): NonDynamicallyQuantizableLinear(in_features=4, out_features=4, bias=True)
            )\
            """, new MultiheadAttention(4, 2).toString());
    }

    @Test
    void anEncoderPrintsPyTorchsText() {
        var layer = new TransformerEncoderLayer(4, 2, dimFeedforward(8), bias(false));
        assertEquals("""
            TransformerEncoder(
              (layers): ModuleList(
                (0-1): 2 x TransformerEncoderLayer(
                  (self_attn): MultiheadAttention(
                    (out_proj): NonDynamicallyQuantizableLinear(in_features=4, out_features=4, bias=False)
                  )
                  (linear1): Linear(in_features=4, out_features=8, bias=False)
                  (dropout): Dropout(p=0.1, inplace=False)
                  (linear2): Linear(in_features=8, out_features=4, bias=False)
                  (norm1): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=False)
                  (norm2): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=False)
                  (dropout1): Dropout(p=0.1, inplace=False)
                  (dropout2): Dropout(p=0.1, inplace=False)
                )
              )
              (norm): LayerNorm((4,), eps=1e-05, elementwise_affine=True, bias=True)
            )\
            """, new TransformerEncoder(layer, 2, norm(new LayerNorm(4))).toString());
    }

    @Test
    void aModuleAsActivationIsAChild() {
        var layer = new TransformerEncoderLayer(4, 2, dimFeedforward(8), activation(new PReLU()));
        assertTrue(layer.toString().endsWith("  (activation): PReLU(num_parameters=1)\n)"), layer.toString());
        assertTrue(layer.namedParameters().containsKey("activation.weight"));
        assertNotSame(layer.activation, new TransformerEncoder(layer, 1).layers.get(0).activation);
    }

    @Test
    void namesAreThoseOfPyTorchsStateDict() {
        assertEquals(
                List.of("in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"),
                List.copyOf(new MultiheadAttention(4, 2).stateDict().keySet()));
        assertEquals(
                List.of(
                        "q_proj_weight",
                        "k_proj_weight",
                        "v_proj_weight",
                        "in_proj_bias",
                        "out_proj.weight",
                        "out_proj.bias"),
                List.copyOf(new MultiheadAttention(4, 2, kdim(3)).stateDict().keySet()));
    }

    @Test
    void gradientsOfFirstAndSecondOrder() {
        var attention = new MultiheadAttention(4, 2);
        attention.to(DType.FLOAT64);
        var self = pattern(11, 3, 2, 4);
        assertGradients(in -> attention.apply(in.get(0), in.get(0), in.get(0)).attnOutput(), self);
        assertGradients(
                in -> attention
                        .apply(in.get(0), in.get(1), in.get(1), averageAttnWeights(false))
                        .attnOutput(),
                self,
                pattern(7, 2, 2, 4));
        assertTrue(Autograd.gradgradcheck(
                x -> attention.apply(x, x, x, needWeights(false)).attnOutput(), self.requiresGrad_()));
        var layer = layer();
        layer.to(DType.FLOAT64);
        assertGradients(in -> layer.apply(in.getFirst(), srcMask(CAUSAL)), input());
    }

    @Test
    void aCausalMaskIsSeenWithoutAHint() {
        var encoder = new TransformerEncoder(layer(), 2);
        encoder.to(DType.FLOAT64);
        var expected = encoder.apply(input(), mask(CAUSAL), isCausal(false));
        assertTrue(encoder.apply(input(), mask(CAUSAL)).allclose(expected));
        assertTrue(encoder.apply(input(), mask(CAUSAL.toBool())).allclose(expected));
        assertTrue(encoder.apply(input(), mask(CAUSAL), isCausal(true)).allclose(expected));
    }

    @Test
    void aQueryThatMayAttendToNothingGetsNaNOr0() {
        var attention = new MultiheadAttention(4, 2, bias(false));
        var x = randn(3, 4);
        var closed = zeros(3, 3).toBool();
        closed.get(1).fill_(true);
        assertTrue(attention
                .apply(x, x, x, attnMask(closed))
                .attnOutput()
                .get(1)
                .isnan()
                .all()
                .isTrue());
        var y = attention.apply(x, x, x, attnMask(closed), needWeights(false)).attnOutput();
        assertEquals(0, y.get(1).abs().sum().item().doubleValue());
        assertFalse(y.get(0).isnan().any().isTrue());
    }

    @Test
    void paddedKeysDoNotCount() {
        var attention = new MultiheadAttention(4, 2, batchFirst(true));
        var x = randn(1, 3, 4);
        var padding = zeros(1, 3).toBool();
        padding.get(0, 2).fill_(true);
        var all = attention.apply(x, x, x, keyPaddingMask(padding));
        var some = attention.apply(x, x.narrow(1, 0, 2), x.narrow(1, 0, 2));
        assertTrue(all.attnOutput().allclose(some.attnOutput()));
        assertEquals(
                "[1, 3, 3]",
                Objects.requireNonNull(all.attnOutputWeights()).shape().text());
        assertNull(attention.apply(x, x, x, needWeights(false)).attnOutputWeights());
    }

    @Test
    void copiesOfALayerBeginAlikeAndGoTheirWay() {
        var layer = layer();
        var encoder = new TransformerEncoder(layer, 2);
        var first = encoder.layers.get(0).linear1.weight;
        assertTrue(first.torchEquals(layer.linear1.weight));
        Init.zeros_(first);
        assertFalse(first.torchEquals(encoder.layers.get(1).linear1.weight));
        assertFalse(first.torchEquals(layer.linear1.weight));
    }

    @Test
    void aLayerTakesItsNumbersFromAGenerator() {
        var layer = new TransformerEncoderLayer(
                4, 2, dimFeedforward(8), dropout(0.5), generator(new Generator().manualSeed(3)));
        var x = randn(4, 2, 4);
        manualSeed(1);
        var first = layer.apply(x);
        manualSeed(1);
        assertFalse(layer.apply(x).allclose(first));
    }

    @Test
    void hooksSeeCallsWithMasks() {
        var layer = layer();
        var seen = new int[1];
        try (var _ = layer.registerForwardHook((_, _, _) -> {
            seen[0]++;
            return null;
        })) {
            layer.apply(randn(4, 2, 4), srcMask(CAUSAL.toFloat()));
        }
        assertEquals(1, seen[0]);
    }

    @Test
    void optionsAndPositionsMeanTheSame() {
        manualSeed(2);
        var named = new Transformer(
                dModel(4), flambeau.args.Args.nhead(2), numEncoderLayers(1), numDecoderLayers(1), dimFeedforward(5));
        manualSeed(2);
        var placed = new Transformer(4, 2, numEncoderLayers(1), numDecoderLayers(1), dimFeedforward(5));
        named.eval();
        placed.eval();
        Tensor src = randn(3, 2, 4), tgt = randn(4, 2, 4);
        var y = named.apply(src, tgt, tgtMask(CAUSAL.toFloat()));
        assertTrue(y.torchEquals(placed.apply(src, tgt, tgtMask(CAUSAL.toFloat()), tgtIsCausal(true))));
    }

    @Test
    void anEncoderOfOnesOwn() {
        var encoder = new TransformerEncoder(layer(), 1);
        var transformer = new Transformer(4, 2, customEncoder(encoder), numDecoderLayers(1), dimFeedforward(3));
        assertSame(encoder, transformer.encoder);
        assertEquals(
                "[4, 2, 4]",
                transformer.apply(randn(3, 2, 4), randn(4, 2, 4)).shape().text());
    }

    @Test
    void activationsByNameAndByFunction() {
        var x = randn(4, 2, 4);
        manualSeed(4);
        var named = new TransformerEncoderLayer(4, 2, dropout(0), activation(ActivationFunction.GELU));
        manualSeed(4);
        var given = new TransformerEncoderLayer(4, 2, dropout(0), activation(F::gelu), normFirst(false));
        assertTrue(named.apply(x).torchEquals(given.apply(x)));
    }

    static Stream<WrongCall> wrongCalls() {
        var attention = new MultiheadAttention(4, 2);
        Tensor x = zeros(3, 2, 4), y = zeros(5, 2, 4);
        return Stream.of(
                wrong(
                        () -> new MultiheadAttention(5, 2),
                        ARGUMENT,
                        "MultiheadAttention: numHeads (2) must divide embedDim (5)"),
                wrong(
                        () -> new MultiheadAttention(0, 2),
                        ARGUMENT,
                        "MultiheadAttention: embedDim and numHeads must be positive, got 0 and 2"),
                wrong(
                        () -> attention.apply(x, y, x),
                        ARGUMENT,
                        "multiHeadAttentionForward: query, key and value do not agree: [3, 2, 4], [5, 2, 4] and [3, 2,"
                                + " 4] (in MultiheadAttention)"),
                wrong(
                        () -> attention.apply(x, y, y, attnMask(zeros(5, 3))),
                        ARGUMENT,
                        "multiHeadAttentionForward: attnMask must be [l, s] = [3, 5] or [n heads, l, s] = [4, 3, 5],"
                                + " got [5, 3] (in MultiheadAttention)"),
                wrong(
                        () -> attention.apply(x, y, y, keyPaddingMask(zeros(2, 3))),
                        ARGUMENT,
                        "multiHeadAttentionForward: keyPaddingMask must be for 5 keys, got 3 (in MultiheadAttention)"),
                wrong(
                        () -> attention.apply(x, y, y, isCausal(true)),
                        ARGUMENT,
                        "multiHeadAttentionForward: isCausal(true) is a hint about attnMask, which must be there (in"
                                + " MultiheadAttention)"),
                wrong(
                        () -> new TransformerEncoder(layer(), 1).apply(zeros(4, 2, 4), srcKeyPaddingMask(zeros(4))),
                        ARGUMENT,
                        "multiHeadAttentionForward: keyPaddingMask must be [n = 2, s], got [4] (in"
                                + " TransformerEncoder.layers.0.self_attn)"),
                wrong(() -> new Transformer(4, 2, dModel(4)), ARGUMENT, "Transformer: dModel or nhead: given twice"),
                wrong(
                        () -> new TransformerEncoderLayer(
                                4, 2, activation(ActivationFunction.GELU), activation(v -> v.relu())),
                        ARGUMENT,
                        "TransformerEncoderLayer: activation: given twice"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void refusals(WrongCall call) {
        call.assertRefused();
    }
}
