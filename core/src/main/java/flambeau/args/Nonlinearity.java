package flambeau.args;

/** The keyword {@code nonlinearity}: the function behind a layer, for which its first weights are scaled. */
public enum Nonlinearity implements Arg<Nonlinearity.Taker> {
    /** None. */
    LINEAR,
    /** A convolution over 1 space axis. */
    CONV1D,
    /** A convolution over 2 space axes. */
    CONV2D,
    /** A convolution over 3 space axes. */
    CONV3D,
    /** A transposed convolution over 1 space axis. */
    CONV_TRANSPOSE1D,
    /** A transposed convolution over 2 space axes. */
    CONV_TRANSPOSE2D,
    /** A transposed convolution over 3 space axes. */
    CONV_TRANSPOSE3D,
    /** The logistic function. */
    SIGMOID,
    /** The hyperbolic tangent. */
    TANH,
    /** {@code max(x, 0)}. */
    RELU,
    /** {@code x}, or {@code a x} below 0. */
    LEAKY_RELU,
    /** The self-normalising function. */
    SELU;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code leaky_relu}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
