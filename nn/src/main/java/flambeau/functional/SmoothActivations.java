package flambeau.functional;

import static flambeau.args.Args.approximate;
import static flambeau.args.Args.beta;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lambd;

import flambeau.args.Approximate;
import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.tensor.Curves;
import flambeau.tensor.Tensor;

/** Functions of each element that bend: exponential ones and their cheap likenesses. */
abstract sealed class SmoothActivations extends Rectifiers permits Activations {
    SmoothActivations() {}

    /**
     * {@code x P(X <= x)} for a normal X, elementwise. Source: Hendrycks and Gimpel, Gaussian error linear units.
     *
     * @param x any shape, floating
     * @param args approximate (NONE): TANH computes {@code x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2}
     */
    @SafeVarargs
    public static Tensor gelu(Tensor x, Arg<? super Takes.Gelu>... args) {
        return given(args, approximate(Approximate.NONE)) == Approximate.TANH ? Curves.geluTanh(x) : Curves.gelu(x);
    }

    /**
     * {@code x / (1 + e^-x)}, elementwise, also called swish.
     *
     * @param x any shape, floating
     * @param args inplace (false)
     */
    @SafeVarargs
    public static Tensor silu(Tensor x, Arg<? super Takes.Activation>... args) {
        return activate("silu", x, args, Curves::silu);
    }

    /**
     * {@code x tanh(log(1 + e^x))}, elementwise. Source: Misra, Mish: a self regularized non-monotonic activation function.
     *
     * @param x any shape, floating
     * @param args inplace (false)
     */
    @SafeVarargs
    public static Tensor mish(Tensor x, Arg<? super Takes.Activation>... args) {
        return activate("mish", x, args, Curves::mish);
    }

    /**
     * {@code log(1 + e^(beta x)) / beta}, elementwise; x itself where {@code beta x > threshold}.
     *
     * @param x any shape, floating
     * @param args beta (1), threshold (20)
     */
    @SafeVarargs
    public static Tensor softplus(Tensor x, Arg<? super Takes.Softplus>... args) {
        double limit = given(args, Args.threshold(20)).value();
        return Curves.softplus(x, given(args, beta(1)).value().doubleValue(), limit);
    }

    /**
     * {@code log(1 / (1 + e^-x))}, elementwise, without overflow.
     *
     * @param x any shape, floating
     */
    public static Tensor logsigmoid(Tensor x) {
        return Curves.logSigmoid(x);
    }

    /**
     * {@code min(max(x + 3, 0), 6) / 6}, elementwise.
     *
     * @param x any shape, floating
     * @param args inplace (false)
     */
    @SafeVarargs
    public static Tensor hardsigmoid(Tensor x, Arg<? super Takes.Activation>... args) {
        return activate("hardsigmoid", x, args, Curves::hardsigmoid);
    }

    /**
     * {@code x min(max(x + 3, 0), 6) / 6}, elementwise. Source: Howard et al., Searching for MobileNetV3.
     *
     * @param x any shape, floating
     * @param args inplace (false)
     */
    @SafeVarargs
    public static Tensor hardswish(Tensor x, Arg<? super Takes.Activation>... args) {
        return activate("hardswish", x, args, Curves::hardswish);
    }

    /**
     * {@code |x| > lambd ? x : 0}, elementwise.
     *
     * @param x any shape, floating
     * @param args lambd (0.5)
     */
    @SafeVarargs
    public static Tensor hardshrink(Tensor x, Arg<? super Takes.Shrink>... args) {
        return Curves.hardshrink(x, given(args, lambd(0.5)).value());
    }

    /**
     * x moved towards 0 by lambd, elementwise, and 0 within that distance.
     *
     * @param x any shape, floating
     * @param args lambd (0.5)
     * @throws IllegalArgumentException if lambd is negative
     */
    @SafeVarargs
    public static Tensor softshrink(Tensor x, Arg<? super Takes.Shrink>... args) {
        double lambda = given(args, lambd(0.5)).value();
        if (!(lambda >= 0)) throw Refusal.of("softshrink: lambd must not be negative, got %s", lambda);
        return Curves.softshrink(x, lambda);
    }

    /**
     * {@code x / (1 + |x|)}, elementwise.
     *
     * @param x any shape
     */
    public static Tensor softsign(Tensor x) {
        return x.div(x.abs().add(1));
    }

    /**
     * {@code x - tanh(x)}, elementwise.
     *
     * @param x any shape
     */
    public static Tensor tanhshrink(Tensor x) {
        return x.sub(x.tanh());
    }

    /**
     * {@code a / (1 + e^-b)} for the halves a and b of x along a dimension. Source: Dauphin et al., Language modeling with
     * gated convolutional networks.
     *
     * @param x any shape, floating
     * @param args dim (-1)
     * @throws IllegalArgumentException if the size of the dimension is odd
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    @SafeVarargs
    public static Tensor glu(Tensor x, Arg<? super Takes.Glu>... args) {
        if (x.dim() == 0) throw Refusal.of("glu: a tensor without dimensions has no halves");
        int d = given(args, dim(-1)).dims()[0];
        int size = x.size(d);
        if (size % 2 != 0) throw Refusal.of("glu: dimension %d must have an even size, has %d", d, size);
        return Curves.glu(x, d);
    }
}
