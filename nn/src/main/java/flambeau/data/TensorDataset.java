package flambeau.data;

import static flambeau.tensor.Tensors.tensor;

import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Tensors whose first dimension counts the samples: sample {@code i} is {@code (x[i], y[i], ..)}, a batch {@code
 * (x[indices], y[indices], ..)}.
 *
 * {@snippet :
 * var dataset = new TensorDataset(images, labels); // [n, 1, 28, 28] and [n]
 * }
 */
public final class TensorDataset implements Dataset<Sample> {
    private final List<Tensor> tensors;

    /**
     * A dataset of these tensors, which are not copied.
     *
     * @param tensors at least one, all with the same first size
     * @throws IllegalArgumentException if there is none, or their first sizes differ
     */
    public TensorDataset(Tensor... tensors) {
        this.tensors = List.of(tensors);
        if (tensors.length == 0)
            throw new IllegalArgumentException("TensorDataset: takes at least one tensor, got none");
        for (var x : tensors) {
            if (x.dim() == 0)
                throw new IllegalArgumentException("TensorDataset: a tensor without dimensions has no samples");
            if (x.size(0) != tensors[0].size(0))
                throw new IllegalArgumentException("TensorDataset: the tensors must have one first size, got %d and %d"
                        .formatted(tensors[0].size(0), x.size(0)));
        }
    }

    /** The tensors. */
    public List<Tensor> tensors() {
        return tensors;
    }

    @Override
    public int size() {
        return tensors.getFirst().size(0);
    }

    /** Views of sample {@code index}. */
    @Override
    public Sample get(int index) {
        return new Sample(tensors.stream().map(x -> x.select(0, index)).toList());
    }

    /** Copies of the samples, whole rows of memory at a time. */
    @Override
    public Sample batch(int... indices) {
        var rows = tensor((Object) Arrays.stream(indices).asLongStream().toArray());
        return new Sample(tensors.stream().map(x -> x.indexSelect(0, rows)).toList());
    }
}
