package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import flambeau.kernel.Parallel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attention, some rows of one head at a time: their weights are few enough to stay in the processor's cache, and the way back
 * computes them again, which is cheaper than to fetch them from memory.
 */
final class AttentionHeads {
    private static final int WEIGHTS = 1 << 16; // of the rows that are taken together
    private static final int FEWEST = 32; // rows, below which products are slow

    private final Array q, k, v; // [n, heads, l or s, e]
    private final @Nullable Array mask; // [n, heads, l, s]
    private final Array factor;
    private final int heads, l, s, e, rows;
    private final long count;

    AttentionHeads(Array q, Array k, Array v, @Nullable Array mask, double factor) {
        this.q = q;
        this.k = k;
        this.v = v;
        this.factor = Compute.scalar(factor, q.dtype());
        var shape = q.shape();
        heads = shape.get(1);
        l = shape.get(2);
        s = k.shape().get(2);
        e = shape.get(3);
        count = (long) shape.get(0) * heads;
        rows = Math.min(l, Math.max(WEIGHTS / s, FEWEST));
        this.mask = mask == null ? null : mask.as(mask.layout().broadcast(Shape.of(shape.get(0), heads, l, s)));
    }

    private Array scratch(int rows, int columns) {
        return Array.empty(Shape.of(rows, columns), q.dtype());
    }

    private static void release(Array... scratch) {
        for (var x : scratch) x.storage().release();
    }

    /** The matrix of one head. */
    private Array head(Array x, long i) {
        return x.as(x.layout().select(0, (int) (i / heads)).select(0, (int) (i % heads)));
    }

    private static Array rows(Array x, int from, int n) {
        return x.as(x.layout().slice(0, from, n, 1));
    }

    private static Array turned(Array x) {
        return x.as(x.layout().permute(1, 0));
    }

    /** [n, heads, l, e], of which the heads of a place lie side by side. */
    Array forward() {
        int blocks = (l + rows - 1) / rows;
        var y = Array.empty(
                Layout.contiguous(Shape.of(q.shape().get(0), l, heads, e)).permute(0, 2, 1, 3), q.dtype());
        Parallel.forRange(count * blocks, 1, (low, high) -> {
            Array scaled = scratch(rows, e), w = scratch(rows, s), part = scratch(rows, e);
            for (long i = low; i < high; i++) {
                int from = (int) (i % blocks) * rows, n = Math.min(rows, l - from);
                long head = i / blocks;
                var weights = rows(w, 0, n);
                weigh(head, from, rows(scaled, 0, n), weights);
                Kernels.matmul(weights, head(v, head), null, rows(part, 0, n));
                Kernels.copy(rows(part, 0, n), rows(head(y, head), from, n));
            }
            release(scaled, w, part);
        });
        return y;
    }

    /** The weights of some rows, from {@code from}, of a head. */
    private void weigh(long head, int from, Array scaled, Array w) {
        int n = w.shape().get(0);
        Kernels.binary(Binary.MUL, rows(head(q, head), from, n), factor, scaled);
        Kernels.matmul(scaled, turned(head(k, head)), null, w);
        if (mask != null) Kernels.binary(Binary.ADD, w, rows(head(mask, head), from, n), w);
        Kernels.softmax(false, w, w);
    }

    /** The gradients of q, k and v. */
    List<Array> backward(Array dy) {
        Array dq = Array.empty(q.shape(), q.dtype()),
                dk = Array.empty(k.shape(), q.dtype()),
                dv = Array.empty(v.shape(), q.dtype());
        Parallel.forRange(count, 1, (low, high) -> {
            for (long head = low; head < high; head++)
                backward(head, head(dy, head), head(dq, head), head(dk, head), head(dv, head));
        });
        return List.of(dq, dk, dv);
    }

    private void backward(long head, Array dy, Array dq, Array dk, Array dv) {
        Array scaled = scratch(rows, e), w = scratch(rows, s), dw = scratch(rows, s);
        Array moreK = scratch(s, e), moreV = scratch(s, e);
        Array keys = head(k, head), values = head(v, head);
        for (int from = 0; from < l; from += rows) {
            int n = Math.min(rows, l - from);
            Array some = rows(scaled, 0, n), weights = rows(w, 0, n), ds = rows(dw, 0, n), g = rows(dy, from, n);
            weigh(head, from, some, weights);
            product(turned(weights), g, from == 0, moreV, dv);
            Kernels.matmul(g, turned(values), null, ds);
            Kernels.softmaxBackward(false, ds, weights, ds);
            product(turned(ds), some, from == 0, moreK, dk);
            var part = rows(dq, from, n);
            Kernels.matmul(ds, keys, null, part);
            Kernels.binary(Binary.MUL, part, factor, part);
        }
        release(scaled, w, dw, moreK, moreV);
    }

    /** The first product is the sum so far, others are added to it. */
    private static void product(Array a, Array b, boolean first, Array more, Array sum) {
        Kernels.matmul(a, b, null, first ? sum : more);
        if (!first) Kernels.binary(Binary.ADD, sum, more, sum);
    }
}
