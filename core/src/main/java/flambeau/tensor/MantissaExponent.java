package flambeau.tensor;

/**
 * What numbers are made of: {@code mantissa * 2^exponent}.
 *
 * @param mantissa at least a half and below 1, with the sign
 * @param exponent int32
 */
public record MantissaExponent(Tensor mantissa, Tensor exponent) {}
