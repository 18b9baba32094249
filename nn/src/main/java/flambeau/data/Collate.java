package flambeau.data;

import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Makes batches of samples. */
public final class Collate {
    private Collate() {}

    /**
     * Tensors stacked along a new first dimension; {@link Sample}s, lists and maps of tensors entry by entry.
     *
     * @param samples at least one, all of one form and shape
     * @throws IllegalArgumentException if there are none, they differ, or are of another type
     */
    @SuppressWarnings("unchecked") // a batch has the type of its samples, as each case shows
    public static <T> T defaultCollate(List<T> samples) {
        if (samples.isEmpty())
            throw new IllegalArgumentException("defaultCollate: takes at least one sample, got none");
        return (T) collate((List<Object>) samples);
    }

    private static Object collate(List<Object> samples) {
        return switch (samples.getFirst()) {
            case Tensor _ -> Tensors.stack(each(samples, Tensor.class::cast), 0);
            case Sample(var first) ->
                new Sample(lists(each(samples, s -> ((Sample) s).tensors()), first.size()).stream()
                        .map(Tensor.class::cast)
                        .toList());
            case List<?> first -> lists(each(samples, s -> (List<?>) s), first.size());
            case Map<?, ?> first -> maps(each(samples, s -> (Map<?, ?>) s), first);
            case Object other ->
                throw new IllegalArgumentException(
                        "defaultCollate: knows tensors, samples, lists and maps, got %s; give a collate function"
                                .formatted(other.getClass().getName()));
        };
    }

    private static List<Object> lists(List<? extends List<?>> samples, int size) {
        for (var sample : samples)
            if (sample.size() != size)
                throw new IllegalArgumentException(
                        "defaultCollate: samples must have one length, got %d and %d".formatted(size, sample.size()));
        var batch = new ArrayList<Object>(size);
        for (int i = 0; i < size; i++) {
            int entry = i;
            batch.add(collate(each(samples, s -> s.get(entry))));
        }
        return batch;
    }

    private static Map<Object, Object> maps(List<? extends Map<?, ?>> samples, Map<?, ?> first) {
        for (var sample : samples)
            if (!sample.keySet().equals(first.keySet()))
                throw new IllegalArgumentException("defaultCollate: samples must have the same keys, got %s and %s"
                        .formatted(first.keySet(), sample.keySet()));
        var batch = new LinkedHashMap<Object, Object>();
        for (var key : first.keySet()) batch.put(key, collate(each(samples, s -> Objects.requireNonNull(s.get(key)))));
        return batch;
    }

    private static <S, T> List<T> each(List<S> samples, Function<S, ? extends T> part) {
        var parts = new ArrayList<T>(samples.size());
        for (var sample : samples) parts.add(part.apply(sample));
        return parts;
    }
}
