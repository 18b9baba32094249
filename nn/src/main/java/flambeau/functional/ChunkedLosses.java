package flambeau.functional;

import flambeau.args.LinearCrossEntropyOptions;
import flambeau.autograd.Op;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cross entropies of rows, whose scores are in memory some rows at a time. The gradient computes scores again; it is made of
 * operations of tensors, so that it has gradients in turn, which need all of them.
 *
 * @param x [n, in]
 * @param w [c, in]
 * @param bias [c], or null
 * @param classes int64, [n]
 * @param counts bool, [n]: which rows have a loss other than 0
 * @param size how many rows at a time
 */
record ChunkedLosses(
        Tensor x,
        Tensor w,
        @Nullable Tensor bias,
        Tensor classes,
        Tensor counts,
        int size,
        LinearCrossEntropyOptions options) {
    /** [n]. */
    Tensor losses() {
        return Op.of("LinearCrossEntropyBatchChunked", forward())
                .wrt(Arrays.asList(x, w, bias), this::gradients)
                .result();
    }

    private Tensor forward() {
        try (var _ = Tensors.noGrad()) {
            var parts = new ArrayList<Tensor>();
            for (int i = 0; i < x.size(0); i += size) {
                var logP = F.logSoftmax(scores(i), 1);
                var chosen = logP.gather(1, rows(classes, i).unsqueeze(1)).squeeze(1);
                parts.add(chosen.neg().where(rows(counts, i), 0).to(x.dtype()));
            }
            return parts.isEmpty() ? Tensors.zerosLike(counts.to(x.dtype())) : Tensors.cat(parts, 0);
        }
    }

    private Tensor rows(Tensor of, int first) {
        return of.narrow(0, first, Math.min(size, x.size(0) - first));
    }

    private Tensor scores(int first) {
        var rows = rows(x, first);
        if (!options.isAccurate()) return F.linear(rows, w, bias);
        var dtype = options.sums(x.dtype());
        return F.linear(rows.to(dtype), w.to(dtype), bias == null ? null : bias.to(dtype));
    }

    private List<@Nullable Tensor> gradients(Tensor dy) {
        var sums = options.sums(x.dtype());
        var dx = new ArrayList<Tensor>();
        Tensor dw = null, db = null;
        for (int i = 0; i < x.size(0); i += size) {
            var weights = rows(dy, i).where(rows(counts, i), 0).unsqueeze(1);
            var p = F.softmax(scores(i), 1);
            var hit = Tensors.arange(w.size(0)).eq(rows(classes, i).unsqueeze(1));
            var ds = p.sub(hit.to(p.dtype())).mul(weights.to(p.dtype())); // [rows, c]
            dx.add(ds.matmul(w.to(p.dtype())).to(x.dtype()));
            var part = ds.t().matmul(rows(x, i).to(p.dtype())).to(sums);
            dw = dw == null ? part : dw.add(part);
            if (bias == null) continue;
            var total = ds.to(sums).sum(0);
            db = db == null ? total : db.add(total);
        }
        if (dw == null)
            return Arrays.<@Nullable Tensor>asList(
                    Tensors.zerosLike(x), Tensors.zerosLike(w), bias == null ? null : Tensors.zerosLike(bias));
        return Arrays.<@Nullable Tensor>asList(
                Tensors.cat(dx, 0), dw.to(w.dtype()), db == null || bias == null ? null : db.to(bias.dtype()));
    }
}
