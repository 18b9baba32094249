package flambeau.functional;

import static flambeau.args.Args.dropoutP;
import static flambeau.args.Args.enableGqa;
import static flambeau.args.Args.given;
import static flambeau.args.Args.isCausal;
import static flambeau.args.Args.p;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RandomSource;
import flambeau.args.Scale;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Attentions;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Attention. */
abstract sealed class Attention extends Recurrent permits Interpolating {
    private static final String OP = "scaledDotProductAttention";

    Attention() {}

    /**
     * {@code softmax(scale query key^T + mask) value}: for each query the mean of the values, weighted by how well their keys
     * agree with it.
     *
     * <p>A query whose mask excludes all keys gets 0. Source: Vaswani et al., Attention Is All You Need.
     *
     * {@snippet :
     * y = scaledDotProductAttention(x, x, x, isCausal(true));
     * }
     *
     * @param query [.., l, e], floating; the dimensions in front are broadcast
     * @param key [.., s, e]
     * @param value [.., s, v]
     * @param args attnMask (none): broadcasts to [.., l, s], true where a key counts, or what is added to the scores; dropoutP
     *     (0): the probability that a weight becomes 0, whatever the mode; isCausal (false): query i sees the keys up to i;
     *     scale (1 / sqrt(e)); enableGqa (false): key and value have fewer heads, of which each serves as many heads of the
     *     query, dimension -3; generator (the default one)
     * @return [.., l, v]
     * @throws IllegalArgumentException if shapes or dtypes do not agree, dropoutP is not in [0, 1], or there are a mask and
     *     isCausal
     */
    @SafeVarargs
    public static Tensor scaledDotProductAttention(
            Tensor query, Tensor key, Tensor value, Arg<? super Takes.ScaledDotProductAttention>... args) {
        var mask = (Tensor) given(args, Args.attnMask(null)).value();
        boolean causal = given(args, isCausal(false)).value();
        double dropped = given(args, dropoutP(0)).value();
        check(query, key, value, mask, causal);
        if (!(dropped >= 0 && dropped <= 1)) throw Refusal.of("%s: dropoutP must be in [0, 1], got %s", OP, dropped);
        if (given(args, enableGqa(false)).value()) {
            key = grouped(query, key);
            value = grouped(query, value);
        }
        var scale = given(args, Scale.class);
        double factor = scale == null ? 1 / Math.sqrt(query.size(-1)) : scale.value();
        Tensor added = mask;
        if (causal) added = Masks.causal(query.size(-2), key.size(-2), query.dtype());
        else if (mask != null && mask.dtype() == DType.BOOL) added = Masks.without(mask.logicalNot(), query.dtype());
        var closed = mask == null ? null : Masks.closed(added == null ? mask : added);
        if (dropped == 0 && closed == null && isHidden(query, key, value, added))
            return Attentions.of(query, key, value, added, factor);
        var w = weights(query.mul(factor), key, added, closed);
        if (dropped > 0) {
            var source = given(args, RandomSource.class);
            w = dropout(w, p(dropped), Args.generator(source == null ? Generator.getDefault() : source));
        }
        return w.matmul(value);
    }

    /** Whether the weights need not be seen. */
    static boolean isHidden(Tensor query, Tensor key, Tensor value, @Nullable Tensor mask) {
        if (!Attentions.takes(query, key, value, mask)) return false;
        var scores = query.shape().with(3, key.size(2));
        return mask == null || Shape.broadcast(OP, scores, mask.shape()).equals(scores);
    }

    /** {@code softmax(query key^T + mask)}; 0 in the rows that are closed. */
    static Tensor weights(Tensor query, Tensor key, @Nullable Tensor mask, @Nullable Tensor closed) {
        var scores = query.matmul(key.transpose(-2, -1));
        if (mask != null) {
            if (!Shape.broadcast(OP, scores.shape(), mask.shape()).equals(scores.shape()))
                throw Refusal.of(
                        "%s: attnMask must broadcast to the scores %s, got %s",
                        OP, scores.shape().text(), mask.shape().text());
            scores = scores.add(mask.to(scores.dtype()));
        }
        if (closed == null) return scores.softmax(-1);
        return scores.maskedFill(closed, 0).softmax(-1).maskedFill(closed, 0);
    }

    private static void check(Tensor query, Tensor key, Tensor value, @Nullable Tensor mask, boolean causal) {
        if (query.dim() < 2 || key.dim() < 2 || value.dim() < 2)
            throw Refusal.of(
                    "%s: query, key and value must be [.., l, e], [.., s, e] and [.., s, v], got %s, %s and %s",
                    OP, query.shape().text(), key.shape().text(), value.shape().text());
        var dtype = query.dtype();
        if (!dtype.isFloatingPoint()) throw Refusal.of("%s: the dtype must be floating, got %s", OP, dtype);
        if (key.dtype() != dtype || value.dtype() != dtype)
            throw Refusal.of(
                    "%s: query, key and value must have one dtype, got %s, %s and %s",
                    OP, dtype, key.dtype(), value.dtype());
        if (query.size(-1) != key.size(-1) || key.size(-2) != value.size(-2))
            throw Refusal.of(
                    "%s: query [.., l, e], key [.., s, e] and value [.., s, v] do not agree: %s, %s and %s",
                    OP, query.shape().text(), key.shape().text(), value.shape().text());
        if (mask == null) return;
        if (causal) throw Refusal.of("%s: takes attnMask or isCausal(true), not both", OP);
        if (mask.dtype() != DType.BOOL && !Masks.fits(mask, dtype))
            throw Refusal.of("%s: attnMask must be bool or %s like the query, got %s", OP, dtype, mask.dtype());
    }

    /** The heads of key or value, each as often as heads of the query share it. */
    private static Tensor grouped(Tensor query, Tensor x) {
        if (query.dim() < 3 || x.dim() < 3)
            throw Refusal.of(
                    "%s: enableGqa takes [.., heads, l, e], got %s and %s",
                    OP, query.shape().text(), x.shape().text());
        int heads = query.size(-3), own = x.size(-3);
        if (own == 0 || heads % own != 0)
            throw Refusal.of("%s: the heads of key and value (%d) must divide those of the query (%d)", OP, own, heads);
        return heads == own ? x : x.repeatInterleave(heads / own, -3);
    }

    /**
     * Attention by several heads: queries, keys and values are projected, split in heads, each of which attends by itself, and
     * joined and projected again. What {@code MultiheadAttention} computes, where the arguments are explained.
     *
     * @param query [l, n, e], or [l, e]
     * @param key [s, n, e], or [s, e]; with separate weights its e may be another
     * @param value [s, n, e], or [s, e]; with separate weights its e may be another
     * @param embedDimToCheck what e must be
     * @param numHeads divides e
     * @param inProjWeight [3 e, e]: the weights for queries, keys and values; null with separate ones
     * @param inProjBias [3 e], or null
     * @param biasK [1, 1, e]: a further key, or null
     * @param biasV [1, 1, e]: a further value, or null
     * @param addZeroAttn whether a key and a value of zeros are added
     * @param dropoutP the probability that a weight of attention becomes 0 in training
     * @param outProjWeight [o, e]
     * @param outProjBias [o], or null
     * @param args training (true), keyPaddingMask (none): [n, s] or [s], needWeights (true), attnMask (none): [l, s] or [n heads,
     *     l, s], useSeparateProjWeight (false), qProjWeight, kProjWeight, vProjWeight (none): [e, ..]; staticK, staticV (none):
     *     [n heads, s, e / heads]; averageAttnWeights (true), isCausal (false): says that attnMask, which must be there, is causal;
     *     batchFirst (false): whether inputs and output are [n, l, e], which PyTorch's function does not take; generator (the
     *     default one)
     * @return the output, [l, n, o] or [l, o], and the weights
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    @SafeVarargs
    public static AttentionOutput multiHeadAttentionForward(
            Tensor query,
            Tensor key,
            Tensor value,
            int embedDimToCheck,
            int numHeads,
            @Nullable Tensor inProjWeight,
            @Nullable Tensor inProjBias,
            @Nullable Tensor biasK,
            @Nullable Tensor biasV,
            boolean addZeroAttn,
            double dropoutP,
            Tensor outProjWeight,
            @Nullable Tensor outProjBias,
            Arg<? super Takes.MultiHeadAttention>... args) {
        var call = new MultiHead(query, key, value, embedDimToCheck, numHeads, args);
        call.project(inProjWeight, inProjBias);
        call.extend(biasK, biasV, addZeroAttn);
        return call.attend(dropoutP, outProjWeight, outProjBias);
    }
}
