package flambeau.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sample that could not be loaded, or a batch that could not be made of its samples. The cause says why. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 8; // indices in the message

    /** The numbers of the samples in question. */
    private final int[] indices;

    private LoadException(String what, Dataset<?> dataset, RuntimeException cause, int... indices) {
        super("%s of %s could not be loaded: %s".formatted(what, name(dataset), cause), cause);
        this.indices = indices;
    }

    /** The numbers of the samples in question: one, where it is known which. */
    public int[] indices() {
        return indices.clone();
    }

    /** The samples at {@code indices}. */
    static <T> List<T> samples(Dataset<T> dataset, int... indices) {
        var samples = new ArrayList<T>(indices.length);
        for (int i : indices) {
            try {
                samples.add(dataset.get(i));
            } catch (RuntimeException e) {
                throw new LoadException("sample " + i, dataset, e, i);
            }
        }
        return samples;
    }

    /** The failure to make a batch of the samples at {@code indices}. */
    static LoadException ofBatch(Dataset<?> dataset, int[] indices, RuntimeException cause) {
        if (cause instanceof LoadException known) return known;
        var shown = Arrays.toString(Arrays.copyOf(indices, Math.min(SHOWN, indices.length)));
        if (indices.length > SHOWN) shown = shown.replace("]", ", ..]");
        return new LoadException("the batch " + shown, dataset, cause, indices);
    }

    private static String name(Dataset<?> dataset) {
        var name = dataset.getClass().getSimpleName();
        return name.isEmpty() ? "the dataset" : name;
    }
}
