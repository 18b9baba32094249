package flambeau.data;

import java.util.stream.IntStream;

/** All samples of a dataset in their order. */
public final class SequentialSampler implements Sampler {
    private final Dataset<?> dataset;

    /** All samples of {@code dataset}. */
    public SequentialSampler(Dataset<?> dataset) {
        this.dataset = dataset;
    }

    @Override
    public int size() {
        return dataset.size();
    }

    @Override
    public int[] order() {
        return IntStream.range(0, size()).toArray();
    }
}
