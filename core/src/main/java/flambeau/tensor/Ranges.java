package flambeau.tensor;

import static flambeau.args.Args.base;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Shape;
import java.lang.ref.Reference;
import java.util.function.IntToDoubleFunction;

/** Numbers at equal distances. */
abstract sealed class Ranges extends Likewise permits RandomCreation {
    Ranges() {}

    /** The whole numbers {@code 0, 1, .. end - 1} as int64. */
    public static Tensor arange(long end) {
        return arange(0, end, 1);
    }

    /**
     * The numbers {@code 0, 1, ..} below {@code end}.
     *
     * @param args dtype (int64 if end is an integer, else the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor arange(Number end, Arg<? super Takes.New>... args) {
        return arange(0, end, 1, args);
    }

    /**
     * The numbers {@code start, start + 1, ..} below {@code end}.
     *
     * @param args dtype (int64 if both are integers, else the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor arange(Number start, Number end, Arg<? super Takes.New>... args) {
        return arange(start, end, 1, args);
    }

    /**
     * The numbers {@code start, start + step, ..} below {@code end}, or above it if the step is negative.
     *
     * @param args dtype (int64 if all three are integers, else the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor arange(Number start, Number end, Number step, Arg<? super Takes.New>... args) {
        boolean whole = !Promotion.isFloating(start) && !Promotion.isFloating(end) && !Promotion.isFloating(step);
        var given = given(args, Dtype.class);
        var dtype = given != null ? given.value() : whole ? DType.INT64 : getDefaultDtype();
        Check.that(dtype != DType.BOOL, "arange: the dtype must not be bool");
        whole |= !dtype.isFloatingPoint(); // PyTorch cuts fractions off first
        double a = whole ? start.longValue() : start.doubleValue(), b = whole ? end.longValue() : end.doubleValue();
        double s = whole ? step.longValue() : step.doubleValue();
        Check.that(s != 0, "arange: the step must not be 0");
        Check.that(Double.isFinite(a) && Double.isFinite(b), "arange: %s to %s is no finite range", start, end);
        Check.that(s > 0 ? b >= a : b <= a, "arange: the step %s does not lead from %s to %s", step, start, end);
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

    /**
     * {@code steps} numbers from {@code start} to {@code end}, both included.
     *
     * @param args dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor linspace(Number start, Number end, int steps, Arg<? super Takes.New>... args) {
        var dtype = checked("linspace", steps, args);
        return wanting(spaced(steps, dtype, between(dtype, start, end, steps)), args);
    }

    /** Like {@link #linspace(Number, Number, int, Arg...)}, with tensors without dimensions. */
    @SafeVarargs
    public static Tensor linspace(Tensor start, Tensor end, int steps, Arg<? super Takes.New>... args) {
        return linspace(bound("linspace", start), bound("linspace", end), steps, args);
    }

    /** Like {@link #linspace(Number, Number, int, Arg...)}, with a tensor without dimensions. */
    @SafeVarargs
    public static Tensor linspace(Tensor start, Number end, int steps, Arg<? super Takes.New>... args) {
        return linspace(bound("linspace", start), end, steps, args);
    }

    /** Like {@link #linspace(Number, Number, int, Arg...)}, with a tensor without dimensions. */
    @SafeVarargs
    public static Tensor linspace(Number start, Tensor end, int steps, Arg<? super Takes.New>... args) {
        return linspace(start, bound("linspace", end), steps, args);
    }

    /**
     * {@code base^e} for {@code steps} exponents e from {@code start} to {@code end}, both included.
     *
     * @param args base (10), dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor logspace(Number start, Number end, int steps, Arg<? super Takes.Logspace>... args) {
        var dtype = checked("logspace", steps, args);
        double b = given(args, base(10)).value();
        var exponent = between(dtype == DType.FLOAT32 ? DType.FLOAT64 : dtype, start, end, steps);
        return wanting(spaced(steps, dtype, i -> Math.pow(b, exponent.applyAsDouble(i))), args);
    }

    /** Like {@link #logspace(Number, Number, int, Arg...)}, with tensors without dimensions. */
    @SafeVarargs
    public static Tensor logspace(Tensor start, Tensor end, int steps, Arg<? super Takes.Logspace>... args) {
        return logspace(bound("logspace", start), bound("logspace", end), steps, args);
    }

    /** Like {@link #logspace(Number, Number, int, Arg...)}, with a tensor without dimensions. */
    @SafeVarargs
    public static Tensor logspace(Tensor start, Number end, int steps, Arg<? super Takes.Logspace>... args) {
        return logspace(bound("logspace", start), end, steps, args);
    }

    /** Like {@link #logspace(Number, Number, int, Arg...)}, with a tensor without dimensions. */
    @SafeVarargs
    public static Tensor logspace(Number start, Tensor end, int steps, Arg<? super Takes.Logspace>... args) {
        return logspace(start, bound("logspace", end), steps, args);
    }

    private static Number bound(String op, Tensor x) {
        Check.that(x.dim() == 0, "%s: a bound must have no dimensions, got %s", op, x.shape());
        return x.item();
    }

    private static DType checked(String op, int steps, Arg<?>[] args) {
        Check.that(steps >= 0, "%s: the number of steps must not be negative, got %d", op, steps);
        var dtype = dtype(args, getDefaultDtype());
        Check.that(dtype != DType.BOOL, "%s: the dtype must not be bool", op);
        return dtype;
    }

    /** Counted from the nearer end, in float32 where the result is that, as PyTorch does. */
    private static IntToDoubleFunction between(DType dtype, Number start, Number end, int steps) {
        boolean whole = !dtype.isFloatingPoint();
        double a = whole ? start.longValue() : start.doubleValue(), b = whole ? end.longValue() : end.doubleValue();
        if (dtype == DType.FLOAT32) {
            float first = (float) a, last = (float) b, by = steps > 1 ? (last - first) / (steps - 1) : 0;
            return i -> i < steps / 2 || steps == 1 ? first + by * i : last - by * (steps - 1 - i);
        }
        double by = steps > 1 ? (b - a) / (steps - 1) : 0;
        return i -> i < steps / 2 || steps == 1 ? a + by * i : b - by * (steps - 1 - i);
    }

    private static Tensor spaced(int steps, DType dtype, IntToDoubleFunction f) {
        var y = Array.empty(Shape.of(steps), dtype);
        for (int i = 0; i < steps; i++)
            Element.setDouble(dtype, y.address() + (long) i * dtype.bytes(), f.applyAsDouble(i));
        Reference.reachabilityFence(y);
        return new Tensor(y);
    }
}
