package flambeau.nn;

import static flambeau.args.Args.activation;
import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.dModel;
import static flambeau.args.Args.dimFeedforward;
import static flambeau.args.Args.dropout;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.isCausal;
import static flambeau.args.Args.layerNormEps;
import static flambeau.args.Args.mask;
import static flambeau.args.Args.memoryIsCausal;
import static flambeau.args.Args.memoryKeyPaddingMask;
import static flambeau.args.Args.memoryMask;
import static flambeau.args.Args.nhead;
import static flambeau.args.Args.norm;
import static flambeau.args.Args.normFirst;
import static flambeau.args.Args.numDecoderLayers;
import static flambeau.args.Args.numEncoderLayers;
import static flambeau.args.Args.srcKeyPaddingMask;
import static flambeau.args.Args.srcMask;
import static flambeau.args.Args.tgtIsCausal;
import static flambeau.args.Args.tgtKeyPaddingMask;
import static flambeau.args.Args.tgtMask;

import flambeau.args.Activation;
import flambeau.args.ActivationFunction;
import flambeau.args.Arg;
import flambeau.args.BatchFirst;
import flambeau.args.Bias;
import flambeau.args.CustomDecoder;
import flambeau.args.CustomEncoder;
import flambeau.args.DModel;
import flambeau.args.DimFeedforward;
import flambeau.args.Dtype;
import flambeau.args.LayerNormEps;
import flambeau.args.Nhead;
import flambeau.args.NormFirst;
import flambeau.args.NumDecoderLayers;
import flambeau.args.NumEncoderLayers;
import flambeau.args.RandomSource;
import flambeau.args.SrcIsCausal;
import flambeau.args.SrcKeyPaddingMask;
import flambeau.args.SrcMask;
import flambeau.args.TgtIsCausal;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;

/**
 * An encoder of a source and a decoder that makes the next values of a target from what was encoded.
 *
 * <p>Source {@code [s, n, dModel]}, target and output {@code [t, n, dModel]}; with {@code batchFirst(true)} n comes first; all may
 * lack n. Source: {@code torch.nn.Transformer}; Vaswani et al., Attention Is All You Need.
 *
 * {@snippet :
 * var transformer = new Transformer(512, 8, numEncoderLayers(3), batchFirst(true));
 * y = transformer.apply(x, target, tgtMask(Transformer.generateSquareSubsequentMask(20)));
 * }
 */
public class Transformer extends Module
        implements DModel.Taker,
                Nhead.Taker,
                NumEncoderLayers.Taker,
                NumDecoderLayers.Taker,
                DimFeedforward.Taker,
                flambeau.args.Dropout.Taker,
                ActivationFunction.Taker,
                Activation.Taker<Tensor>,
                CustomEncoder.Taker<TransformerEncoder>,
                CustomDecoder.Taker<TransformerDecoder>,
                LayerNormEps.Taker,
                BatchFirst.Taker,
                NormFirst.Taker,
                Bias.Taker,
                RandomSource.Taker {
    /**
     * A call: srcMask, tgtMask, memoryMask, srcKeyPaddingMask, tgtKeyPaddingMask, memoryKeyPaddingMask, srcIsCausal, tgtIsCausal,
     * memoryIsCausal.
     */
    public interface Call
            extends SrcMask.Taker, SrcKeyPaddingMask.Taker, SrcIsCausal.Taker, TransformerDecoderLayer.Call {}

    /** A mask: dtype. */
    public interface Mask extends Dtype.Taker {}

    /** What reads the source. */
    public final TransformerEncoder encoder;

    /** What makes the output. */
    public final TransformerDecoder decoder;

    /** The size of each element of the sequences. */
    public final int dModel;

    /** The number of heads. */
    public final int nhead;

    /** Whether the batch is the first dimension. */
    public final BatchFirst batchFirst;

    /**
     * A transformer.
     *
     * @param args dModel (512), nhead (8), numEncoderLayers (6), numDecoderLayers (6), dimFeedforward (2048), dropout (0.1),
     *     activation (RELU): a function, or RELU or GELU by name; customEncoder (none), customDecoder (none): in place of the
     *     usual ones; layerNormEps (1e-5), batchFirst (false), normFirst (false), bias (true), generator of the dropout (the
     *     default one)
     * @throws IllegalArgumentException if a size is not positive, nhead does not divide dModel, or dropout is not in [0, 1]
     */
    @SafeVarargs
    public Transformer(Arg<? super Transformer>... args) {
        this(given(args, dModel(512)).value(), given(args, nhead(8)).value(), (Arg<?>[]) args, true);
    }

    /**
     * A transformer with this dModel and nhead.
     *
     * @param args all others of {@link #Transformer(Arg...)}
     * @throws IllegalArgumentException if a size is not positive, nhead does not divide dModel, or dropout is not in [0, 1]
     */
    @SafeVarargs
    public Transformer(int dModel, int nhead, Arg<? super Transformer>... args) {
        this(dModel, nhead, (Arg<?>[]) args, false);
    }

    private Transformer(int dModel, int nhead, Arg<?>[] args, boolean byKeyword) {
        if (!byKeyword && (given(args, DModel.class) != null || given(args, Nhead.class) != null))
            throw new IllegalArgumentException("Transformer: dModel or nhead: given twice");
        this.dModel = dModel;
        this.nhead = nhead;
        batchFirst = given(args, batchFirst(false));
        var function = Transformers.activation("Transformer", args);
        var inner = given(args, dimFeedforward(2048));
        var p = given(args, dropout(0.1));
        var eps = given(args, layerNormEps(1e-5));
        var bias = given(args, bias(true));
        var source = Transformers.source(args);
        var first = given(args, normFirst(false));
        var ownEncoder = given(args, CustomEncoder.class);
        var ownDecoder = given(args, CustomDecoder.class);
        encoder = ownEncoder != null && ownEncoder.value() != null
                ? (TransformerEncoder) ownEncoder.value()
                : new TransformerEncoder(
                        new TransformerEncoderLayer(
                                dModel, nhead, inner, p, activation(function), eps, batchFirst, first, bias, source),
                        given(args, numEncoderLayers(6)).value(),
                        norm(new LayerNorm(dModel, eps(eps.value()), bias)));
        decoder = ownDecoder != null && ownDecoder.value() != null
                ? (TransformerDecoder) ownDecoder.value()
                : new TransformerDecoder(
                        new TransformerDecoderLayer(
                                dModel, nhead, inner, p, activation(function), eps, batchFirst, first, bias, source),
                        given(args, numDecoderLayers(6)).value(),
                        norm(new LayerNorm(dModel, eps(eps.value()), bias)));
        for (var part : new Module[] {encoder, decoder})
            for (var parameter : part.parameters()) if (parameter.dim() > 1) Init.xavierUniform_(parameter);
    }

    /**
     * A mask for places that attend only to those up to themselves: minus infinity above the diagonal, 0 elsewhere.
     *
     * @param sz the length of the sequence
     * @param args dtype (the default one)
     * @return [sz, sz]
     */
    @SafeVarargs
    public static Tensor generateSquareSubsequentMask(int sz, Arg<? super Mask>... args) {
        return Transformers.causalMask(
                sz, given(args, dtype(Tensors.getDefaultDtype())).value());
    }

    /**
     * The output for {@code tgt}, given {@code src}. Masks are bool, true where a place is left out, or floating, added to the
     * scores.
     *
     * @param src [s, n, dModel], [n, s, dModel] or [s, dModel]
     * @param tgt [t, n, dModel], [n, t, dModel] or [t, dModel]
     * @param args srcMask (none): [s, s] or [n nhead, s, s]; tgtMask (none): [t, t] or [n nhead, t, t]; memoryMask (none): [t, s]
     *     or [n nhead, t, s]; srcKeyPaddingMask (none): [n, s] or [s]; tgtKeyPaddingMask (none): [n, t] or [t];
     *     memoryKeyPaddingMask (none): [n, s] or [s]; srcIsCausal, tgtIsCausal: hints whether masks are causal, otherwise they are
     *     looked at; memoryIsCausal (false)
     * @return tgt's shape
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    @SafeVarargs
    public final Tensor apply(Tensor src, Tensor tgt, Arg<? super Call>... args) {
        return call(() -> {
            check(src, tgt);
            var memory = encode(src, args);
            var hint = given(args, TgtIsCausal.class);
            var tMask = given(args, tgtMask(null));
            var tPadding = given(args, tgtKeyPaddingMask(null));
            var mMask = given(args, memoryMask(null));
            var mPadding = given(args, memoryKeyPaddingMask(null));
            var mCausal = given(args, memoryIsCausal(false));
            return hint == null
                    ? decoder.apply(tgt, memory, tMask, tPadding, mMask, mPadding, mCausal)
                    : decoder.apply(tgt, memory, tMask, tPadding, mMask, mPadding, mCausal, tgtIsCausal(hint.value()));
        });
    }

    private Tensor encode(Tensor src, Arg<?>[] args) {
        var mask = mask(given(args, srcMask(null)).value());
        var padding = given(args, srcKeyPaddingMask(null));
        var hint = given(args, SrcIsCausal.class);
        return hint == null
                ? encoder.apply(src, mask, padding)
                : encoder.apply(src, mask, padding, isCausal(hint.value()));
    }

    private void check(Tensor src, Tensor tgt) {
        int batch = batchFirst.value() ? 0 : 1;
        if (src.dim() == 3 && tgt.dim() == 3 && src.size(batch) != tgt.size(batch))
            throw new IllegalArgumentException("Transformer: src and tgt must have one batch size, got %s and %s"
                    .formatted(src.shape().text(), tgt.shape().text()));
        if (src.dim() < 2 || tgt.dim() < 2 || src.size(-1) != dModel || tgt.size(-1) != dModel)
            throw new IllegalArgumentException("Transformer: src and tgt must have %d features, got %s and %s"
                    .formatted(dModel, src.shape().text(), tgt.shape().text()));
    }
}
