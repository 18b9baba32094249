package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/** Functions of each element, and softmax. */
abstract sealed class Activations permits Products {
    Activations() {}

    /**
     * {@code max(x, 0)}, elementwise; the gradient at 0 is 0.
     *
     * @param x any shape
     * @param args inplace (false)
     * @throws IllegalArgumentException if x is bool
     * @throws IllegalStateException if x is to be replaced and is a leaf that requires a gradient
     */
    @SafeVarargs
    public static Tensor relu(Tensor x, Arg<? super Takes.Activation>... args) {
        return given(args, inplace(false)).value() ? x.relu_() : x.relu();
    }

    /**
     * {@code 1 / (1 + e^-x)}, elementwise.
     *
     * @param x any shape; integers become the default dtype
     */
    public static Tensor sigmoid(Tensor x) {
        return x.sigmoid();
    }

    /**
     * {@code (e^x - e^-x) / (e^x + e^-x)}, elementwise.
     *
     * @param x any shape; integers become the default dtype
     */
    public static Tensor tanh(Tensor x) {
        return x.tanh();
    }

    /**
     * {@code e^x / sum e^x} along a dimension: positive numbers that sum to 1.
     *
     * <p>Unlike PyTorch, the dimension must be given.
     *
     * @param x any shape, floating
     * @param along the dimension; negative ones count from the end
     * @param args dtype to which x is converted first (none)
     * @throws IllegalArgumentException if x is not floating
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    @SafeVarargs
    public static Tensor softmax(Tensor x, int along, Arg<? super flambeau.tensor.Takes.Softmax>... args) {
        return x.softmax(along, args);
    }

    /**
     * {@code log(e^x / sum e^x)} along a dimension, without overflow.
     *
     * <p>Unlike PyTorch, the dimension must be given.
     *
     * @param x any shape, floating
     * @param along the dimension; negative ones count from the end
     * @param args dtype to which x is converted first (none)
     * @throws IllegalArgumentException if x is not floating
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    @SafeVarargs
    public static Tensor logSoftmax(Tensor x, int along, Arg<? super flambeau.tensor.Takes.Softmax>... args) {
        return x.logSoftmax(along, args);
    }
}
