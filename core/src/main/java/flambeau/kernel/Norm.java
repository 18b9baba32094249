package flambeau.kernel;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/**
 * Normalisation over everything but the channels. Shapes: x [n, c, ..], all others [c]. Every method returns whether this
 * provider has done it.
 */
public interface Norm {
    /** The mean and the variance (divided by the count) of each channel. */
    boolean moments(Array x, Array mean, Array variance);

    /** {@code y = (x - mean) / sqrt(variance + eps) * w + b}; w and b may be null. */
    boolean normalize(Array x, Array mean, Array variance, @Nullable Array w, @Nullable Array b, double eps, Array y);

    /**
     * The gradients of {@link #normalize} where mean and variance are the {@link #moments} of x.
     *
     * @param dx overwritten, in x's shape
     * @param dw overwritten: the sum of {@code dy * (x - mean) / sqrt(variance + eps)}
     * @param db overwritten: the sum of {@code dy}
     */
    boolean backward(
            Array dy, Array x, Array mean, Array variance, @Nullable Array w, double eps, Array dx, Array dw, Array db);
}
