package flambeau.kernel;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/**
 * Pooling over 1 to 3 space axes. Shapes: x [n, c, h, w], y [n, c, h', w'], any strides. Every method returns whether this
 * provider has done it.
 */
public interface Pooling {
    /**
     * The largest value of each window; the first of equals, NaN above all. Padding never wins.
     *
     * @param index int32 or int64 in y's shape: where in its plane [h, w] the value stood, counted in rows; or null
     */
    boolean max(Array x, Array y, @Nullable Array index, Window window);

    /** {@code dx} is overwritten: each dy is added where {@code index} says that its value came from. */
    boolean maxBackward(Array dy, Array index, Array dx, Window window);
}
