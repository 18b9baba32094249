package flambeau.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Elements without their repetitions.
 *
 * @param output each of them once
 * @param inverseIndices the place in {@code output} of each element (int64); null unless asked for
 * @param counts how often each occurs (int64); null unless asked for
 */
public record Unique(
        Tensor output,
        @Nullable Tensor inverseIndices,
        @Nullable Tensor counts) {}
