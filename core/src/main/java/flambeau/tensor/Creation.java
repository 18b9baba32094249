package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.requiresGrad;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Shape;
import flambeau.kernel.Kernels;
import java.lang.ref.Reference;

/** Tensors of given values. */
abstract sealed class Creation permits RandomCreation {
    private static volatile DType defaultDtype = DType.FLOAT32;

    Creation() {}

    /**
     * A tensor with the values of a number, of an array or list of any depth, a stream or a buffer: of {@code byte, short, int,
     * long, float, double} or {@code boolean}. Integers become int64 and doubles the default dtype, as Python's do; float stays
     * float32, short int16, byte int8. The values are copied.
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
        boolean zero = Double.doubleToRawLongBits(value.doubleValue()) == 0; // and not -0.0
        if (zero) y.zero();
        else Kernels.copy(Compute.scalar(value, dtype), y);
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
        boolean whole = !Promotion.isFloating(start) && !Promotion.isFloating(end) && !Promotion.isFloating(step);
        var given = given(args, Dtype.class);
        var dtype = given != null ? given.value() : whole ? DType.INT64 : getDefaultDtype();
        double n = whole ? steps(start.longValue(), end.longValue(), step.longValue()) : Math.ceil((b - a) / s);
        Check.that(n <= Integer.MAX_VALUE, "arange: %s numbers are too many", n);
        var y = Array.empty(Shape.of((int) n), dtype);
        long at = y.address(), first = start.longValue(), by = step.longValue();
        for (int i = 0; i < (int) n; i++, at += dtype.bytes()) {
            if (whole) Element.setLong(dtype, at, first + i * by);
            else Element.setDouble(dtype, at, a + i * s);
        }
        Reference.reachabilityFence(y);
        return wanting(new Tensor(y), args);
    }

    /** The number of steps, without rounding; distances are unsigned. */
    private static long steps(long start, long end, long step) {
        if (start == end) return 0;
        long distance = step > 0 ? end - start : start - end;
        long n = Long.divideUnsigned(distance - 1, Math.abs(step));
        return n < 0 || n == Long.MAX_VALUE ? Long.MAX_VALUE : n + 1;
    }

    /** {@code steps} numbers from {@code start} to {@code end}, both included. */
    public static Tensor linspace(double start, double end, int steps) {
        Check.that(steps >= 0, "linspace: the number of steps must not be negative, got %d", steps);
        var values = new double[steps];
        double step = steps > 1 ? (end - start) / (steps - 1) : 0;
        for (int i = 0; i < steps; i++)
            values[i] = i < steps / 2 || steps == 1 ? start + step * i : end - step * (steps - 1 - i);
        return JavaArrays.read(values, getDefaultDtype());
    }

    /** The identity matrix of {@code n} rows. */
    public static Tensor eye(int n) {
        var y = zeros(n, n);
        new Tensor(y.raw().as(new flambeau.array.Layout(Shape.of(n), new long[] {n + 1}, 0))).fill_(1);
        return y;
    }

    static Tensor fresh(Shape shape, Arg<?>[] args) {
        var given = given(args, Dtype.class);
        var dtype = given == null ? getDefaultDtype() : given.value();
        return wanting(new Tensor(Array.empty(shape, dtype)), args);
    }

    static Tensor wanting(Tensor y, Arg<?>[] args) {
        return given(args, requiresGrad(false)).value() ? y.requiresGrad_() : y;
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
}
