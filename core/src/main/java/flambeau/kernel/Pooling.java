package flambeau.kernel;

import flambeau.array.Array;
import flambeau.array.Window;
import org.jspecify.annotations.Nullable;

/**
 * Pooling over 1 to 3 space axes. Shapes: x [n, c, h, w], y [n, c, h', w'], any strides. Every method returns whether this
 * provider has done it.
 */
public interface Pooling {
    /**
     * The largest value of each window; the first of equals, the last NaN above all. Padding never wins.
     *
     * @param index int32 or int64 in y's shape: where in its plane [h, w] the value stood, counted in rows; or null
     */
    boolean max(Array x, Array y, @Nullable Array index, Window window);

    /** {@code dx} is overwritten: each dy is added where {@code index} says that its value came from. */
    boolean maxBackward(Array dy, Array index, Array dx, Window window);

    /**
     * The largest value of each window, as {@link #max}.
     *
     * @param index int32 or int64 in y's shape: where in its plane the value stood, counted in rows
     * @param spans where the windows are, of three axes
     */
    boolean maxOver(Array x, Array y, Array index, Spans[] spans);

    /** The sum of each window divided by the product of its counts; of whole numbers without the fraction. */
    boolean average(Array x, Array y, Spans[] spans);

    /** {@code dx} is overwritten: each dy, divided by the product of counts, is added to all places of its window. */
    boolean averageBackward(Array dy, Array dx, Spans[] spans);
}
