package flambeau.functional;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.lower;
import static flambeau.args.Args.maxVal;
import static flambeau.args.Args.minVal;
import static flambeau.args.Args.negativeSlope;
import static flambeau.args.Args.training;
import static flambeau.args.Args.upper;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RandomSource;
import flambeau.tensor.Curves;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Functions of each element that treat positive and negative ones differently. */
abstract sealed class Rectifiers permits SmoothActivations {
    /** Scale and slope that keep mean 0 and variance 1. Source: Klambauer et al., Self-normalizing neural networks. */
    static final double SELU_ALPHA = 1.6732632423543772848170429916717;

    static final double SELU_SCALE = 1.0507009873554804934193349852946;

    Rectifiers() {}

    /** {@code f(x)}, in the place of x if that is asked for. */
    static Tensor activate(String op, Tensor x, Arg<?>[] args, UnaryOperator<Tensor> f) {
        return given(args, inplace(false)).value() ? Curves.inPlace(op, x, f) : f.apply(x);
    }

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

    /** {@code max(x, 0)} in the place of x. */
    public static Tensor relu_(Tensor x) {
        return x.relu_();
    }

    /**
     * {@code min(max(x, 0), 6)}, elementwise.
     *
     * @param x any shape, floating
     * @param args inplace (false)
     */
    @SafeVarargs
    public static Tensor relu6(Tensor x, Arg<? super Takes.Activation>... args) {
        return activate("relu6", x, args, v -> Curves.hardtanh("relu6", v, 0, 6));
    }

    /**
     * {@code min(max(x, minVal), maxVal)}, elementwise.
     *
     * @param x any shape, floating
     * @param args minVal (-1), maxVal (1), inplace (false)
     * @throws IllegalArgumentException if minVal is above maxVal
     */
    @SafeVarargs
    public static Tensor hardtanh(Tensor x, Arg<? super Takes.Hardtanh>... args) {
        double low = given(args, minVal(-1)).value(),
                high = given(args, maxVal(1)).value();
        if (low > high) throw Refusal.of("hardtanh: minVal (%s) must not be above maxVal (%s)", low, high);
        return activate("hardtanh", x, args, v -> Curves.hardtanh("hardtanh", v, low, high));
    }

    /**
     * {@link #hardtanh} in the place of x.
     *
     * @param args minVal (-1), maxVal (1)
     */
    @SafeVarargs
    public static Tensor hardtanh_(Tensor x, Arg<? super Takes.Hardtanh>... args) {
        return hardtanh(x, inPlace(args));
    }

    /**
     * {@code x > 0 ? x : negativeSlope x}, elementwise.
     *
     * @param x any shape, floating
     * @param args negativeSlope (0.01), inplace (false)
     */
    @SafeVarargs
    public static Tensor leakyRelu(Tensor x, Arg<? super Takes.LeakyRelu>... args) {
        double slope = given(args, negativeSlope(0.01)).value();
        return activate("leakyRelu", x, args, v -> Curves.leakyRelu(v, slope));
    }

    /**
     * {@link #leakyRelu} in the place of x.
     *
     * @param args negativeSlope (0.01)
     */
    @SafeVarargs
    public static Tensor leakyRelu_(Tensor x, Arg<? super Takes.LeakyRelu>... args) {
        return leakyRelu(x, inPlace(args));
    }

    /**
     * {@code x > 0 ? x : w x}, elementwise, with a learnt slope w.
     *
     * @param x [n, c, ..], floating
     * @param weight [1], or [c]: a slope for each channel; without dimensions it is one slope
     * @throws IllegalArgumentException if the weight fits no channels
     */
    public static Tensor prelu(Tensor x, Tensor weight) {
        if (weight.dim() > 1)
            throw Refusal.of(
                    "prelu: the weight must have at most 1 dimension, got %s",
                    weight.shape().text());
        var w = weight;
        if (weight.numel() != 1) {
            if (x.dim() == 0)
                throw Refusal.of("prelu: a number has no channels, and the weight has %d", weight.numel());
            int channels = x.dim() > 1 ? x.size(1) : 1;
            if (channels != weight.numel())
                throw Refusal.of(
                        "prelu: the weight has %d slopes, the input %s %d channels",
                        weight.numel(), x.shape().text(), channels);
        }
        if (x.dim() != 1 || weight.numel() != 1) {
            var shape = new int[Math.max(x.dim(), 0)];
            Arrays.fill(shape, 1);
            if (x.dim() > 1) shape[1] = (int) weight.numel();
            w = weight.reshape(shape);
        }
        return Curves.prelu(x, w);
    }

    /**
     * {@code x > 0 ? x : a x}, where a is drawn for each element from [lower, upper] in training, and is the mean of both
     * otherwise. Source: Xu et al., Empirical evaluation of rectified activations.
     *
     * @param x any shape, floating
     * @param args lower (1 / 8), upper (1 / 3), training (false), inplace (false), generator (the default one)
     * @throws IllegalArgumentException if lower is above upper
     */
    @SafeVarargs
    public static Tensor rrelu(Tensor x, Arg<? super Takes.Rrelu>... args) {
        double low = given(args, lower(1.0 / 8)).value(),
                high = given(args, upper(1.0 / 3)).value();
        if (!(low <= high)) throw Refusal.of("rrelu: lower (%s) must not be above upper (%s)", low, high);
        if (!given(args, training(false)).value())
            return activate("rrelu", x, args, v -> Curves.leakyRelu(v, (low + high) / 2));
        var source = given(args, RandomSource.class);
        var generator = Args.generator(source == null ? Generator.getDefault() : source);
        return activate("rrelu", x, args, v -> Curves.rrelu(v, low, high, generator));
    }

    /**
     * {@link #rrelu} in the place of x.
     *
     * @param args lower (1 / 8), upper (1 / 3), training (false), generator (the default one)
     */
    @SafeVarargs
    public static Tensor rrelu_(Tensor x, Arg<? super Takes.Rrelu>... args) {
        return rrelu(x, inPlace(args));
    }

    /**
     * {@code x > 0 ? x : alpha (e^x - 1)}, elementwise. Source: Clevert et al., Fast and accurate deep network learning by
     * exponential linear units.
     *
     * @param x any shape, floating
     * @param args alpha (1), inplace (false)
     */
    @SafeVarargs
    public static Tensor elu(Tensor x, Arg<? super Takes.Elu>... args) {
        double alpha = given(args, alpha(1)).value().doubleValue();
        return activate("elu", x, args, v -> Curves.elu("elu", "Elu", v, alpha, 1, 1));
    }

    /**
     * {@link #elu} in the place of x.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public static Tensor elu_(Tensor x, Arg<? super Takes.Elu>... args) {
        return elu(x, inPlace(args));
    }

    /**
     * {@code max(x, 0) + min(alpha (e^(x / alpha) - 1), 0)}, elementwise. Source: Barron, Continuously differentiable
     * exponential linear units.
     *
     * @param x any shape, floating
     * @param args alpha (1), inplace (false)
     * @throws IllegalArgumentException if alpha is 0
     */
    @SafeVarargs
    public static Tensor celu(Tensor x, Arg<? super Takes.Elu>... args) {
        double alpha = given(args, alpha(1)).value().doubleValue();
        if (alpha == 0) throw Refusal.of("celu: alpha must not be 0");
        return activate("celu", x, args, v -> Curves.elu("celu", "Celu", v, alpha, 1, 1 / alpha));
    }

    /**
     * {@link #celu} in the place of x.
     *
     * @param args alpha (1)
     */
    @SafeVarargs
    public static Tensor celu_(Tensor x, Arg<? super Takes.Elu>... args) {
        return celu(x, inPlace(args));
    }

    /**
     * {@code scale (max(x, 0) + min(alpha (e^x - 1), 0))} with the constants that keep mean 0 and variance 1, elementwise.
     * Source: Klambauer et al., Self-normalizing neural networks.
     *
     * @param x any shape, floating
     * @param args inplace (false)
     */
    @SafeVarargs
    public static Tensor selu(Tensor x, Arg<? super Takes.Activation>... args) {
        return activate("selu", x, args, v -> Curves.elu("selu", "Elu", v, SELU_ALPHA, SELU_SCALE, 1));
    }

    /** {@link #selu} in the place of x. */
    public static Tensor selu_(Tensor x) {
        return selu(x, inplace(true));
    }

    /**
     * {@code x > threshold ? x : value}, elementwise.
     *
     * @param x any shape, floating
     * @param threshold from where on x stays
     * @param value what replaces the others
     * @param args inplace (false)
     */
    @SafeVarargs
    public static Tensor threshold(Tensor x, double threshold, double value, Arg<? super Takes.Activation>... args) {
        return activate("threshold", x, args, v -> Curves.threshold(v, threshold, value));
    }

    /** {@link #threshold} in the place of x. */
    public static Tensor threshold_(Tensor x, double threshold, double value) {
        return threshold(x, threshold, value, inplace(true));
    }

    /** The options with {@code inplace(true)}, which may not be given besides. */
    private static <T> Arg<? super T>[] inPlace(Arg<? super T>[] args) {
        var more = Arrays.copyOf((Arg<?>[]) args, args.length + 1);
        more[args.length] = inplace(true);
        @SuppressWarnings("unchecked") // every function that calls this takes inplace
        var all = (Arg<? super T>[]) more;
        return all;
    }
}
