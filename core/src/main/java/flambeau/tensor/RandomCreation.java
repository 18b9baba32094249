package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;

/** Tensors of random numbers. Every function takes a generator; the same seed draws what it draws in PyTorch. */
abstract sealed class RandomCreation extends Creation permits NumberFirst {
    RandomCreation() {}

    /** Evenly distributed in [0, 1). */
    public static Tensor rand(int... sizes) {
        return rand(Shape.of(sizes));
    }

    /**
     * Evenly distributed in [0, 1).
     *
     * @param args generator (the default one), dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor rand(Shape shape, Arg<? super Takes.NewRandom>... args) {
        var y = floating("rand", shape, args);
        Draw.uniform(Generator.of(args), y.raw(), 0, 1);
        return y;
    }

    /**
     * Evenly distributed in [0, 1), of the shape and dtype of {@code x}.
     *
     * @param args generator (the default one), dtype (that of x), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randLike(Tensor x, Arg<? super Takes.NewRandom>... args) {
        var y = like("randLike", x, args);
        return wanting(y.uniform_(0, 1, Generator.of(args)), args);
    }

    /** Standard normal numbers. */
    public static Tensor randn(int... sizes) {
        return randn(Shape.of(sizes));
    }

    /**
     * Standard normal numbers.
     *
     * @param args generator (the default one), dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randn(Shape shape, Arg<? super Takes.NewRandom>... args) {
        var y = floating("randn", shape, args);
        Draw.normal(Generator.of(args), y.raw(), 0, 1, true);
        return y;
    }

    /**
     * Standard normal numbers, of the shape and dtype of {@code x}.
     *
     * @param args generator (the default one), dtype (that of x), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randnLike(Tensor x, Arg<? super Takes.NewRandom>... args) {
        var y = like("randnLike", x, args);
        return wanting(y.normal_(0, 1, Generator.of(args)), args);
    }

    /**
     * Whole numbers in {@code [low, high)}.
     *
     * @param args generator (the default one), dtype (int64), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randint(long low, long high, Shape shape, Arg<? super Takes.NewRandom>... args) {
        Check.that(low < high, "randint: low (%d) must be below high (%d)", low, high);
        var y = Array.empty(shape, whole(args));
        Draw.checkRange("randint", y.dtype(), low, high);
        Draw.integers(Generator.of(args), y, low, high);
        return wanting(new Tensor(y), args);
    }

    /**
     * Whole numbers in {@code [0, high)}.
     *
     * @param args generator (the default one), dtype (int64), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randint(long high, Shape shape, Arg<? super Takes.NewRandom>... args) {
        return randint(0, high, shape, args);
    }

    /**
     * The whole numbers {@code 0 .. n - 1} in random order.
     *
     * @param args generator (the default one), dtype (int64), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randperm(int n, Arg<? super Takes.NewRandom>... args) {
        Check.that(n >= 0, "randperm: n must not be negative, got %d", n);
        var y = Array.empty(Shape.of(n), whole(args));
        Draw.permutation(Generator.of(args), y);
        return wanting(new Tensor(y), args);
    }

    /**
     * Normally distributed numbers.
     *
     * @param args generator (the default one), dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor normal(double mean, double std, Shape shape, Arg<? super Takes.NewRandom>... args) {
        Check.that(std >= 0, "normal: the standard deviation must not be negative, got %s", std);
        var y = floating("normal", shape, args);
        Draw.normal(Generator.of(args), y.raw(), mean, std, true);
        return y;
    }

    /**
     * Normally distributed numbers, each with its own mean and standard deviation; both are broadcast.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public static Tensor normal(Tensor mean, Tensor std, Arg<? super Takes.Random>... args) {
        Check.that(std.count() == 0 || !std.lt(0).any().isTrue(), "normal: a standard deviation must not be negative");
        var shape = Shape.broadcast("normal", mean.shape(), std.shape());
        var y = new Tensor(Array.empty(shape, Promotion.of(mean, std)));
        return y.normal_(0, 1, Generator.of(args)).mul_(std.detach()).add_(mean.detach());
    }

    private static DType whole(Arg<?>[] args) {
        var given = given(args, Dtype.class);
        return given == null ? DType.INT64 : given.value();
    }

    private static Tensor floating(String op, Shape shape, Arg<?>[] args) {
        var y = fresh(shape, args);
        Draw.checkFloating(op, y.dtype());
        return y;
    }

    private static Tensor like(String op, Tensor x, Arg<?>[] args) {
        var given = given(args, Dtype.class);
        var dtype = given == null ? x.dtype() : given.value();
        Draw.checkFloating(op, dtype);
        return new Tensor(Array.empty(x.raw().layout().fresh(), dtype));
    }

    /** Starts the default generator anew from a seed. */
    public static Generator manualSeed(long seed) {
        return Generator.getDefault().manualSeed(seed);
    }
}
