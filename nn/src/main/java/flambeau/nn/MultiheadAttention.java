package flambeau.nn;

import static flambeau.args.Args.addBiasKv;
import static flambeau.args.Args.addZeroAttn;
import static flambeau.args.Args.attnMask;
import static flambeau.args.Args.averageAttnWeights;
import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.dropout;
import static flambeau.args.Args.given;
import static flambeau.args.Args.isCausal;
import static flambeau.args.Args.kProjWeight;
import static flambeau.args.Args.kdim;
import static flambeau.args.Args.keyPaddingMask;
import static flambeau.args.Args.needWeights;
import static flambeau.args.Args.qProjWeight;
import static flambeau.args.Args.training;
import static flambeau.args.Args.useSeparateProjWeight;
import static flambeau.args.Args.vProjWeight;
import static flambeau.args.Args.vdim;
import static flambeau.functional.F.multiHeadAttentionForward;
import static flambeau.tensor.Tensors.empty;

import flambeau.args.AddBiasKv;
import flambeau.args.AddZeroAttn;
import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.AttnMask;
import flambeau.args.AverageAttnWeights;
import flambeau.args.BatchFirst;
import flambeau.args.Bias;
import flambeau.args.IsCausal;
import flambeau.args.Kdim;
import flambeau.args.KeyPaddingMask;
import flambeau.args.NeedWeights;
import flambeau.args.RandomSource;
import flambeau.args.Vdim;
import flambeau.functional.AttentionOutput;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Attention by several heads: {@code concat(head1, ..) w^T + b} with {@code head_i = softmax(q_i k_i^T / sqrt(d)) v_i}, where q_i,
 * k_i and v_i are the parts, of size {@code d = embedDim / numHeads}, of the projected query, key and value.
 *
 * <p>Query {@code [l, n, embedDim]}, key {@code [s, n, kdim]}, value {@code [s, n, vdim]}, output {@code [l, n, embedDim]}; with
 * {@code batchFirst(true)} n comes first; all may lack n. Source: {@code torch.nn.MultiheadAttention}; Vaswani et al., Attention
 * Is All You Need.
 *
 * {@snippet :
 * var attention = new MultiheadAttention(512, 8, batchFirst(true));
 * var result = attention.apply(x, x, x, needWeights(false));
 * y = result.attnOutput();
 * }
 */
public class MultiheadAttention extends Module
        implements flambeau.args.Dropout.Taker,
                Bias.Taker,
                AddBiasKv.Taker,
                AddZeroAttn.Taker,
                Kdim.Taker,
                Vdim.Taker,
                BatchFirst.Taker,
                RandomSource.Taker {
    /** A call: keyPaddingMask, needWeights, attnMask, averageAttnWeights, isCausal. */
    public interface Call
            extends KeyPaddingMask.Taker, NeedWeights.Taker, AttnMask.Taker, AverageAttnWeights.Taker, IsCausal.Taker {}

    /** The size of each query and output. */
    public final int embedDim;

    /** The number of heads. */
    public final int numHeads;

    /** The size of each key. */
    public final int kdim;

    /** The size of each value. */
    public final int vdim;

    /** Whether the batch is the first dimension. */
    public final BatchFirst batchFirst;

    /** [embedDim, embedDim]; null unless kdim or vdim is another size. */
    public final @Nullable Parameter qProjWeight;

    /** [embedDim, kdim]; null unless kdim or vdim is another size. */
    public final @Nullable Parameter kProjWeight;

    /** [embedDim, vdim]; null unless kdim or vdim is another size. */
    public final @Nullable Parameter vProjWeight;

    /** [3 embedDim, embedDim]: the weights for query, key and value; null if kdim or vdim is another size. */
    public final @Nullable Parameter inProjWeight;

    /** [3 embedDim]; null without a bias. */
    public final @Nullable Parameter inProjBias;

    /** [1, 1, embedDim]: a key that is added; null without addBiasKv. */
    public final @Nullable Parameter biasK;

    /** [1, 1, embedDim]: a value that is added; null without addBiasKv. */
    public final @Nullable Parameter biasV;

    /** The projection of the joined heads. */
    public final Linear outProj;

    private final flambeau.args.Dropout dropout;
    private final AddZeroAttn addZeroAttn;
    private final transient @Nullable RandomSource generator;

    /**
     * An attention.
     *
     * @param embedDim the size of each query and output
     * @param numHeads the number of heads, which divides it
     * @param args dropout (0): the probability that a weight of attention becomes 0 in training; bias (true), addBiasKv (false),
     *     addZeroAttn (false), kdim (embedDim), vdim (embedDim), batchFirst (false), generator of the dropout (the default one)
     * @throws IllegalArgumentException if a size is not positive, or numHeads does not divide embedDim
     */
    @SafeVarargs
    @SuppressWarnings("this-escape")
    public MultiheadAttention(int embedDim, int numHeads, Arg<? super MultiheadAttention>... args) {
        if (embedDim <= 0 || numHeads <= 0)
            throw new IllegalArgumentException(
                    "MultiheadAttention: embedDim and numHeads must be positive, got %d and %d"
                            .formatted(embedDim, numHeads));
        if (embedDim % numHeads != 0)
            throw new IllegalArgumentException(
                    "MultiheadAttention: numHeads (%d) must divide embedDim (%d)".formatted(numHeads, embedDim));
        this.embedDim = embedDim;
        this.numHeads = numHeads;
        kdim = given(args, kdim(embedDim)).value();
        vdim = given(args, vdim(embedDim)).value();
        dropout = given(args, dropout(0));
        batchFirst = given(args, batchFirst(false));
        addZeroAttn = given(args, addZeroAttn(false));
        generator = given(args, RandomSource.class);
        boolean one = kdim == embedDim && vdim == embedDim;
        qProjWeight = one ? null : new Parameter(empty(embedDim, embedDim));
        kProjWeight = one ? null : new Parameter(empty(embedDim, kdim));
        vProjWeight = one ? null : new Parameter(empty(embedDim, vdim));
        inProjWeight = one ? new Parameter(empty(3 * embedDim, embedDim)) : null;
        var bias = given(args, bias(true));
        inProjBias = bias.value() ? new Parameter(empty(3 * embedDim)) : null;
        outProj = new NonDynamicallyQuantizableLinear(embedDim, embedDim, bias);
        boolean extended = given(args, addBiasKv(false)).value();
        biasK = extended ? new Parameter(empty(1, 1, embedDim)) : null;
        biasV = extended ? new Parameter(empty(1, 1, embedDim)) : null;
        reset();
    }

    private void reset() {
        if (inProjWeight != null) Init.xavierUniform_(inProjWeight);
        if (qProjWeight != null) Init.xavierUniform_(qProjWeight);
        if (kProjWeight != null) Init.xavierUniform_(kProjWeight);
        if (vProjWeight != null) Init.xavierUniform_(vProjWeight);
        if (inProjBias != null) Init.zeros_(inProjBias);
        if (outProj.bias != null) Init.zeros_(outProj.bias);
        if (biasK != null) Init.xavierNormal_(biasK);
        if (biasV != null) Init.xavierNormal_(biasV);
    }

    /**
     * The attention of {@code query} to {@code key} and {@code value}.
     *
     * <p>Masks are bool, true where a place is left out, or floating, added to the scores. A query that may attend to nothing
     * gets NaN, and 0 with {@code needWeights(false)}.
     *
     * @param query [l, n, embedDim] or [l, embedDim]
     * @param key [s, n, kdim] or [s, kdim]
     * @param value [s, n, vdim] or [s, vdim]
     * @param args keyPaddingMask (none): [n, s] or [s]; needWeights (true), attnMask (none): [l, s] or [n numHeads, l, s];
     *     averageAttnWeights (true): over heads; isCausal (false): a hint that attnMask, which must be there, is causal, so that
     *     it need not be read
     * @return the output, [l, n, embedDim] or [l, embedDim], and the weights
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    @SafeVarargs
    public final AttentionOutput apply(Tensor query, Tensor key, Tensor value, Arg<? super Call>... args) {
        return call(() -> multiHeadAttentionForward(
                query,
                key,
                value,
                embedDim,
                numHeads,
                inProjWeight,
                inProjBias,
                biasK,
                biasV,
                addZeroAttn.value(),
                dropout.value(),
                outProj.weight,
                outProj.bias,
                training(isTraining()),
                given(args, keyPaddingMask(null)),
                given(args, needWeights(true)),
                given(args, attnMask(null)),
                given(args, averageAttnWeights(true)),
                given(args, isCausal(false)),
                useSeparateProjWeight(inProjWeight == null),
                qProjWeight(qProjWeight),
                kProjWeight(kProjWeight),
                vProjWeight(vProjWeight),
                batchFirst,
                Args.generator(generator == null ? Generator.getDefault() : generator)));
    }
}
