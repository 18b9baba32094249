package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;

/** Tensors of random numbers. Every function takes a generator; the same seed draws what it draws in PyTorch. */
abstract sealed class RandomCreation extends Ranges permits RandomState {
    RandomCreation() {}

    /** Evenly distributed in [0, 1). */
    public static Tensor rand(int... size) {
        return rand(Shape.of(size));
    }

    /**
     * Evenly distributed in [0, 1).
     *
     * @param args generator (the default one), dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor rand(Shape size, Arg<? super Takes.NewRandom>... args) {
        var y = floating("rand", size, args);
        Draw.uniform(Generator.of(args), y.raw(), 0, 1);
        return y;
    }

    /**
     * Evenly distributed in [0, 1), of the shape and dtype of {@code input}.
     *
     * @param args generator (the default one), dtype (that of input), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randLike(Tensor input, Arg<? super Takes.NewRandom>... args) {
        var y = like(input, args);
        Draw.checkFloating("randLike", y.dtype());
        return wanting(y.uniform_(0, 1, Generator.of(args)), args);
    }

    /** Standard normal numbers. */
    public static Tensor randn(int... size) {
        return randn(Shape.of(size));
    }

    /**
     * Standard normal numbers.
     *
     * @param args generator (the default one), dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randn(Shape size, Arg<? super Takes.NewRandom>... args) {
        var y = floating("randn", size, args);
        Draw.normal(Generator.of(args), y.raw(), 0, 1, true);
        return y;
    }

    /**
     * Standard normal numbers, of the shape and dtype of {@code input}.
     *
     * @param args generator (the default one), dtype (that of input), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randnLike(Tensor input, Arg<? super Takes.NewRandom>... args) {
        var y = like(input, args);
        Draw.checkFloating("randnLike", y.dtype());
        return wanting(y.normal_(0, 1, Generator.of(args)), args);
    }

    /**
     * Whole numbers in {@code [low, high)}.
     *
     * @param args generator (the default one), dtype (int64), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randint(long low, long high, Shape size, Arg<? super Takes.NewRandom>... args) {
        var y = Array.empty(size, whole(args));
        Draw.integers(Generator.of(args), y, WholeRange.of("randint", y.dtype(), low, high));
        return wanting(new Tensor(y), args);
    }

    /**
     * Whole numbers in {@code [0, high)}.
     *
     * @param args generator (the default one), dtype (int64), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randint(long high, Shape size, Arg<? super Takes.NewRandom>... args) {
        return randint(0, high, size, args);
    }

    /**
     * Whole numbers in {@code [low, high)}, of the shape and dtype of {@code input}.
     *
     * @param args generator (the default one), dtype (that of input), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randintLike(Tensor input, long low, long high, Arg<? super Takes.NewRandom>... args) {
        return wanting(like(input, args).random_(low, high, Generator.of(args)), args);
    }

    /**
     * Whole numbers in {@code [0, high)}, of the shape and dtype of {@code input}.
     *
     * @param args generator (the default one), dtype (that of input), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randintLike(Tensor input, long high, Arg<? super Takes.NewRandom>... args) {
        return randintLike(input, 0, high, args);
    }

    /**
     * The whole numbers {@code 0 .. n - 1} in random order.
     *
     * @param args generator (the default one), dtype (int64), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randperm(int n, Arg<? super Takes.NewRandom>... args) {
        Check.that(n >= 0, "randperm: n must not be negative, got %d", n);
        var dtype = whole(args);
        Check.that(dtype != DType.BOOL, "randperm: the dtype must not be bool");
        long last = dtype.isFloatingPoint() ? 1L << WholeRange.digits(dtype) : WholeRange.most(dtype);
        Check.that(n - 1 <= last, "randperm: %s holds the whole numbers up to %d, got n = %d", dtype, last, n);
        var y = Array.empty(Shape.of(n), dtype);
        Draw.permutation(Generator.of(args), y);
        return wanting(new Tensor(y), args);
    }

    /**
     * Normally distributed numbers.
     *
     * @param args generator (the default one), dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor normal(double mean, double std, Shape size, Arg<? super Takes.NewRandom>... args) {
        checkDeviation(std);
        var y = floating("normal", size, args);
        Draw.normal(Generator.of(args), y.raw(), mean, std, true);
        return y;
    }

    /**
     * Normally distributed numbers, each with its own mean and standard deviation; both are broadcast. Their gradients are 0.
     *
     * @param mean whose dtype the result has
     * @param args generator (the default one)
     */
    @SafeVarargs
    public static Tensor normal(Tensor mean, Tensor std, Arg<? super Takes.Random>... args) {
        checkDeviation(std);
        var shape = Shape.broadcast("normal", mean.shape(), std.shape());
        var y = shape.equals(mean.shape()) ? like(mean) : new Tensor(Array.empty(shape, mean.dtype()));
        y.normal_(0, 1, Generator.of(args)).mul_(std.detach()).add_(mean.detach());
        return Op.of("Normal", 3, y)
                .wrt(mean, _ -> Tensors.zerosLike(mean))
                .wrt(std, _ -> Tensors.zerosLike(std))
                .result();
    }

    /**
     * Normally distributed numbers, each with its own mean, whose gradient is 0.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public static Tensor normal(Tensor mean, double std, Arg<? super Takes.Random>... args) {
        checkDeviation(std);
        var y = like(mean).normal_(0, std, Generator.of(args)).add_(mean.detach());
        return Op.of("Normal", 1, y).wrt(mean, Tensors::zerosLike).result();
    }

    /**
     * Normally distributed numbers, each with its own mean, whose gradient is 0.
     *
     * @param args std (1), generator (the default one)
     */
    @SafeVarargs
    public static Tensor normal(Tensor mean, Arg<? super Takes.NormalAround>... args) {
        return normal(mean, given(args, Args.std(1)).value(), Generator.of(args));
    }

    /**
     * Normally distributed numbers, each with its own standard deviation, whose gradient is 0.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public static Tensor normal(double mean, Tensor std, Arg<? super Takes.Random>... args) {
        checkDeviation(std);
        var y = like(std).normal_(0, 1, Generator.of(args)).mul_(std.detach()).add_(mean);
        return Op.of("Normal", 2, y).wrt(std, Tensors::zerosLike).result();
    }

    private static void checkDeviation(double std) {
        Check.that(std >= 0, "normal: the standard deviation must not be negative, got %s", std);
    }

    private static void checkDeviation(Tensor std) {
        Draw.checkFloating("normal", std.dtype());
        Check.that(std.detach().ge(0).all().isTrue(), "normal: a standard deviation must not be negative");
    }

    private static DType whole(Arg<?>[] args) {
        var given = given(args, Dtype.class);
        return given == null ? DType.INT64 : given.value();
    }

    private static Tensor floating(String op, Shape size, Arg<?>[] args) {
        var y = fresh(size, args);
        Draw.checkFloating(op, y.dtype());
        return y;
    }

    private static Tensor like(Tensor input, Arg<?>... args) {
        var given = given(args, Dtype.class);
        var dtype = given == null ? input.dtype() : given.value();
        return new Tensor(Array.empty(input.raw().layout().fresh(), dtype));
    }
}
