package flambeau.functional;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of several lengths without padding: the first elements of all, then the second elements of those that have one,
 * and so on. {@code Rnn} of {@code flambeau.nn.utils} makes and unmakes them.
 *
 * <p>Source: {@code torch.nn.utils.rnn.PackedSequence}.
 *
 * @param data [sum of the lengths, ..]
 * @param batchSizes [longest length], int64: how many sequences reach each step, never more than the step before
 * @param sortedIndices [n], int64: which sequence was put at each place, so that the longest is the first; null: they were
 *     sorted
 * @param unsortedIndices [n], int64: the place of each sequence; null: that which sortedIndices says
 */
public record PackedSequence(
        Tensor data,
        Tensor batchSizes,
        @Nullable Tensor sortedIndices,
        @Nullable Tensor unsortedIndices) {
    /**
     * A packed sequence.
     *
     * @throws IllegalArgumentException if the batch sizes grow, are not positive or do not add up to the rows of the data
     */
    public PackedSequence {
        if (batchSizes.dim() != 1 || batchSizes.dtype() != DType.INT64)
            throw Refusal.of("PackedSequence: batchSizes must be int64 [steps], got %s", batchSizes.describe());
        long rows = 0, before = Long.MAX_VALUE;
        for (long n : batchSizes.toLongArray()) {
            if (n < 1 || n > before)
                throw Refusal.of("PackedSequence: batchSizes must be positive and not grow, got %s", n);
            before = n;
            rows += n;
        }
        if (data.dim() == 0 || data.size(0) != rows)
            throw Refusal.of(
                    "PackedSequence: batchSizes take %s rows, the data is %s",
                    rows, data.shape().text());
        check("sortedIndices", sortedIndices, batchSizes);
        check("unsortedIndices", unsortedIndices, batchSizes);
        if (unsortedIndices == null && sortedIndices != null) unsortedIndices = inverse(sortedIndices);
    }

    private static void check(String name, @Nullable Tensor indices, Tensor batchSizes) {
        if (indices == null) return;
        long n = batchSizes.numel() == 0 ? 0 : batchSizes.toLongArray()[0];
        if (indices.dtype() != DType.INT64 || indices.dim() != 1 || indices.size(0) != n)
            throw Refusal.of("PackedSequence: %s must be int64 [%s], got %s", name, n, indices.describe());
    }

    private static Tensor inverse(Tensor permutation) {
        var places = permutation.toLongArray();
        var y = new long[places.length];
        for (int i = 0; i < y.length; i++) {
            if (places[i] < 0 || places[i] >= y.length)
                throw Refusal.of("PackedSequence: sortedIndices must be a permutation, got %s", places[i]);
            y[(int) places[i]] = i;
        }
        return Tensors.tensor(y);
    }

    /** The data in another dtype. */
    public PackedSequence to(DType dtype) {
        return new PackedSequence(data.to(dtype), batchSizes, sortedIndices, unsortedIndices);
    }

    int[] sizes() {
        var sizes = batchSizes.toLongArray();
        var all = new int[sizes.length];
        for (int i = 0; i < all.length; i++) all[i] = Math.toIntExact(sizes[i]);
        return all;
    }

    PackedSequence with(Tensor other) {
        return new PackedSequence(other, batchSizes, sortedIndices, unsortedIndices);
    }
}
