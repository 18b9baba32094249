package flambeau.functional;

import static flambeau.args.Args.averageAttnWeights;
import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.args.Args.isCausal;
import static flambeau.args.Args.kProjWeight;
import static flambeau.args.Args.needWeights;
import static flambeau.args.Args.p;
import static flambeau.args.Args.qProjWeight;
import static flambeau.args.Args.training;
import static flambeau.args.Args.useSeparateProjWeight;
import static flambeau.args.Args.vProjWeight;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RandomSource;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Attentions;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of attention by several heads, in its steps. In here queries, keys and values have the shape [n, heads, l, e]. */
final class MultiHead {
    private static final String OP = "multiHeadAttentionForward";

    private final Arg<?>[] args;
    private final Tensor query, key, value; // as given, with a batch
    private final boolean hasBatch, batchFirst, isSelf, sharesKey, needsWeights;
    private final boolean isCausal; // and nobody needs to read the mask
    private final @Nullable Tensor staticK, staticV;
    private final int n, l, e, heads, size;
    private final @Nullable Tensor keyMask, mask; // [n, 1, 1, s] and [n, heads, l, s], each of which may be 1
    private Tensor q, k, v;
    private int extra; // keys that were added behind the given ones

    MultiHead(Tensor query, Tensor key, Tensor value, int embedDim, int heads, Arg<?>[] args) {
        this.args = args;
        this.heads = heads;
        needsWeights = given(args, needWeights(true)).value();
        staticK = (Tensor) given(args, Args.staticK(null)).value();
        staticV = (Tensor) given(args, Args.staticV(null)).value();
        isSelf = query == key && key == value;
        sharesKey = key == value;
        hasBatch = query.dim() == 3;
        batchFirst = given(args, batchFirst(false)).value();
        if (query.dim() != 2 && query.dim() != 3 || key.dim() != query.dim() || value.dim() != query.dim())
            throw Refusal.of(
                    "%s: query, key and value must all be %s, got %s, %s and %s",
                    OP,
                    batchFirst ? "[n, l, e] or [l, e]" : "[l, n, e] or [l, e]",
                    query.shape().text(),
                    key.shape().text(),
                    value.shape().text());
        this.query = batched(query);
        this.key = batched(key);
        this.value = batched(value);
        n = this.query.size(batchFirst ? 0 : 1);
        l = this.query.size(batchFirst ? 1 : 0);
        e = query.size(-1);
        if (e != embedDim) throw Refusal.of("%s: query must have %d features, got %d", OP, embedDim, e);
        if (heads <= 0 || e % heads != 0) throw Refusal.of("%s: numHeads (%d) must divide embedDim (%d)", OP, heads, e);
        size = e / heads;
        int s = this.key.size(batchFirst ? 1 : 0);
        keyMask = keyMask((Tensor) given(args, Args.keyPaddingMask(null)).value());
        boolean hint = given(args, isCausal(false)).value();
        isCausal = hint && keyMask == null && !needsWeights;
        mask = mask((Tensor) given(args, Args.attnMask(null)).value(), hint, s);
        q = k = v = this.query;
    }

    private Tensor batched(Tensor x) {
        return hasBatch ? x : x.unsqueeze(batchFirst ? 0 : 1);
    }

    private @Nullable Tensor keyMask(@Nullable Tensor given) {
        if (given == null) return null;
        if (given.dim() != (hasBatch ? 2 : 1) || hasBatch && given.size(0) != n)
            throw Refusal.of(
                    "%s: keyPaddingMask must be %s, got %s",
                    OP, hasBatch ? "[n = " + n + ", s]" : "[s]", given.shape().text());
        return added("keyPaddingMask", given).reshape(n, 1, 1, given.size(-1));
    }

    private @Nullable Tensor mask(@Nullable Tensor given, boolean hint, int s) {
        if (given == null) {
            if (hint) throw Refusal.of("%s: isCausal(true) is a hint about attnMask, which must be there", OP);
            return null;
        }
        var all = Shape.of(n * heads, l, s);
        if (!given.shape().equals(Shape.of(l, s)) && !given.shape().equals(all))
            throw Refusal.of(
                    "%s: attnMask must be [l, s] = [%d, %d] or [n heads, l, s] = %s, got %s",
                    OP, l, s, all.text(), given.shape().text());
        if (isCausal) return null;
        var added = added("attnMask", given);
        return given.dim() == 2 ? added.reshape(1, 1, l, s) : added.reshape(n, heads, l, s);
    }

    private Tensor added(String name, Tensor mask) {
        var dtype = query.dtype();
        if (mask.dtype() == DType.BOOL) return Masks.without(mask, dtype);
        if (mask.dtype() == dtype || !needsWeights && Masks.fits(mask, dtype)) return mask;
        throw Refusal.of("%s: %s must be bool or %s like the query, got %s", OP, name, dtype, mask.dtype());
    }

    /** Sets q, k and v to the projections of the inputs, split in heads. */
    void project(@Nullable Tensor weight, @Nullable Tensor bias) {
        boolean separate = given(args, useSeparateProjWeight(false)).value();
        var ours = key.shape();
        boolean same =
                separate ? ours.get(0) == value.size(0) && ours.get(1) == value.size(1) : ours.equals(value.shape());
        if (!same || ours.get(batchFirst ? 0 : 1) != n)
            throw Refusal.of(
                    "%s: query, key and value do not agree: %s, %s and %s",
                    OP, query.shape().text(), ours.text(), value.shape().text());
        if (separate) {
            var b = bias == null ? null : bias.chunk(3, 0);
            q = split(linear(
                    query,
                    "qProjWeight",
                    (Tensor) given(args, qProjWeight(null)).value(),
                    b,
                    0));
            k = split(linear(
                    key, "kProjWeight", (Tensor) given(args, kProjWeight(null)).value(), b, 1));
            v = split(linear(
                    value,
                    "vProjWeight",
                    (Tensor) given(args, vProjWeight(null)).value(),
                    b,
                    2));
        } else {
            if (weight == null) throw Refusal.of("%s: needs inProjWeight, or useSeparateProjWeight(true)", OP);
            if (weight.dim() != 2 || weight.size(0) != 3 * e)
                throw Refusal.of(
                        "%s: inProjWeight must be [%d, %d], got %s",
                        OP, 3 * e, e, weight.shape().text());
            packed(weight, bias);
        }
        k = fixed("staticK", staticK, k);
        v = fixed("staticV", staticV, v);
    }

    private static Tensor linear(Tensor x, String name, @Nullable Tensor weight, @Nullable List<Tensor> biases, int i) {
        if (weight == null) throw Refusal.of("%s: needs %s with useSeparateProjWeight(true)", OP, name);
        return F.linear(x, weight, biases == null ? null : biases.get(i));
    }

    /** By one weight for all: equal inputs are projected together. */
    private void packed(Tensor weight, @Nullable Tensor bias) {
        if (isSelf) {
            var all = parts(F.linear(query, weight, bias), 3);
            q = all.get(0);
            k = all.get(1);
            v = all.get(2);
            return;
        }
        q = split(F.linear(query, weight.narrow(0, 0, e), bias == null ? null : bias.narrow(0, 0, e)));
        if (sharesKey) {
            var w = weight.narrow(0, e, 2 * e);
            var both = parts(F.linear(key, w, bias == null ? null : bias.narrow(0, e, 2 * e)), 2);
            k = both.get(0);
            v = both.get(1);
            return;
        }
        k = split(F.linear(key, weight.narrow(0, e, e), bias == null ? null : bias.narrow(0, e, e)));
        v = split(F.linear(value, weight.narrow(0, 2 * e, e), bias == null ? null : bias.narrow(0, 2 * e, e)));
    }

    /** [a, b, parts e] as so many of [n, heads, l, e / heads]. */
    private List<Tensor> parts(Tensor x, int parts) {
        int time = batchFirst ? 1 : 0;
        return x.reshape(x.size(0), x.size(1), parts, heads, size).unbind(2).stream()
                .map(part -> part.permute(1 - time, 2, time, 3))
                .toList();
    }

    /** [a, b, e] as [n, heads, l, e / heads]. */
    private Tensor split(Tensor x) {
        if (x.size(-1) != e) throw Refusal.of("%s: a projection must give %d features, got %d", OP, e, x.size(-1));
        int time = batchFirst ? 1 : 0;
        return x.reshape(x.size(0), x.size(1), heads, size).permute(1 - time, 2, time, 3);
    }

    private Tensor fixed(String name, @Nullable Tensor fixed, Tensor projected) {
        if (fixed == null) return projected;
        if (fixed.dim() != 3 || fixed.size(0) != n * heads || fixed.size(2) != size)
            throw Refusal.of(
                    "%s: %s must be [n heads, s, e / heads] = [%d, s, %d], got %s",
                    OP, name, n * heads, size, fixed.shape().text());
        return fixed.reshape(n, heads, fixed.size(1), size);
    }

    /** Adds a learnt key and value, and some of zeros. */
    void extend(@Nullable Tensor biasK, @Nullable Tensor biasV, boolean addZeroAttn) {
        if ((biasK == null) != (biasV == null)) throw Refusal.of("%s: takes both biasK and biasV, or none", OP);
        if (biasK != null && biasV != null) {
            if (staticK != null || staticV != null)
                throw Refusal.of("%s: biasK and biasV cannot be added to staticK or staticV", OP);
            k = Tensors.cat(List.of(k, biasK.reshape(1, heads, 1, size).expand(n, heads, 1, size)), 2);
            v = Tensors.cat(List.of(v, biasV.reshape(1, heads, 1, size).expand(n, heads, 1, size)), 2);
            extra++;
        }
        if (!addZeroAttn) return;
        var zeros = Tensors.zeros(Shape.of(n, heads, 1, size), dtype(k.dtype()));
        k = Tensors.cat(List.of(k, zeros), 2);
        v = Tensors.cat(List.of(v, zeros), 2);
        extra++;
    }

    /** The attention itself, and its projection. */
    AttentionOutput attend(double dropoutP, Tensor outWeight, @Nullable Tensor outBias) {
        int s = k.size(2);
        Tensor added = isCausal ? Masks.causal(l, s, query.dtype()) : sum(widened(mask), widened(keyMask));
        if (keyMask != null && keyMask.size(3) + extra != s)
            throw Refusal.of("%s: keyPaddingMask must be for %d keys, got %d", OP, s - extra, keyMask.size(3));
        var closed = needsWeights || isCausal || added == null ? null : Masks.closed(added);
        double factor = Math.sqrt(1.0 / size);
        boolean drops = dropoutP > 0 && given(args, training(true)).value();
        if (!drops && !needsWeights && closed == null && Attention.isHidden(q, k, v, added))
            return new AttentionOutput(joined(Attentions.of(q, k, v, added, factor), outWeight, outBias), null);
        var w = Attention.weights(q.mul(factor), k, added, closed);
        if (drops) {
            var source = given(args, RandomSource.class);
            w = F.dropout(w, p(dropoutP), Args.generator(source == null ? Generator.getDefault() : source));
        }
        return new AttentionOutput(joined(w.matmul(v), outWeight, outBias), needsWeights ? shown(w) : null);
    }

    /** The heads side by side, projected. In training time comes first in memory, which is the order of PyTorch's dropout masks. */
    private Tensor joined(Tensor x, Tensor weight, @Nullable Tensor bias) {
        boolean turns = batchFirst && hasBatch && given(args, training(true)).value();
        var order = batchFirst && !turns ? new int[] {0, 2, 1, 3} : new int[] {2, 0, 1, 3};
        var side = x.permute(order);
        var y = F.linear(side.reshape(side.size(0), side.size(1), e), weight, bias);
        if (!hasBatch) return y.squeeze(batchFirst ? 0 : 1);
        return turns ? y.transpose(0, 1) : y;
    }

    /** With room for the keys that were added, which always count. */
    private @Nullable Tensor widened(@Nullable Tensor mask) {
        return mask == null || extra == 0 ? mask : F.pad(mask, new int[] {0, extra});
    }

    private static @Nullable Tensor sum(@Nullable Tensor a, @Nullable Tensor b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    private Tensor shown(Tensor weights) {
        var w = given(args, averageAttnWeights(true)).value() ? weights.mean(Args.dim(1)) : weights;
        return hasBatch ? w : w.squeeze(0);
    }
}
