package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code storageOffset}: the number of the first element in the storage; null for that of the tensor.
 *
 * @param value the number of the first element in the storage; null for that of the tensor
 */
public record StorageOffset(@Nullable Long value) implements Arg<StorageOffset.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
