package flambeau.kernel;

import flambeau.array.Array;

/** Softmax along the last dimension. Every method returns whether this provider has done it. */
public interface Softmax {
    /** {@code y = exp(x) / sum exp(x)}, or its logarithm. */
    boolean softmax(boolean log, Array x, Array y);

    /** {@code dx = y (dy - sum dy y)}, or {@code dx = dy - exp(y) sum dy} for the logarithm. */
    boolean backward(boolean log, Array dy, Array y, Array dx);
}
