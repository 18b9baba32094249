package flambeau.kernel;

import flambeau.array.Array;

/**
 * Elementwise functions. Inputs have y's shape or one that broadcasts to it, and one dtype; y has
 * it as well, or bool where the function is a predicate. y may be one of the inputs. Every method returns whether this provider has done it.
 */
public interface Pointwise {
    /** {@code y = op(x)}. */
    boolean unary(Unary op, Array x, Array y);

    /** {@code y = op(a, b)}. */
    boolean binary(Binary op, Array a, Array b, Array y);

    /** {@code y = op(a, b, c, v)}, of floating numbers. */
    default boolean ternary(Ternary op, double v, Array a, Array b, Array c, Array y) {
        return false;
    }

    /** {@code y = condition ? a : b}, the condition being bool. */
    boolean where(Array condition, Array a, Array b, Array y);

    /** {@code y = x} between any dtypes and layouts. */
    boolean copy(Array x, Array y);
}
