package flambeau.functional;

import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What attention by several heads gives.
 *
 * @param attnOutput in the shape of the queries
 * @param attnOutputWeights the weights of the values: [n, l, s], or [n, heads, l, s] if they are not averaged, without n for
 *     inputs without a batch; null if they were not asked for
 */
public record AttentionOutput(Tensor attnOutput, @Nullable Tensor attnOutputWeights) {}
