package flambeau.tensor;

/**
 * A variance and its mean.
 *
 * @param var the variance
 * @param mean the mean
 */
public record VarMean(Tensor var, Tensor mean) {}
