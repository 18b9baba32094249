package flambeau.kernel;

import flambeau.array.Array;

/** Activation functions; all arrays have one shape and dtype. Every method returns whether this provider has done it. */
public interface Activation {
    /**
     * A function and its constants.
     *
     * @param curve which function
     * @param a the first constant
     * @param b the second
     * @param c the third
     */
    record Shape(Curve curve, double a, double b, double c) {}

    /** {@code y = f(x)}. */
    boolean forward(Shape f, Array x, Array y);

    /** {@code dx = dy f'(x)}. */
    boolean backward(Shape f, Array dy, Array x, Array dx);
}
