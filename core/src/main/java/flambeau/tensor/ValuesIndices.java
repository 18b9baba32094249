package flambeau.tensor;

/**
 * What an operation has chosen.
 *
 * @param values the elements
 * @param indices their places (int64)
 */
public record ValuesIndices(Tensor values, Tensor indices) {}
