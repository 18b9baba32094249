package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.requiresGrad;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** Tensors of given values. */
abstract sealed class Creation permits Likewise {
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
        if (data instanceof Tensor x) return wanting(copied(x, dtype), args);
        return wanting(JavaArrays.read(data, dtype == null ? null : dtype.value()), args);
    }

    private static Tensor copied(Tensor x, @Nullable Dtype dtype) {
        return x.unrecorded().clone().plain(dtype == null ? x.dtype() : dtype.value());
    }

    /**
     * Like {@link #tensor(Object, Arg...)}; but a tensor is itself, or converted if it has another dtype.
     *
     * @param args dtype (by the data)
     */
    @SafeVarargs
    public static Tensor asTensor(Object data, Arg<? super Takes.New>... args) {
        if (!(data instanceof Tensor x)) return tensor(data, args);
        var dtype = given(args, Dtype.class);
        return dtype == null ? x : x.to(dtype.value());
    }

    /**
     * A number as a tensor without dimensions.
     *
     * @param args dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor scalarTensor(Number s, Arg<? super Takes.New>... args) {
        var dtype = given(args, Dtype.class);
        return wanting(filled(Shape.SCALAR, s, dtype == null ? getDefaultDtype() : dtype.value()), args);
    }

    /** Like {@link #scalarTensor(Number, Arg...)}, of 0 or 1. */
    @SafeVarargs
    public static Tensor scalarTensor(boolean s, Arg<? super Takes.New>... args) {
        return scalarTensor(s ? 1 : 0, args);
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

    /** A vector of bool. */
    public static Tensor tensor(boolean first, boolean second, boolean... more) {
        var all = new boolean[more.length + 2];
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

    /** Like {@link #full(Shape, Number, Arg...)}; the dtype is bool. */
    @SafeVarargs
    public static Tensor full(Shape shape, boolean value, Arg<? super Takes.New>... args) {
        var dtype = given(args, Dtype.class);
        return wanting(filled(shape, value ? 1 : 0, dtype == null ? DType.BOOL : dtype.value()), args);
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
