package flambeau.nn;

import static flambeau.args.Args.a;
import static flambeau.args.Args.b;
import static flambeau.args.Args.gain;
import static flambeau.args.Args.given;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.mean;
import static flambeau.args.Args.std;
import static flambeau.tensor.Tensors.empty;
import static flambeau.tensor.Tensors.emptyLike;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.randperm;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.where;

import flambeau.args.A;
import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.B;
import flambeau.args.Gain;
import flambeau.args.Groups;
import flambeau.args.Mean;
import flambeau.args.RandomSource;
import flambeau.args.Std;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.tensor.Generator;
import flambeau.tensor.Index;
import flambeau.tensor.Linalg;
import flambeau.tensor.Special;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;

/** First values with a structure: identities, orthogonal and sparse matrices, and normal numbers that are cut off. */
abstract sealed class Filling permits Init {
    /** Drawing: generator. */
    public interface Draw extends RandomSource.Taker {}

    /** Normal numbers that are cut off: mean, std, a, b, generator. */
    public interface Truncated extends Mean.Taker, Std.Taker, A.Taker, B.Taker, Draw {}

    /** An identity of convolutions: groups. */
    public interface Dirac extends Groups.Taker {}

    /** An orthogonal matrix: gain, generator. */
    public interface Orthogonal extends Gain.Taker, Draw {}

    /** A sparse matrix: std, generator. */
    public interface Sparse extends Std.Taker, Draw {}

    Filling() {}

    /**
     * Normal numbers, drawn again until they lie in {@code [a, b]}.
     *
     * @param args mean (0), std (1), a (-2), b (2), generator (the default one)
     * @throws IllegalArgumentException if std is not positive or a is greater than b
     */
    @SafeVarargs
    public static Tensor truncNormal_(Tensor tensor, Arg<? super Truncated>... args) {
        double mean = given(args, mean(0)).value(), std = given(args, std(1)).value();
        double low = given(args, a(-2)).value(), high = given(args, b(2)).value();
        if (!(std > 0)) throw refusal("truncNormal_: std must be positive, got %s", std);
        if (!(low <= high)) throw refusal("truncNormal_: a (%s) must not be greater than b (%s)", low, high);
        if (!tensor.dtype().isFloatingPoint())
            throw refusal("truncNormal_: the tensor must be floating, got %s", tensor.dtype());
        try (var _ = GradMode.set(false)) {
            double inside = cumulative((high - mean) / std) - cumulative((low - mean) / std);
            return inside > 0.3
                    ? redraw(tensor, mean, std, low, high, source(args))
                    : reject(tensor, mean, std, low, high, source(args));
        }
    }

    private static double cumulative(double x) {
        var at = full(Shape.SCALAR, x / Math.sqrt(2), Args.dtype(flambeau.array.DType.FLOAT64));
        return (1 + Special.erf(at).item().doubleValue()) / 2;
    }

    private static Tensor redraw(Tensor x, double mean, double std, double low, double high, RandomSource source) {
        double from = round(x, low), to = round(x, high);
        x.normal_(mean, std, source);
        while (true) {
            var outside = x.lt(from).logicalOr(x.gt(to));
            if (!outside.any().isTrue()) return x;
            x.copy_(where(outside, emptyLike(x).normal_(mean, std, source), x));
        }
    }

    private static double round(Tensor x, double value) {
        return full(Shape.SCALAR, value, Args.dtype(x.dtype())).item().doubleValue();
    }

    /** Where little of the distribution is inside: even numbers, each taken as often as the density at its place says. */
    private static Tensor reject(Tensor x, double mean, double std, double low, double high, RandomSource source) {
        double mode = Math.clamp(mean, low, high), z = (mode - mean) / std;
        double peak = -0.5 * z * z;
        x.uniform_(low, high, source);
        var pending = chance(x, source).gt(density(x, mean, std, peak));
        while (pending.any().isTrue()) {
            var candidates = emptyLike(x).uniform_(low, high, source);
            x.copy_(where(pending, candidates, x));
            pending = pending.logicalAnd(chance(x, source).gt(density(candidates, mean, std, peak)));
        }
        return x;
    }

    private static Tensor chance(Tensor x, RandomSource source) {
        return emptyLike(x).uniform_(0, 1, source).log_();
    }

    private static Tensor density(Tensor x, double mean, double std, double peak) {
        return x.sub(mean).div(std).pow(2).mul(-0.5).sub(peak);
    }

    /**
     * The identity matrix.
     *
     * @param tensor [n, m]
     * @throws IllegalArgumentException if the tensor has not 2 dimensions
     */
    public static Tensor eye_(Tensor tensor) {
        matrix("eye_", tensor);
        try (var _ = GradMode.set(false)) {
            tensor.zero_();
            tensor.diagonal().fill_(1);
            return tensor;
        }
    }

    /**
     * The weight of a convolution that leaves as many channels as it can as they are.
     *
     * @param tensor [out, in / groups, kernel ..]
     * @param args groups (1)
     * @throws IllegalArgumentException if the tensor has not 3, 4 or 5 dimensions, or groups do not divide the first
     */
    @SafeVarargs
    public static Tensor dirac_(Tensor tensor, Arg<? super Dirac>... args) {
        int groups = given(args, groups(1)).value();
        if (tensor.dim() < 3 || tensor.dim() > 5)
            throw refusal(
                    "dirac_: the tensor must have 3, 4 or 5 dimensions, got %s",
                    tensor.shape().text());
        if (groups < 1 || tensor.size(0) % groups != 0)
            throw refusal("dirac_: dimension 0 (%s) must be divisible by groups (%s)", tensor.size(0), groups);
        int each = tensor.size(0) / groups;
        var place = new Index[tensor.dim()];
        for (int d = 2; d < place.length; d++) place[d] = flambeau.tensor.Tensors.at(tensor.size(d) / 2);
        try (var _ = GradMode.set(false)) {
            tensor.zero_();
            if (Arrays.stream(tensor.shape().sizes()).anyMatch(s -> s == 0)) return tensor;
            for (int g = 0; g < groups; g++)
                for (int c = 0; c < Math.min(each, tensor.size(1)); c++) {
                    place[0] = flambeau.tensor.Tensors.at(g * each + c);
                    place[1] = flambeau.tensor.Tensors.at(c);
                    tensor.get(place).fill_(1);
                }
            return tensor;
        }
    }

    /**
     * A matrix with orthogonal rows or columns, times {@code gain}. Source: Saxe et al., Exact solutions to the nonlinear
     * dynamics of learning in deep linear neural networks.
     *
     * @param tensor [n, ..]: the dimensions after the first count as one
     * @param args gain (1), generator (the default one)
     * @throws IllegalArgumentException if the tensor has fewer than 2 dimensions
     */
    @SafeVarargs
    public static Tensor orthogonal_(Tensor tensor, Arg<? super Orthogonal>... args) {
        if (tensor.dim() < 2)
            throw refusal(
                    "orthogonal_: the tensor must have at least 2 dimensions, got %s",
                    tensor.shape().text());
        if (tensor.numel() == 0) return tensor;
        int rows = tensor.size(0), columns = Math.toIntExact(tensor.numel() / rows);
        try (var _ = GradMode.set(false)) {
            var drawn = empty(shape(rows, columns), Args.dtype(tensor.dtype())).normal_(0, 1, source(args));
            var qr = Linalg.qr(rows < columns ? drawn.t() : drawn);
            var q = qr.q().mul(qr.r().diagonal().sign());
            tensor.copy_((rows < columns ? q.t() : q).reshape(tensor.shape()));
            return tensor.mul_(given(args, gain(1)).value());
        }
    }

    /**
     * Normal numbers of which a share in each column, rounded up, is 0. Source: Martens, Deep learning via Hessian-free
     * optimization.
     *
     * <p>Unlike PyTorch, a given generator also chooses the places of the zeros.
     *
     * @param tensor [n, m]
     * @param sparsity the share of zeros, in [0, 1]
     * @param args std (0.01), generator (the default one)
     * @throws IllegalArgumentException if the tensor has not 2 dimensions, or the share is none
     */
    @SafeVarargs
    public static Tensor sparse_(Tensor tensor, double sparsity, Arg<? super Sparse>... args) {
        matrix("sparse_", tensor);
        if (!(sparsity >= 0 && sparsity <= 1)) throw refusal("sparse_: sparsity must be in [0, 1], got %s", sparsity);
        int rows = tensor.size(0), zeros = (int) Math.ceil(sparsity * rows);
        try (var _ = GradMode.set(false)) {
            tensor.normal_(0, given(args, std(0.01)).value(), source(args));
            for (int j = 0; j < tensor.size(1); j++)
                tensor.select(1, j).indexFill_(0, randperm(rows, source(args)).narrow(0, 0, zeros), 0);
            return tensor;
        }
    }

    private static void matrix(String op, Tensor x) {
        if (x.dim() != 2)
            throw refusal(
                    "%s: the tensor must have 2 dimensions, got %s",
                    op, x.shape().text());
    }

    static IllegalArgumentException refusal(String text, Object... values) {
        return new IllegalArgumentException(String.format(Locale.ROOT, text, values));
    }

    static RandomSource source(Arg<?>[] args) {
        var given = given(args, RandomSource.class);
        return Args.generator(given == null ? Generator.getDefault() : given);
    }
}
