package flambeau.nn;

import static flambeau.args.Args.a;
import static flambeau.args.Args.b;
import static flambeau.args.Args.gain;
import static flambeau.args.Args.given;
import static flambeau.args.Args.mean;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.nonlinearity;
import static flambeau.args.Args.std;

import flambeau.args.A;
import flambeau.args.Arg;
import flambeau.args.B;
import flambeau.args.FanMode;
import flambeau.args.Gain;
import flambeau.args.Mean;
import flambeau.args.Nonlinearity;
import flambeau.args.Std;
import flambeau.autograd.GradMode;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * First values of parameters: each method fills a tensor in place, unrecorded, and returns it. Uniform numbers equal PyTorch's
 * to the bit for the same seed. Source: {@code torch.nn.init}.
 *
 * {@snippet :
 * Init.kaimingUniform_(layer.weight, mode(FAN_OUT), nonlinearity(RELU));
 * }
 */
public final class Init extends Filling {
    /** Even numbers: a, b, generator. */
    public interface Uniform extends A.Taker, B.Taker, Draw {}

    /** Normal numbers: mean, std, generator. */
    public interface Normal extends Mean.Taker, Std.Taker, Draw {}

    /** Xavier's initialisation: gain, generator. */
    public interface Xavier extends Gain.Taker, Draw {}

    /** Kaiming's initialisation: a, mode, nonlinearity, generator. */
    public interface Kaiming extends A.Taker, FanMode.Taker, Nonlinearity.Taker, Draw {}

    private Init() {}

    /**
     * The factor by which a function behind a layer asks its weights to be larger.
     *
     * @param nonlinearity the function
     */
    public static double calculateGain(Nonlinearity nonlinearity) {
        return calculateGain(nonlinearity, null);
    }

    /**
     * The factor by which a function behind a layer asks its weights to be larger.
     *
     * @param nonlinearity the function
     * @param param the slope of LEAKY_RELU below 0; null for 0.01
     */
    public static double calculateGain(Nonlinearity nonlinearity, @Nullable Number param) {
        double s = param == null ? 0.01 : param.doubleValue();
        return switch (nonlinearity) {
            case TANH -> 5.0 / 3;
            case RELU -> Math.sqrt(2);
            case LEAKY_RELU -> Math.sqrt(2 / (1 + s * s));
            case SELU -> 0.75;
            default -> 1;
        };
    }

    /**
     * Even numbers in {@code [a, b)}.
     *
     * @param args a (0), b (1), generator (the default one)
     */
    @SafeVarargs
    public static Tensor uniform_(Tensor tensor, Arg<? super Uniform>... args) {
        return uniform_(tensor, given(args, a(0)).value(), given(args, b(1)).value(), source(args));
    }

    /**
     * Even numbers in {@code [low, high)}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public static Tensor uniform_(Tensor x, double low, double high, Arg<? super Draw>... args) {
        try (var _ = GradMode.set(false)) {
            return x.uniform_(low, high, source(args));
        }
    }

    /**
     * Normal numbers.
     *
     * @param args mean (0), std (1), generator (the default one)
     */
    @SafeVarargs
    public static Tensor normal_(Tensor tensor, Arg<? super Normal>... args) {
        return normal_(tensor, given(args, mean(0)).value(), given(args, std(1)).value(), source(args));
    }

    /**
     * Normal numbers.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public static Tensor normal_(Tensor x, double mean, double std, Arg<? super Draw>... args) {
        try (var _ = GradMode.set(false)) {
            return x.normal_(mean, std, source(args));
        }
    }

    /** {@code value} everywhere. */
    public static Tensor constant_(Tensor x, double value) {
        try (var _ = GradMode.set(false)) {
            return x.fill_(value);
        }
    }

    /** 1 everywhere. */
    public static Tensor ones_(Tensor x) {
        return constant_(x, 1);
    }

    /** 0 everywhere. */
    public static Tensor zeros_(Tensor x) {
        return constant_(x, 0);
    }

    /**
     * Even numbers in {@code [-b, b)}, {@code b = gain sqrt(6 / (fan in + fan out))}. Source: Glorot and Bengio, Understanding
     * the difficulty of training deep feedforward neural networks.
     *
     * @param x [out, in, ..]
     * @param args gain (1), generator (the default one)
     * @throws IllegalArgumentException if x has fewer than 2 dimensions
     */
    @SafeVarargs
    public static Tensor xavierUniform_(Tensor x, Arg<? super Xavier>... args) {
        double bound = Math.sqrt(3) * xavier("xavierUniform_", x, args);
        return uniform_(x, -bound, bound, source(args));
    }

    /**
     * Normal numbers of deviation {@code gain sqrt(2 / (fan in + fan out))}; see {@link #xavierUniform_}.
     *
     * @param x [out, in, ..]
     * @param args gain (1), generator (the default one)
     * @throws IllegalArgumentException if x has fewer than 2 dimensions
     */
    @SafeVarargs
    public static Tensor xavierNormal_(Tensor x, Arg<? super Xavier>... args) {
        return normal_(x, 0, xavier("xavierNormal_", x, args), source(args));
    }

    private static double xavier(String op, Tensor x, Arg<?>[] args) {
        double fans = fan(op, x, FanMode.FAN_IN) + fan(op, x, FanMode.FAN_OUT);
        return given(args, gain(1)).value() * Math.sqrt(2.0 / fans);
    }

    /**
     * Even numbers in {@code [-b, b)}, {@code b = gain sqrt(3 / fan)}. Source: He et al., Delving deep into rectifiers.
     *
     * @param x [out, in, ..]
     * @param args a (0): the slope of the LEAKY_RELU; mode (FAN_IN), nonlinearity (LEAKY_RELU), generator (the default one)
     * @throws IllegalArgumentException if x has fewer than 2 dimensions
     */
    @SafeVarargs
    public static Tensor kaimingUniform_(Tensor x, Arg<? super Kaiming>... args) {
        if (x.numel() == 0) return x;
        double bound = Math.sqrt(3) * kaiming("kaimingUniform_", x, args);
        return uniform_(x, -bound, bound, source(args));
    }

    /**
     * Normal numbers of deviation {@code gain / sqrt(fan)}; see {@link #kaimingUniform_}.
     *
     * @param x [out, in, ..]
     * @param args a (0): the slope of the LEAKY_RELU; mode (FAN_IN), nonlinearity (LEAKY_RELU), generator (the default one)
     * @throws IllegalArgumentException if x has fewer than 2 dimensions
     */
    @SafeVarargs
    public static Tensor kaimingNormal_(Tensor x, Arg<? super Kaiming>... args) {
        if (x.numel() == 0) return x;
        return normal_(x, 0, kaiming("kaimingNormal_", x, args), source(args));
    }

    private static double kaiming(String op, Tensor x, Arg<?>[] args) {
        long fan = fan(op, x, given(args, mode(FanMode.FAN_IN)));
        double gain = calculateGain(
                given(args, nonlinearity(Nonlinearity.LEAKY_RELU)),
                given(args, a(0)).value());
        return gain / Math.sqrt(fan);
    }

    /** The inputs of one output of a weight [out, in, ..], or the outputs that one input reaches. */
    static long fan(String op, Tensor x, FanMode mode) {
        if (x.dim() < 2)
            throw new IllegalArgumentException("%s: the tensor must have at least 2 dimensions, [out, in, ..], got %s"
                    .formatted(op, x.shape().text()));
        long places = 1;
        for (int d = 2; d < x.dim(); d++) places *= x.size(d);
        return places * x.size(mode == FanMode.FAN_IN ? 1 : 0);
    }

    /** The first values of linear layers and convolutions: even numbers in {@code [-b, b)}, {@code b = 1 / sqrt(fan in)}. */
    static void reset(Tensor weight, @Nullable Tensor bias) {
        kaimingUniform_(weight, a(Math.sqrt(5)));
        if (bias == null) return;
        long fan = fan("resetParameters", weight, FanMode.FAN_IN);
        double bound = fan > 0 ? 1 / Math.sqrt(fan) : 0;
        uniform_(bias, -bound, bound);
    }
}
