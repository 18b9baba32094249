package flambeau.kernel;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/**
 * Normalisation of each row of a matrix: layer normalisation. Shapes: x, y and their gradients [rows, m], contiguous; w, b and
 * their gradients [m], contiguous; mean and scale [rows], contiguous. Every method returns whether this provider has done it.
 */
public interface RowNorm {
    /**
     * {@code y = (x - mean) scale w + b}; w and b may be null.
     *
     * @param mean overwritten: the mean of each row
     * @param scale overwritten: {@code 1 / sqrt(variance + eps)} of each row, the variance divided by the count
     */
    boolean forward(Array x, @Nullable Array w, @Nullable Array b, double eps, Array y, Array mean, Array scale);

    /**
     * The gradients of {@link #forward}, whose mean and scale these are.
     *
     * @param dx overwritten
     * @param dw overwritten: the sum of {@code dy (x - mean) scale} over rows
     * @param db overwritten: the sum of {@code dy} over rows
     */
    boolean backward(Array dy, Array x, Array mean, Array scale, @Nullable Array w, Array dx, Array dw, Array db);
}
