package flambeau.data;

import java.util.Arrays;
import java.util.List;

/**
 * Several datasets one behind the other.
 *
 * @param <T> a sample
 */
public final class ConcatDataset<T> implements Dataset<T> {
    private final List<Dataset<T>> datasets;
    private final int[] ends; // of each dataset, in samples

    /**
     * These datasets.
     *
     * @throws IllegalArgumentException if there are none
     */
    @SafeVarargs
    public ConcatDataset(Dataset<T>... datasets) {
        this.datasets = List.of(datasets);
        if (datasets.length == 0)
            throw new IllegalArgumentException("ConcatDataset: takes at least one dataset, got none");
        ends = new int[datasets.length];
        int end = 0;
        for (int i = 0; i < ends.length; i++) ends[i] = end = Math.addExact(end, datasets[i].size());
    }

    @Override
    public int size() {
        return ends[ends.length - 1];
    }

    @Override
    public T get(int index) {
        int part = part(index);
        return datasets.get(part).get(index - start(part));
    }

    /** In one go where all samples lie in one dataset. */
    @Override
    public T batch(int... indices) {
        int part = indices.length == 0 ? 0 : part(indices[0]);
        var inner = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            if (part(indices[i]) != part) return Dataset.super.batch(indices);
            inner[i] = indices[i] - start(part);
        }
        return datasets.get(part).batch(inner);
    }

    private int start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    private int part(int index) {
        if (index < 0 || index >= size())
            throw new IndexOutOfBoundsException(
                    "ConcatDataset: index %d is out of bounds for size %d".formatted(index, size()));
        int at = Arrays.binarySearch(ends, index + 1); // the first end above index, past empty datasets
        if (at < 0) return -at - 1;
        while (at > 0 && ends[at - 1] == ends[at]) at--;
        return at;
    }
}
