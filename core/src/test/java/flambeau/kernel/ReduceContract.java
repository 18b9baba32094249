package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.assertSame;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Reduce.Op;
import flambeau.kernel.reference.ReferenceProvider;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every provider of reductions does. */
public abstract class ReduceContract {
    private final Samples samples = new Samples(2);
    private final Reduce truth = new ReferenceProvider().reduce();

    /** Whose kernels are tested. */
    protected abstract Reduce kernel();

    /** The reductions that the provider takes for large contiguous float32 arrays. */
    protected Set<Op> ops() {
        return EnumSet.of(Op.SUM, Op.MAX, Op.MIN);
    }

    /** Whether the provider finds places. */
    protected boolean hasArgReduce() {
        return true;
    }

    /** The result of reducing some dimensions, as kernels see it: with stride 0 along them. */
    private static Array result(Shape shape, int... dims) {
        var sizes = shape.sizes();
        for (int d : dims) sizes[d] = 1;
        return zeros(Layout.contiguous(Shape.of(sizes)), DType.FLOAT32);
    }

    private void check(Op op, Array x, boolean mustTake, int... dims) {
        Array expected = result(x.shape(), dims), actual = result(x.shape(), dims);
        boolean taken = kernel().reduce(op, x, actual.as(actual.layout().broadcast(x.shape())));
        var what = op + " over " + java.util.Arrays.toString(dims) + " of " + x.layout();
        assertTrue(taken || !mustTake, () -> "declined " + what);
        if (!taken) return;
        truth.reduce(op, x, expected.as(expected.layout().broadcast(x.shape())));
        double terms = x.count() / Math.max((double) expected.count(), 1);
        if (op == Op.SUM) assertClose(expected, actual, 0x1p-23, Samples.sumError(terms), what);
        else assertSame(expected, actual, what);
    }

    @Test
    void allElementsOfAllSizes() {
        for (int n : Samples.SIZES) for (var op : ops()) check(op, samples.normal(n), n >= 1000, 0);
        for (var op : ops()) check(op, samples.normal(300_001), true, 0);
    }

    @Test
    void rowsOfAllSizes() {
        for (int n : new int[] {0, 1, 3, 33, 65, 129, 1000})
            for (int m : new int[] {1, 2, 10, 63, 64, 65, 200, 2049})
                for (var op : ops()) check(op, samples.normal(n, m), n * m > 5000, 1);
    }

    @Test
    void columnsOfAllSizes() {
        for (int n : new int[] {0, 1, 3, 33, 65, 129, 1000})
            for (int m : new int[] {1, 2, 10, 63, 64, 65, 200, 300, 2049})
                for (var op : ops()) check(op, samples.normal(n, m), n * m > 5000, 0);
    }

    @Test
    void anyDimensionsOfAnyLayout() {
        int[][] dims = {
            {}, {0}, {1}, {2}, {3}, {0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {0, 2, 3}, {1, 2, 3}, {0, 1, 2, 3}
        };
        for (int[] shape : new int[][] {{3, 4, 5, 70}, {2, 70, 3, 4}, {1, 3, 1, 70}, {5, 1, 7, 1}})
            for (var layout : Samples.layouts(shape))
                for (int[] reduced : dims) for (var op : ops()) check(op, samples.normal(layout), false, reduced);
    }

    @Test
    void repeatedInput() {
        var x = samples.normal(70, 1);
        for (var op : ops()) check(op, x.as(x.layout().broadcast(Shape.of(3, 70, 40))), false, 0, 2);
    }

    @Test
    void oddNumbers() {
        var x = samples.odd(40, 50);
        for (var op : EnumSet.of(Op.MAX, Op.MIN)) {
            check(op, x, false, 1);
            check(op, x, false, 0);
        }
    }

    @Test
    void emptyInputGivesNeutralElements() {
        for (var op : EnumSet.of(Op.SUM, Op.PROD)) {
            check(op, samples.normal(0, 3), false, 0);
            check(op, samples.normal(3, 0), false, 1);
        }
    }

    @Test
    void sumOfManyEqualNumbersIsAccurate() {
        var x = Samples.fill(Layout.contiguous(Shape.of(4_000_000)), DType.FLOAT32, () -> 0.1f);
        var y = zeros(Layout.contiguous(Shape.of(1)), DType.FLOAT32);
        if (!kernel().reduce(Op.SUM, x, y.as(y.layout().broadcast(x.shape())))) return;
        assertEquals(4e6 * 0.1f, y.getDouble(0), 0.2);
    }

    @Test
    void resultsDoNotDependOnThreads() {
        var x = samples.normal(700, 1000);
        for (var op : ops())
            for (int[] dims : new int[][] {{0}, {1}, {0, 1}}) {
                Array one = result(x.shape(), dims), two = result(x.shape(), dims);
                Threads.with(1, () -> kernel().reduce(op, x, one.as(one.layout().broadcast(x.shape()))));
                Threads.with(2, () -> kernel().reduce(op, x, two.as(two.layout().broadcast(x.shape()))));
                assertSame(one, two, op + " over " + java.util.Arrays.toString(dims));
            }
    }

    @Test
    void placesOfTheLargestAndSmallest() {
        for (int m : Samples.SIZES) {
            if (m == 0) continue;
            for (var x :
                    new Array[] {samples.normal(20, m), samples.odd(20, m), samples.whole(DType.FLOAT32, 0, 3, 20, m)})
                for (var op : EnumSet.of(Op.MAX, Op.MIN)) {
                    Array expected = zeros(Layout.contiguous(Shape.of(20)), DType.INT64),
                            actual = zeros(expected.layout(), DType.INT64);
                    boolean taken = kernel().argReduce(op, x, actual);
                    assertTrue(taken || !hasArgReduce());
                    if (!taken) continue;
                    truth.argReduce(op, x, expected);
                    assertSame(expected, actual, "place of " + op + " among " + m);
                }
        }
    }

    @Test
    void wholeNumbersAreFoldedInLong() {
        for (int n : new int[] {1, 7, 8, 1023, 1024, 1025, 8152, 8160, 32_768, 100_003})
            for (var dtype : new DType[] {DType.BOOL, DType.UINT8, DType.INT8, DType.INT16, DType.INT32, DType.INT64})
                for (var op : EnumSet.of(Op.SUM, Op.ANY, Op.ALL)) {
                    var x = dtype == DType.BOOL ? samples.whole(dtype, 1, 2, n) : samples.whole(dtype, -100, 100, n);
                    var to = op == Op.SUM ? DType.INT64 : DType.BOOL;
                    Array expected = zeros(Layout.contiguous(Shape.of(1)), to),
                            actual = zeros(Layout.contiguous(Shape.of(1)), to);
                    truth.reduce(op, x, expected.as(expected.layout().broadcast(x.shape())));
                    if (kernel().reduce(op, x, actual.as(actual.layout().broadcast(x.shape()))))
                        assertSame(expected, actual, op + " of " + n + " " + dtype);
                }
    }

    /** The type of a reduction's result. */
    private static DType result(Op op, DType dtype) {
        return op == Op.ANY || op == Op.ALL ? DType.BOOL : dtype;
    }

    private void checkType(Op op, Array x, int... dims) {
        var sizes = x.shape().sizes();
        for (int d : dims) sizes[d] = 1;
        var layout = Layout.contiguous(Shape.of(sizes));
        Array expected = zeros(layout, result(op, x.dtype())), actual = zeros(layout, result(op, x.dtype()));
        if (!kernel().reduce(op, x, actual.as(layout.broadcast(x.shape())))) return;
        truth.reduce(op, x, expected.as(layout.broadcast(x.shape())));
        var what = op + " of " + x.dtype() + " over " + java.util.Arrays.toString(dims) + " of " + x.layout();
        double terms = x.count() / Math.max((double) expected.count(), 1);
        double relative = op == Op.PROD && x.dtype().isFloatingPoint() ? terms * 0x1p-52 : 0;
        double absolute = op != Op.SUM ? 0 : x.dtype() == DType.FLOAT32 ? Samples.sumError(terms) : terms * 0x1p-50;
        if (!x.dtype().isFloatingPoint()) absolute = 0;
        double unit = x.dtype() == DType.FLOAT32 ? 0x1p-23 : x.dtype() == DType.FLOAT64 ? 0 : 0x1p-7;
        assertClose(expected, actual, relative + (absolute > 0 || relative > 0 ? unit : 0), absolute, what);
    }

    private Array any(DType dtype, Layout layout) {
        return dtype.isFloatingPoint() ? samples.normal(dtype, layout) : samples.whole(dtype, -3, 100, layout);
    }

    @Test
    void allTypesAndReductions() {
        int[][] shapes = {
            {1},
            {7},
            {64},
            {65},
            {1025},
            {33_000},
            {3, 5},
            {300, 7},
            {7, 300},
            {2049, 2},
            {600, 70},
            {4, 50, 6},
            {2, 900, 40},
            {2, 3, 4, 5}
        };
        int[][] dims = {{0}, {1}, {0, 1}, {2}, {0, 2}, {1, 2}, {1, 3}};
        for (var dtype : EnumSet.of(DType.BOOL, DType.INT8, DType.INT64, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64))
            for (int[] shape : shapes) {
                var x = any(dtype, Layout.contiguous(Shape.of(shape)));
                for (int[] reduced : dims) {
                    if (reduced[reduced.length - 1] >= shape.length) continue;
                    for (var op : Op.values()) checkType(op, x, reduced);
                }
            }
    }

    @Test
    void allTypesOfAnyLayout() {
        for (var dtype : DType.values())
            for (var layout : Samples.layouts(3, 40, 5))
                for (int[] reduced : new int[][] {{0}, {1}, {2}, {0, 2}, {0, 1, 2}, {}})
                    for (var op : Op.values()) checkType(op, any(dtype, layout), reduced);
    }

    @Test
    void truthOfOddNumbers() {
        for (var dtype : new DType[] {DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64})
            for (var op : Op.values()) if (op != Op.SUM && op != Op.PROD) checkType(op, samples.odd(dtype, 200, 9), 1);
        for (double v : new double[] {0, -0.0, Double.NaN, 1e-42, 0.5})
            for (var op : new Op[] {Op.ANY, Op.ALL})
                checkType(op, Samples.fill(Layout.contiguous(Shape.of(70)), DType.FLOAT32, () -> v), 0);
    }

    @Test
    void placesInAllTypes() {
        for (var dtype : DType.values())
            for (int m : new int[] {1, 2, 65, 1024, 1025, 5000})
                for (var layout : Samples.layouts(3, m)) {
                    var x = samples.whole(dtype, 0, 50, layout);
                    for (var op : EnumSet.of(Op.MAX, Op.MIN)) {
                        Array expected = zeros(Layout.contiguous(Shape.of(3)), DType.INT64),
                                actual = zeros(expected.layout(), DType.INT64);
                        if (!kernel().argReduce(op, x, actual)) continue;
                        truth.argReduce(op, x, expected);
                        assertSame(expected, actual, "place of " + op + " in " + x.dtype() + " " + layout);
                    }
                }
    }
}
