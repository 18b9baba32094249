package flambeau.tensor;

import flambeau.array.DType;
import flambeau.array.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * A gradient that is zero but for some places: what {@link Tensor#sparseGrad} gives. A place that occurs several times counts as
 * often.
 *
 * @param indices int64 {@code [k, n]}: of each place the index in the first k dimensions
 * @param values {@code [n, ..]}: what stands there, in the other dimensions of {@code size}
 * @param size the shape of the whole
 */
public record SparseGradient(Tensor indices, Tensor values, Shape size) {
    /** Checks that places and values fit the whole. */
    public SparseGradient {
        Check.that(
                indices.dim() == 2 && indices.dtype() == DType.INT64 && indices.size(0) <= size.rank(),
                "SparseGradient: indices must be int64 [k, n] with k <= %d, got %s",
                size.rank(),
                indices.describe());
        var expected = valueShape(indices.size(1), indices.size(0), size);
        Check.that(
                values.shape().equals(expected),
                "SparseGradient: values must have the shape %s, got %s",
                expected,
                values.shape());
        for (int d = 0; d < indices.size(0); d++) Places.check("SparseGradient", indices.select(0, d), size.get(d), d);
    }

    private static Shape valueShape(int n, int k, Shape size) {
        var sizes = new int[size.rank() - k + 1];
        sizes[0] = n;
        for (int d = k; d < size.rank(); d++) sizes[d - k + 1] = size.get(d);
        return Shape.of(sizes);
    }

    /** The number of places, counting those that occur several times as often. */
    public int nnz() {
        return indices.size(1);
    }

    /** The number of dimensions that the indices name. */
    public int sparseDim() {
        return indices.size(0);
    }

    /** The same with each place once, in row-major order. */
    public SparseGradient coalesce() {
        try (var _ = Tensors.noGrad()) {
            var keys = keys().toLongArray();
            var sorted = Arrays.stream(keys).sorted().distinct().toArray();
            var positions = new long[keys.length];
            for (int i = 0; i < keys.length; i++) positions[i] = Arrays.binarySearch(sorted, keys[i]);
            var places = new long[sparseDim()][sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                long rest = sorted[i];
                for (int d = sparseDim() - 1; d >= 0; d--) {
                    places[d][i] = rest % size.get(d);
                    rest /= size.get(d);
                }
            }
            var zeros = zeros(sorted.length);
            var summed = zeros.scatterAdd(0, spread(longs(positions)), values);
            var all = Arrays.stream(places).map(SparseGradient::longs).toList();
            return new SparseGradient(all.isEmpty() ? indices : Tensors.stack(all, 0), summed, size);
        }
    }

    /** The whole, zeros included. */
    public Tensor toDense() {
        long outer = 1;
        for (int d = 0; d < sparseDim(); d++) outer *= size.get(d);
        var flat = zeros(Math.toIntExact(outer));
        return flat.scatterAdd(0, spread(keys()), values).reshape(size.sizes());
    }

    /** The sum of both, places of both one behind the other. */
    public SparseGradient add(SparseGradient other) {
        Check.that(
                other.size.equals(size) && other.sparseDim() == sparseDim(),
                "SparseGradient.add: %s and %s differ",
                size,
                other.size);
        return new SparseGradient(
                Tensors.cat(List.of(indices, other.indices), 1), Tensors.cat(List.of(values, other.values), 0), size);
    }

    /** Adds this to {@code x}, which is contiguous and of this size and dtype, in place. */
    void addTo(Tensor x) {
        long outer = 1;
        for (int d = 0; d < sparseDim(); d++) outer *= size.get(d);
        var flat =
                x.detach().view(values.shape().with(0, Math.toIntExact(outer)).sizes());
        if (nnz() > 0 && values.numel() > 0)
            Places.scatter(flambeau.kernel.Indexing.Fold.ADD, values.array(), 0, spread(keys()), flat.raw());
        x.storage().touch();
    }

    private Tensor zeros(int rows) {
        return Tensors.zeros(values.shape().with(0, rows), flambeau.args.Args.dtype(values.dtype()));
    }

    private static Tensor longs(long[] values) {
        return Tensors.tensor(values, flambeau.args.Args.dtype(DType.INT64));
    }

    SparseGradient with(Tensor otherValues) {
        return new SparseGradient(indices, otherValues, size);
    }

    /** The number of each place in row-major order. */
    private Tensor keys() {
        var keys = Tensors.zeros(Shape.of(nnz())).to(DType.INT64);
        for (int d = 0; d < sparseDim(); d++) keys = keys.mul(size.get(d)).add(indices.select(0, d));
        return keys;
    }

    /** One key a value. */
    private Tensor spread(Tensor keys) {
        var sizes = new int[values.dim()];
        Arrays.fill(sizes, 1);
        sizes[0] = nnz();
        return keys.view(sizes).expand(values.shape());
    }
}
