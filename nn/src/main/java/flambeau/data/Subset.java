package flambeau.data;

import static flambeau.tensor.Tensors.randperm;

import flambeau.args.Arg;
import flambeau.args.RandomSource;
import flambeau.tensor.Takes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some samples of another dataset: sample {@code i} is its sample {@code indices[i]}.
 *
 * @param <T> a sample
 */
public final class Subset<T> implements Dataset<T> {
    /** What {@link #randomSplit} takes: generator. */
    public interface Split extends RandomSource.Taker {}

    private final Dataset<T> dataset;
    private final int[] indices;

    /**
     * These samples of {@code dataset}.
     *
     * @throws IndexOutOfBoundsException if it has no such sample
     */
    public Subset(Dataset<T> dataset, int... indices) {
        this.dataset = dataset;
        this.indices = indices.clone();
        for (int i : indices)
            if (i < 0 || i >= dataset.size())
                throw new IndexOutOfBoundsException(
                        "Subset: index %d is out of bounds for a dataset of size %d".formatted(i, dataset.size()));
    }

    /**
     * Splits a dataset at random into subsets that do not overlap.
     *
     * {@snippet :
     * var parts = randomSplit(dataset, List.of(0.8, 0.2));
     * }
     *
     * @param lengths sizes that add up to the size of the dataset, or fractions that add up to 1: then what rounding
     *     down leaves over goes to the first subsets, one sample each
     * @param args generator (the default one)
     * @throws IllegalArgumentException if they add up to something else, or one is negative
     */
    @SafeVarargs
    @SuppressWarnings("unchecked") // the options of a split are options of randperm
    public static <T> List<Subset<T>> randomSplit(
            Dataset<T> dataset, List<? extends Number> lengths, Arg<? super Split>... args) {
        var sizes = sizes(dataset.size(), lengths);
        var order =
                randperm(dataset.size(), (Arg<? super Takes.NewRandom>[]) args).toIntArray();
        var parts = new ArrayList<Subset<T>>();
        int at = 0;
        for (int size : sizes) parts.add(new Subset<>(dataset, Arrays.copyOfRange(order, at, at += size)));
        return parts;
    }

    private static int[] sizes(int n, List<? extends Number> lengths) {
        double sum = 0;
        for (var length : lengths) {
            if (!(length.doubleValue() >= 0))
                throw new IllegalArgumentException("randomSplit: a length must not be negative, got " + length);
            sum += length.doubleValue();
        }
        boolean fractions = Math.abs(sum - 1) <= 1e-9;
        if (!fractions && sum != n)
            throw new IllegalArgumentException(
                    "randomSplit: the lengths %s must add up to %d or to 1".formatted(lengths, n));
        var sizes = new int[lengths.size()];
        int left = n;
        for (int i = 0; i < sizes.length; i++) {
            double length = lengths.get(i).doubleValue();
            sizes[i] = (int) Math.floor(fractions ? n * length : length);
            left -= sizes[i];
        }
        for (int i = 0; i < left; i++) sizes[i % sizes.length]++;
        return sizes;
    }

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public T get(int index) {
        return dataset.get(indices[checked(index)]);
    }

    @Override
    public T batch(int... batch) {
        var inner = new int[batch.length];
        for (int i = 0; i < batch.length; i++) inner[i] = indices[checked(batch[i])];
        return dataset.batch(inner);
    }

    private int checked(int index) {
        if (index < 0 || index >= indices.length)
            throw new IndexOutOfBoundsException(
                    "Subset: index %d is out of bounds for size %d".formatted(index, indices.length));
        return index;
    }
}
