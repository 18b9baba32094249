package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.requiresGrad;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Guard;
import flambeau.kernel.Parallel;
import flambeau.memory.Scope;
import java.util.List;

/** Makes tensors: PyTorch's functions of the module {@code torch}, for a static import. */
public final class Tensors {
    private static volatile DType defaultDtype = DType.FLOAT32;

    private Tensors() {}

    /**
     * A tensor with the values of a number, or of an array of any depth: of {@code byte, short, int, long, float, double} or
     * {@code boolean}. Integers become int64 and doubles the default dtype, as Python's do; float stays float32, short int16,
     * byte int8.
     *
     * @param args dtype (by the data), requiresGrad (false)
     * @throws IllegalArgumentException if rows differ in length, or the data is something else
     */
    @SafeVarargs
    public static Tensor tensor(Object data, Arg<? super Takes.New>... args) {
        var dtype = given(args, Dtype.class);
        return wanting(JavaArrays.read(data, dtype == null ? null : dtype.value()), args);
    }

    /** A vector of the default dtype. */
    public static Tensor tensor(double first, double second, double... more) {
        var all = new double[more.length + 2];
        all[0] = first;
        all[1] = second;
        System.arraycopy(more, 0, all, 2, more.length);
        return tensor((Object) all);
    }

    /** A vector of int64. */
    public static Tensor tensor(long first, long second, long... more) {
        var all = new long[more.length + 2];
        all[0] = first;
        all[1] = second;
        System.arraycopy(more, 0, all, 2, more.length);
        return tensor((Object) all);
    }

    /** The sizes of a tensor, for functions that take options behind them. */
    public static Shape shape(int... sizes) {
        return Shape.of(sizes);
    }

    /** Zeros. */
    public static Tensor zeros(int... sizes) {
        return full(Shape.of(sizes), 0.0);
    }

    /**
     * Zeros.
     *
     * @param args dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor zeros(Shape shape, Arg<? super Takes.New>... args) {
        return filled(shape, 0.0, args);
    }

    /** Ones. */
    public static Tensor ones(int... sizes) {
        return full(Shape.of(sizes), 1.0);
    }

    /**
     * Ones.
     *
     * @param args dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor ones(Shape shape, Arg<? super Takes.New>... args) {
        return filled(shape, 1.0, args);
    }

    /**
     * All elements {@code value}; the dtype is int64 for an integer, else the default.
     *
     * @param args dtype (by the value), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor full(Shape shape, Number value, Arg<? super Takes.New>... args) {
        return filled(shape, value, args);
    }

    private static Tensor filled(Shape shape, Number value, Arg<?>[] args) {
        var dtype = given(args, Dtype.class);
        return wanting(filled(shape, value, dtype == null ? Promotion.of(value) : dtype.value()), args);
    }

    static Tensor filled(Shape shape, Number value, DType dtype) {
        var y = Array.empty(shape, dtype);
        if (value.doubleValue() == 0) y.zero();
        else flambeau.kernel.Kernels.copy(Compute.scalar(value, dtype), y);
        return new Tensor(y);
    }

    /** Any content, to be overwritten. */
    public static Tensor empty(int... sizes) {
        return empty(Shape.of(sizes));
    }

    /**
     * Any content, to be overwritten.
     *
     * @param args dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor empty(Shape shape, Arg<? super Takes.New>... args) {
        return fresh(shape, args);
    }

    /** Zeros of the shape and dtype of {@code x}. */
    public static Tensor zerosLike(Tensor x) {
        return filled(x.shape(), 0, x.dtype());
    }

    /** Ones of the shape and dtype of {@code x}. */
    public static Tensor onesLike(Tensor x) {
        return filled(x.shape(), 1, x.dtype());
    }

    /** The whole numbers {@code 0, 1, .. end - 1} as int64. */
    public static Tensor arange(long end) {
        return arange(0, end, 1);
    }

    /** The numbers {@code start, start + step, ..} below {@code end}; int64 if all three are integers. */
    @SafeVarargs
    public static Tensor arange(Number start, Number end, Number step, Arg<? super Takes.New>... args) {
        double a = start.doubleValue(), b = end.doubleValue(), s = step.doubleValue();
        Check.that(s != 0, "arange: the step must not be 0");
        Check.that(s > 0 ? b >= a : b <= a, "arange: the step %s does not lead from %s to %s", step, start, end);
        int n = Math.toIntExact((long) Math.ceil((b - a) / s));
        boolean floating = Promotion.isFloating(start) || Promotion.isFloating(end) || Promotion.isFloating(step);
        var values = new double[n];
        for (int i = 0; i < n; i++) values[i] = a + i * s;
        var given = given(args, Dtype.class);
        var dtype = given != null ? given.value() : floating ? getDefaultDtype() : DType.INT64;
        return wanting(JavaArrays.read(values, DType.FLOAT64).to(dtype), args);
    }

    /** {@code steps} numbers from {@code start} to {@code end}, both included. */
    public static Tensor linspace(double start, double end, int steps) {
        Check.that(steps >= 0, "linspace: the number of steps must not be negative, got %d", steps);
        var values = new double[steps];
        double step = steps > 1 ? (end - start) / (steps - 1) : 0;
        for (int i = 0; i < steps; i++) values[i] = i < steps / 2 ? start + step * i : end - step * (steps - 1 - i);
        return JavaArrays.read(values, DType.FLOAT64).to(getDefaultDtype());
    }

    /** The identity matrix of {@code n} rows. */
    public static Tensor eye(int n) {
        var y = zeros(n, n);
        for (int i = 0; i < n; i++) y.select(0, i).select(0, i).fill_(1);
        return y;
    }

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
        var y = fresh(shape, args);
        Draw.uniform(InPlace.generator(args), y.raw(), 0, 1);
        return y;
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
        var y = fresh(shape, args);
        Draw.normal(InPlace.generator(args), y.raw(), 0, 1);
        return y;
    }

    /**
     * Whole numbers in {@code [low, high)}.
     *
     * @param args generator (the default one), dtype (int64), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randint(long low, long high, Shape shape, Arg<? super Takes.NewRandom>... args) {
        Check.that(low < high, "randint: low (%d) must be below high (%d)", low, high);
        var dtype = given(args, Dtype.class);
        var y = Array.empty(shape, dtype == null ? DType.INT64 : dtype.value());
        Draw.integers(InPlace.generator(args), y, low, high);
        return wanting(new Tensor(y), args);
    }

    /**
     * The whole numbers {@code 0 .. n - 1} in random order.
     *
     * @param args generator (the default one), dtype (int64), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor randperm(int n, Arg<? super Takes.NewRandom>... args) {
        Check.that(n >= 0, "randperm: n must not be negative, got %d", n);
        var dtype = given(args, Dtype.class);
        var y = Array.empty(Shape.of(n), dtype == null ? DType.INT64 : dtype.value());
        Draw.permutation(InPlace.generator(args), y);
        return wanting(new Tensor(y), args);
    }

    private static Tensor fresh(Shape shape, Arg<?>[] args) {
        var given = given(args, Dtype.class);
        var dtype = given == null ? getDefaultDtype() : given.value();
        return wanting(new Tensor(Array.empty(shape, dtype)), args);
    }

    private static Tensor wanting(Tensor y, Arg<?>[] args) {
        return given(args, requiresGrad(false)).value() ? y.requiresGrad_() : y;
    }

    /** The tensors one behind the other along a dimension that they have. */
    public static Tensor cat(List<Tensor> tensors, int along) {
        return Joining.cat(tensors, along);
    }

    /** The tensors, all of one shape, along a new dimension. */
    public static Tensor stack(List<Tensor> tensors, int along) {
        return Joining.stack(tensors, along);
    }

    /** Elements of {@code a} where {@code condition} (bool) holds, else those of {@code b}. */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return a.where(condition, b);
    }

    /** One place of a dimension, for {@link Tensor#get(Index...)}. */
    public static Index at(int index) {
        return new Index.At(index);
    }

    /** The places from {@code start} to {@code stop}, exclusive. */
    public static Index slice(int start, int stop) {
        return new Index.Slice(start, stop, 1);
    }

    /** Every {@code step}-th place from {@code start} to {@code stop}, exclusive. */
    public static Index slice(int start, int stop, int step) {
        return new Index.Slice(start, stop, step);
    }

    /** All places of a dimension. */
    public static Index all() {
        return new Index.Slice(0, Integer.MAX_VALUE, 1);
    }

    /** All places of as many dimensions as the index does not name. */
    public static Index ellipsis() {
        return new Index.Ellipsis();
    }

    /** A new dimension of size 1. */
    public static Index newAxis() {
        return new Index.NewAxis();
    }

    /** Starts the default generator anew from a seed. */
    public static Generator manualSeed(long seed) {
        return Generator.getDefault().manualSeed(seed);
    }

    /** Operations are not recorded until the guard is closed: {@code try (var _ = noGrad()) { ... }}. */
    public static Guard noGrad() {
        return GradMode.set(false);
    }

    /** Operations are recorded until the guard is closed, also inside {@link #noGrad}. */
    public static Guard enableGrad() {
        return GradMode.set(true);
    }

    /** Whether operations of this thread are recorded. */
    public static boolean isGradEnabled() {
        return GradMode.isEnabled();
    }

    /**
     * Memory of tensors that are made inside returns at its end, but for leaves' gradients and what {@link Scope#keep} was
     * told: {@code try (var _ = scope()) { ... }}. Nothing needs this; it saves the last few per cent of a training loop.
     */
    public static Guard scope() {
        return Scope.open()::close;
    }

    /** The dtype of floating tensors for which none is given; at first float32. */
    public static DType getDefaultDtype() {
        return defaultDtype;
    }

    /** Sets the dtype of floating tensors for which none is given. */
    public static void setDefaultDtype(DType dtype) {
        Check.that(dtype.isFloatingPoint(), "setDefaultDtype: the dtype must be floating, got %s", dtype);
        defaultDtype = dtype;
    }

    /** Sets the number of threads that work on one operation. */
    public static void setNumThreads(int n) {
        Parallel.setThreads(n);
    }

    /** The number of threads that work on one operation. */
    public static int getNumThreads() {
        return Parallel.threads();
    }

    /** {@code value} as a whole number if it is one, so that it does not make integers floating. */
    static Number whole(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) return (long) value;
        return value;
    }
}
