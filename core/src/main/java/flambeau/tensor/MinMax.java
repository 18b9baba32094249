package flambeau.tensor;

/**
 * The extremes of a tensor.
 *
 * @param min the smallest elements
 * @param max the largest elements
 */
public record MinMax(Tensor min, Tensor max) {}
