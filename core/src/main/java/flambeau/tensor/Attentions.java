package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.keepdim;

import flambeau.array.DType;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attention whose weights nobody sees. What users call is {@code F.scaledDotProductAttention}. */
public final class Attentions {
    private Attentions() {}

    /** Whether {@link #of} takes these; other attention is composed of products and softmax, with the same result. */
    public static boolean takes(Tensor q, Tensor k, Tensor v, @Nullable Tensor mask) {
        if (q.dim() != 4 || k.dim() != 4 || v.dim() != 4 || mask != null && mask.requiresGrad()) return false;
        for (int i = 0; i < 2; i++) if (q.size(i) != k.size(i) || q.size(i) != v.size(i)) return false;
        boolean equal = q.size(3) == k.size(3) && q.size(3) == v.size(3) && k.size(2) == v.size(2);
        boolean full = q.numel() > 0 && k.numel() > 0;
        return equal && full && (q.dtype() == DType.FLOAT32 || q.dtype() == DType.FLOAT64);
    }

    /**
     * {@code softmax(factor q k^T + mask) v}, without ever holding all weights.
     *
     * @param q [n, heads, l, e]
     * @param k [n, heads, s, e]
     * @param v [n, heads, s, e]
     * @param mask added to the scores: broadcasts to [n, heads, l, s]; or null
     */
    public static Tensor of(Tensor q, Tensor k, Tensor v, @Nullable Tensor mask, double factor) {
        var heads = new AttentionHeads(
                q.array(),
                k.array(),
                v.array(),
                mask == null ? null : mask.plain(q.dtype()).array(),
                factor);
        return Op.of("ScaledDotProductFlashAttentionForCpu", new Tensor(heads.forward()))
                .wrt(List.of(q, k, v), dy -> {
                    if (GradMode.isEnabled()) return composed(dy, q, k, v, mask, factor);
                    var again = new AttentionHeads(
                            q.array(),
                            k.array(),
                            v.array(),
                            mask == null ? null : mask.plain(q.dtype()).array(),
                            factor);
                    return again.backward(dy.array()).stream()
                            .<@Nullable Tensor>map(Tensor::new)
                            .toList();
                })
                .result();
    }

    /** The same gradients in operations that are recorded, for gradients of gradients. */
    private static List<@Nullable Tensor> composed(
            Tensor dy, Tensor q, Tensor k, Tensor v, @Nullable Tensor mask, double factor) {
        var scores = q.mul(factor).matmul(k.transpose(-2, -1));
        var w = (mask == null ? scores : scores.add(mask)).softmax(-1);
        var dw = dy.matmul(v.transpose(-2, -1)).mul(w);
        var ds = dw.sub(w.mul(dw.sum(dim(-1), keepdim(true)))).mul(factor);
        return List.of(
                ds.matmul(k),
                ds.transpose(-2, -1).matmul(q),
                w.transpose(-2, -1).matmul(dy));
    }
}
