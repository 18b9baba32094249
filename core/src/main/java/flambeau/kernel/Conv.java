package flambeau.kernel;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Window;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over 1 to 3 space axes, and its gradients. Shapes: x [n, c, h, w], w [out, c / groups, kh, kw], bias [out],
 * y [n, out, h', w'], any strides. Every method returns whether this provider has done it.
 */
public interface Conv {
    /** The memory order in which images are kept. */
    static Layout images(Shape shape) {
        return Layout.channelsLast(shape);
    }

    /** {@code y[n, o, i, j] = bias[o] + sum over c, a, b of w[o, c, a, b] x[n, c, i s + a d - p, j s + b d - p]}. */
    boolean forward(Array x, Array w, @Nullable Array bias, Array y, Window window, int groups);

    /** The gradient with respect to x: {@code dx} is overwritten. */
    boolean backwardData(Array dy, Array w, Array dx, Window window, int groups);

    /** The gradients with respect to w and bias: {@code dw} and {@code dbias} are overwritten. */
    boolean backwardWeights(Array x, Array dy, Array dw, @Nullable Array dbias, Window window, int groups);
}
