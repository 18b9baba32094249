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
}
