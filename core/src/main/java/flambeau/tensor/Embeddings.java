package flambeau.tensor;

import flambeau.args.Args;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of a matrix by number. */
public final class Embeddings {
    private Embeddings() {}

    /** Like {@link #embedding(Tensor, Tensor, int, Tensor, boolean)} without dividing gradients. */
    public static Tensor embedding(Tensor weight, Tensor indices, int paddingIdx, boolean sparse) {
        return embedding(weight, indices, paddingIdx, null, sparse);
    }

    /**
     * The rows of {@code weight} that {@code indices} name.
     *
     * @param weight {@code [n, d]}
     * @param indices integers of any shape; the result has that shape and d
     * @param paddingIdx the row that gets no gradient; -1 for none
     * @param divisors what the gradient of each row is divided by, as many as there are indices; null for 1
     * @param sparse whether the gradient of the weight is sparse
     */
    public static Tensor embedding(
            Tensor weight, Tensor indices, int paddingIdx, @Nullable Tensor divisors, boolean sparse) {
        Check.that(weight.dim() == 2, "embedding: the weight must be a matrix, got %s", weight.shape());
        var index = indices.detach().to(DType.INT64).reshape(-1);
        var sizes = Arrays.copyOf(indices.shape().sizes(), indices.dim() + 1);
        sizes[indices.dim()] = weight.size(1);
        var y = weight.unrecorded().indexSelect(0, index).reshape(sizes);
        var shape = weight.shape();
        return Op.of("Embedding", y.base() == null ? y : y.detach())
                .wrt(weight, dy -> gradient(dy, index, shape, paddingIdx, divisors, sparse))
                .result();
    }

    private static Tensor gradient(
            Tensor dy, Tensor index, Shape shape, int paddingIdx, @Nullable Tensor divisors, boolean sparse) {
        var places = index;
        var rows = dy.reshape((int) index.numel(), shape.get(1));
        if (divisors != null) rows = rows.div(divisors.to(dy.dtype()).unsqueeze(1));
        if (paddingIdx >= 0) {
            var kept = places.ne(paddingIdx).nonzero().reshape(-1);
            places = places.indexSelect(0, kept);
            rows = rows.indexSelect(0, kept);
        }
        var content = new SparseGradient(places.view(1, -1), rows, shape);
        return sparse ? sparse(content) : content.toDense();
    }

    /** How often each index occurs among all. */
    public static Tensor frequencies(Tensor indices) {
        var index = indices.detach().to(DType.INT64).reshape(-1);
        return index.numel() == 0 ? index : index.bincount().indexSelect(0, index);
    }

    /** Shortens the rows that {@code indices} name to a norm of at most {@code maxNorm}, in place and unrecorded. */
    public static void renorm_(Tensor weight, Tensor indices, double maxNorm, double normType) {
        if (indices.numel() == 0) return;
        try (var _ = Tensors.noGrad()) {
            var places = Tensors.tensor(
                    Arrays.stream(indices.toLongArray()).distinct().sorted().toArray());
            var rows = weight.detach().indexSelect(0, places);
            var norm = rows.norm(normType, Args.dim(1), Args.keepdim(true));
            var scale = norm.add(1e-7).reciprocal().mul(maxNorm);
            weight.indexCopy_(0, places, Tensors.where(norm.gt(maxNorm), rows.mul(scale), rows));
        }
    }

    /** The gradient {@code dy} of what was gathered along {@code d} from a tensor of this shape. */
    static Tensor gathered(Tensor dy, int d, Tensor index, Shape shape) {
        int n = Math.toIntExact(index.numel());
        if (shape.rank() == 0) return dy.sum().reshape(shape.sizes());
        var places = new java.util.ArrayList<Tensor>();
        for (int i = 0; i < shape.rank(); i++) {
            var sizes = new int[shape.rank()];
            Arrays.fill(sizes, 1);
            sizes[i] = index.size(i);
            var along = Tensors.arange(sizes[i]).to(DType.INT64).view(sizes);
            places.add((i == d ? index : along.expand(index.shape())).reshape(n));
        }
        return sparse(new SparseGradient(Tensors.stack(places, 0), dy.reshape(n), shape));
    }

    /** A gradient that is {@code content}, in whose values it can be differentiated. */
    static Tensor sparse(SparseGradient content) {
        return Op.of("SparseCoo", -1, (Tensor) new SparseCarrier(content))
                .wrt(content.values(), dy -> part(dy, content.indices(), content.size()))
                .result();
    }

    /** What stands in {@code dy} at these places. */
    private static Tensor part(Tensor dy, Tensor indices, Shape size) {
        int k = indices.size(0);
        long outer = 1;
        var keys = Tensors.zeros(Shape.of(indices.size(1))).to(DType.INT64);
        for (int d = 0; d < k; d++) {
            outer *= size.get(d);
            keys = keys.mul(size.get(d)).add(indices.select(0, d));
        }
        var sizes = new int[size.rank() - k + 1];
        sizes[0] = Math.toIntExact(outer);
        for (int d = k; d < size.rank(); d++) sizes[d - k + 1] = size.get(d);
        return dy.reshape(sizes).indexSelect(0, keys);
    }
}
