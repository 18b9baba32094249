package flambeau.vision.transforms;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several transforms one behind the other, each taking what the one before gives.
 *
 * {@snippet :
 * var transform = new Compose<BufferedImage, Tensor>(new ToTensor(), new Normalize(0.5, 0.5));
 * }
 *
 * @param <T> what the first takes
 * @param <U> what the last gives
 */
public final class Compose<T, U> implements Function<T, U> {
    private final List<Function<?, ?>> transforms;

    /**
     * These transforms.
     *
     * @param transforms in the order of their use; that each takes what the one before gives shows when they are used
     */
    public Compose(Function<?, ?>... transforms) {
        this.transforms = List.of(transforms);
    }

    /** The transforms. */
    public List<Function<?, ?>> transforms() {
        return transforms;
    }

    /**
     * The sample through all transforms.
     *
     * @throws IllegalArgumentException if one does not take what it gets
     */
    @Override
    @SuppressWarnings("unchecked")
    public U apply(T sample) {
        Object x = sample;
        for (var transform : transforms) x = step((Function<Object, Object>) transform, x);
        return (U) x;
    }

    private static Object step(Function<Object, Object> transform, Object x) {
        try {
            return transform.apply(x);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    "Compose: %s does not take a %s"
                            .formatted(transform, x.getClass().getSimpleName()),
                    e);
        }
    }

    /** PyTorch's text: a transform a line. */
    @Override
    public String toString() {
        return transforms.stream().map(t -> "\n    " + t).collect(Collectors.joining("", "Compose(", "\n)"));
    }
}
