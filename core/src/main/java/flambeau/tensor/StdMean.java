package flambeau.tensor;

/**
 * A standard deviation and its mean.
 *
 * @param std the standard deviation
 * @param mean the mean
 */
public record StdMean(Tensor std, Tensor mean) {}
