package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.assertSame;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.reference.ReferenceProvider;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** What every provider of elementwise functions does with types other than float32; that it takes all of them only {@link #takesAll} says. */
public abstract class TypesContract {
    private static final EnumSet<Unary> UNARY = EnumSet.allOf(Unary.class);
    private static final EnumSet<Unary> WHOLE = EnumSet.of(
            Unary.ABS,
            Unary.CEIL,
            Unary.FLOOR,
            Unary.NEG,
            Unary.RELU,
            Unary.ROUND,
            Unary.SIGN,
            Unary.SQUARE,
            Unary.TRUNC);
    private static final EnumSet<Binary> SLOW =
            EnumSet.of(Binary.IGAMMA, Binary.IGAMMAC, Binary.POLYGAMMA, Binary.ZETA);
    private static final int[] SIZES = {0, 1, 3, 8, 17, 63, 64, 65, 129, 1024, 1025, 2049, 5000};

    private final Samples samples = new Samples(3);
    private final Pointwise truth = new ReferenceProvider().pointwise();

    /** Whose kernels are tested. */
    protected abstract Pointwise kernel();

    /** Whether the provider declines nothing. */
    protected abstract boolean takesAll();

    private static double unit(DType dtype) {
        return switch (dtype) {
            case FLOAT16 -> 0x1p-10;
            case BFLOAT16 -> 0x1p-7;
            case FLOAT32 -> 3 * 0x1p-23;
            case FLOAT64 -> 4 * 0x1p-52;
            default -> 0;
        };
    }

    /** Below the normal range a unit is this large, or twice. */
    private static double tiny(DType dtype) {
        return switch (dtype) {
            case FLOAT16 -> 6e-8;
            case BFLOAT16 -> 1e-40;
            case FLOAT32 -> 2e-45;
            default -> 0;
        };
    }

    private void check(Unary op, Array x, Layout layout) {
        var result = op.isPredicate() ? DType.BOOL : x.dtype();
        Array expected = zeros(layout, result), actual = zeros(layout, result);
        var what = op + " of " + x.dtype() + " " + x.layout();
        boolean taken = kernel().unary(op, x, actual);
        assertTrue(taken || !takesAll(), what);
        if (!taken) return;
        truth.unary(op, x, expected);
        double smallest = op == Unary.SIGMOID ? 1e-37 : tiny(x.dtype()); // below the normal range sigmoid is 0
        assertClose(expected, actual, unit(x.dtype()), smallest, what);
    }

    private void check(Binary op, Array a, Array b, Layout layout) {
        var result = op.isPredicate() ? DType.BOOL : a.dtype();
        Array expected = zeros(layout, result), actual = zeros(layout, result);
        var what = op + " of " + a.dtype() + " " + a.layout() + ", " + b.layout();
        boolean taken = kernel().binary(op, a, b, actual);
        assertTrue(taken || !takesAll(), what);
        if (!taken) return;
        truth.binary(op, a, b, expected);
        boolean cancels = op == Binary.SIGMOID_GRAD || op == Binary.TANH_GRAD; // 1 - b b is rounded on the way
        assertClose(expected, actual, unit(a.dtype()), cancels ? 1e-6 : tiny(a.dtype()), what);
    }

    private static boolean isFloating(Binary op) {
        var whole = EnumSet.of(Binary.FMAX, Binary.FMIN, Binary.HEAVISIDE);
        boolean special = op.compareTo(Binary.COPYSIGN) >= 0 && op.compareTo(Binary.ZETA) <= 0 && !whole.contains(op);
        return special || op == Binary.ATAN2 || op == Binary.SIGMOID_GRAD || op == Binary.TANH_GRAD;
    }

    private static boolean divides(Binary op) {
        return EnumSet.of(Binary.DIV, Binary.FLOOR_DIV, Binary.REMAINDER, Binary.TRUNC_DIV, Binary.FMOD)
                .contains(op);
    }

    @Test
    void unaryFunctionsOfAllTypesAndSizes() {
        for (var dtype : DType.values())
            for (int n : SIZES) {
                var x = dtype.isFloatingPoint() ? samples.odd(dtype, n) : samples.whole(dtype, -300, 300, n);
                for (var op : UNARY) if (isDefined(op, dtype)) check(op, x, x.layout());
            }
    }

    private static boolean isDefined(Unary op, DType dtype) {
        return dtype.isFloatingPoint() || op.isPredicate() || WHOLE.contains(op);
    }

    @Test
    void binaryFunctionsOfAllTypesAndSizes() {
        for (var dtype : DType.values())
            for (var op : Binary.values()) {
                if (!dtype.isFloatingPoint() && isFloating(op) || SLOW.contains(op)) continue;
                boolean limited = op == Binary.SIGMOID_GRAD || op == Binary.TANH_GRAD;
                int low = divides(op) ? 1 : dtype == DType.BOOL ? 0 : -300;
                for (int n : SIZES) {
                    Array a = limited ? samples.positive(dtype, n) : any(dtype, low, n);
                    Array b = limited ? samples.positive(dtype, n) : any(dtype, low, n);
                    check(op, a, b, a.layout());
                    if (n > 0) {
                        var one = limited ? samples.positive(dtype, 1) : samples.whole(dtype, 1, 100, 1);
                        check(op, a, one, a.layout());
                    }
                }
            }
    }

    @Test
    void remaindersNextToZero() {
        for (var dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            var row = Layout.contiguous(Shape.of(3000));
            int[] i = {-1500}, j = {0};
            var a = Samples.fill(row, dtype, () -> 0.1 * i[0]++);
            var multiples = Samples.fill(row, dtype, () -> j[0]++ % 2 == 0 ? 0.1 : -0.3);
            for (var op : new Binary[] {Binary.REMAINDER, Binary.FMOD, Binary.FLOOR_DIV}) check(op, a, multiples, row);
        }
    }

    @Test
    void functionsOfThree() {
        for (var dtype : new DType[] {DType.FLOAT32, DType.FLOAT64})
            for (var op : Ternary.values())
                for (int n : SIZES) {
                    Array a = samples.positive(dtype, n),
                            b = samples.positive(dtype, n),
                            c = samples.positive(dtype, n);
                    check(op, a, b, c, a.layout());
                    check(op, a, samples.positive(dtype, 1), samples.positive(dtype, 1), a.layout());
                    if (n > 0) check(op, samples.positive(dtype, 1), b, c, a.layout());
                    if (op == Ternary.CLAMP || op == Ternary.NAN_TO_NUM)
                        check(op, samples.odd(dtype, n), b, c, a.layout());
                }
        for (var op : Ternary.values())
            for (var in : Samples.layouts(3, 70, 5))
                check(op, samples.normal(in), samples.normal(70, 1), samples.normal(5), in);
    }

    private void check(Ternary op, Array a, Array b, Array c, Layout layout) {
        Array expected = zeros(layout, a.dtype()), actual = zeros(layout, a.dtype());
        boolean taken = kernel().ternary(op, 0.7, a, b, c, actual);
        assertTrue(taken || !takesAll(), op.toString());
        if (!taken) return;
        truth.ternary(op, 0.7, a, b, c, expected);
        double rounded = a.dtype() == DType.FLOAT32 ? 2e-6 : 1e-14; // of terms that cancel
        assertClose(expected, actual, unit(a.dtype()), rounded, op + " of " + a.layout());
    }

    @Test
    void copiesInReverseOrder() {
        for (var dtype : DType.values())
            for (int n : new int[] {1, 2, 7, 8, 9, 64, 1001}) {
                var x = samples.whole(dtype, 0, 100, n);
                var back = x.as(new Layout(x.shape(), new long[] {-1}, n - 1));
                Array expected = zeros(x.layout(), dtype), actual = zeros(x.layout(), dtype);
                truth.copy(back, expected);
                if (kernel().copy(back, actual)) assertSame(expected, actual, n + " of " + dtype);
            }
    }

    private Array any(DType dtype, int low, int n) {
        return dtype.isFloatingPoint()
                ? samples.odd(dtype, n)
                : samples.whole(dtype, low, dtype == DType.BOOL ? 2 : 120, n);
    }

    @Test
    void viewsOfAllTypes() {
        for (var dtype : DType.values())
            for (var op : new Binary[] {Binary.ADD, Binary.MAX, Binary.LT})
                for (var left : Samples.layouts(3, 70, 5))
                    for (var right : Samples.layouts(3, 70, 5)) {
                        Array a = samples.whole(dtype, 0, 100, left), b = samples.whole(dtype, 0, 100, right);
                        check(op, a, b, left);
                        check(Unary.SQUARE, a, right);
                        check(op, a, samples.whole(dtype, 0, 100, 5), right);
                        check(op, samples.whole(dtype, 0, 100, 70, 1), b, left);
                    }
    }

    @Test
    void largeArraysOfAllTypes() {
        for (var dtype : DType.values()) {
            Array a = samples.whole(dtype, 0, 100, 100_003), b = samples.whole(dtype, 0, 100, 100_003);
            for (var op : new Binary[] {Binary.ADD, Binary.MUL, Binary.GE}) {
                check(op, a, b, a.layout());
                check(op, a, samples.whole(dtype, 0, 100, 1), a.layout());
            }
            check(Unary.SQUARE, a, a.layout());
        }
        for (int m : new int[] {7, 600})
            check(
                    Binary.ADD,
                    samples.whole(DType.INT64, 0, 100, 300, m),
                    samples.whole(DType.INT64, 0, 100, m),
                    Layout.contiguous(Shape.of(300, m)));
    }

    @Test
    void whereOfAllTypes() {
        for (var dtype : DType.values())
            for (int n : SIZES) {
                Array c = samples.whole(DType.BOOL, 0, 2, n), a = samples.whole(dtype, 0, 100, n);
                for (var b : new Array[] {samples.whole(dtype, 0, 100, n), samples.whole(dtype, 0, 100, 1)}) {
                    check(c, a, b);
                    check(c, b, a);
                    check(samples.whole(DType.BOOL, 0, 2, 1), a, b);
                }
            }
    }

    private void check(Array c, Array a, Array b) {
        var layout = a.count() > b.count() ? a.layout() : b.layout();
        Array expected = zeros(layout, a.dtype()), actual = zeros(layout, a.dtype());
        if (layout.shape().count() != c.count() && c.count() != 1) return;
        if (!kernel().where(c, a, b, actual)) return;
        truth.where(c, a, b, expected);
        assertSame(expected, actual, "where of " + a.dtype() + " " + layout);
    }

    @Test
    void integersWrap() {
        for (var dtype : new DType[] {DType.UINT8, DType.INT8, DType.INT16, DType.INT32, DType.INT64}) {
            var next = new int[1];
            long low = Long.MIN_VALUE >> 64 - 8 * dtype.bytes();
            var values = new double[] {low, low + 1.0, -1, 0, 1, -(low + 1.0)};
            var a = Samples.fill(Layout.contiguous(Shape.of(100)), dtype, () -> values[next[0]++ % 6]);
            var b = Samples.fill(Layout.contiguous(Shape.of(100)), dtype, () -> values[next[0]++ / 6 % 6]);
            for (var op : Binary.values())
                if (!isFloating(op) && !divides(op) && op != Binary.LCM) check(op, a, b, a.layout());
            for (var op : new Unary[] {Unary.ABS, Unary.NEG, Unary.SIGN, Unary.SQUARE, Unary.NOT})
                check(op, a, a.layout());
        }
    }

    @Test
    void functionsOfAllMagnitudes() {
        double[] power = {1e-320};
        var x = Samples.fill(Layout.contiguous(Shape.of(20_000)), DType.FLOAT64, () -> power[0] = power[0] * -1.075);
        for (var op : UNARY) check(op, x, x.layout());
        var near =
                Samples.fill(Layout.contiguous(Shape.of(20_000)), DType.FLOAT64, () -> power[0]++ % 1000 * 0.0371 - 18);
        power[0] = 0;
        for (var op : UNARY) check(op, near, near.layout());
    }
}
