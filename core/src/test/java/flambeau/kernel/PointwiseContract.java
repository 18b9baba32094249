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

/** What every provider of elementwise functions does. A function may be off by {@value #ULPS} units in the last place. */
public abstract class PointwiseContract {
    private static final double ULPS = 3 * 0x1p-23;
    private static final double TINY = 2e-45; // below the normal range a unit is this large

    private final Samples samples = new Samples(1);
    private final Pointwise truth = new ReferenceProvider().pointwise();

    /** Whose kernels are tested. */
    protected abstract Pointwise kernel();

    /** The functions that the provider takes for large contiguous float32 arrays. */
    protected EnumSet<Unary> unaries() {
        return EnumSet.allOf(Unary.class);
    }

    /** The functions that the provider takes for large contiguous float32 arrays. */
    protected EnumSet<Binary> binaries() {
        return EnumSet.allOf(Binary.class);
    }

    private static DType result(boolean isPredicate) {
        return isPredicate ? DType.BOOL : DType.FLOAT32;
    }

    private void check(Unary op, Array x, Layout layout, boolean mustTake) {
        Array expected = zeros(layout, result(op.isPredicate())), actual = zeros(layout, result(op.isPredicate()));
        boolean taken = kernel().unary(op, x, actual);
        assertTrue(taken || !mustTake, () -> op + " declined " + x.layout());
        if (!taken) return;
        truth.unary(op, x, expected);
        double smallest = op == Unary.SIGMOID ? Float.MIN_NORMAL : TINY; // below the normal range sigmoid is 0
        assertClose(expected, actual, ULPS, smallest, op + " of " + x.layout());
    }

    private void check(Binary op, Array a, Array b, Layout layout, boolean mustTake) {
        Array expected = zeros(layout, result(op.isPredicate())), actual = zeros(layout, result(op.isPredicate()));
        boolean taken = kernel().binary(op, a, b, actual);
        assertTrue(taken || !mustTake, () -> op + " declined " + a.layout() + ", " + b.layout());
        if (!taken) return;
        truth.binary(op, a, b, expected);
        double cancelled =
                op == Binary.SIGMOID_GRAD || op == Binary.TANH_GRAD ? 1e-6 : TINY; // 1 - b b is rounded on the way
        assertClose(expected, actual, ULPS, cancelled, op + " of " + a.layout() + ", " + b.layout());
    }

    @Test
    void unaryFunctionsOfAllSizes() {
        for (int n : Samples.SIZES) {
            var x = samples.normal(n);
            for (var op : unaries()) check(op, x, x.layout(), n >= 1000);
        }
    }

    @Test
    void unaryFunctionsOfOddNumbers() {
        var x = samples.odd(3000);
        for (var op : unaries()) check(op, x, x.layout(), true);
    }

    @Test
    void gammaFunctionsOfAllMagnitudes() {
        double[] x = {1e-3};
        var row = Layout.contiguous(Shape.of(9000));
        var rising = Samples.fill(row, DType.FLOAT32, () -> x[0] *= 1.003);
        for (var op : new Unary[] {Unary.LGAMMA, Unary.DIGAMMA}) check(op, rising, row, false);
        x[0] = 0.99;
        var near = Samples.fill(row, DType.FLOAT32, () -> x[0] += 1.2e-4); // the zeros
        for (var op : new Unary[] {Unary.LGAMMA, Unary.DIGAMMA}) check(op, near, row, false);
    }

    @Test
    void unaryFunctionsOfAllLayouts() {
        for (var op : unaries())
            for (var in : Samples.layouts(3, 70, 5))
                for (var out : Samples.layouts(3, 70, 5)) check(op, samples.normal(in), out, false);
    }

    @Test
    void unaryFunctionsRepeatTheirInput() {
        for (var op : unaries()) check(op, samples.normal(70, 1), Layout.contiguous(Shape.of(3, 70, 80)), false);
    }

    @Test
    void binaryFunctionsOfAllSizes() {
        for (int n : Samples.SIZES)
            for (var op : binaries())
                check(op, samples.normal(n), samples.normal(n), Layout.contiguous(Shape.of(n)), n >= 1000);
    }

    @Test
    void binaryFunctionsOfOddNumbers() {
        for (var op : binaries()) {
            if (op == Binary.SIGMOID_GRAD || op == Binary.TANH_GRAD) continue; // of results of sigmoid and tanh only
            check(op, samples.odd(3000), samples.odd(3000), Layout.contiguous(Shape.of(3000)), true);
        }
    }

    @Test
    void binaryFunctionsOfAllLayouts() {
        for (var op : binaries())
            for (var in : Samples.layouts(4, 70, 3)) {
                for (var out : Samples.layouts(4, 70, 3))
                    check(op, samples.normal(in), samples.normal(out), out, false);
                check(op, samples.normal(in), samples.normal(4, 70, 3), in, false);
            }
    }

    @Test
    void binaryFunctionsBroadcast() {
        int[][] shapes = {{}, {1}, {4}, {1, 4}, {300, 1}, {300, 4}, {2, 1, 1}, {2, 1, 4}, {2, 300, 1}};
        for (var op : binaries())
            for (int[] shape : shapes) {
                check(
                        op,
                        samples.normal(2, 300, 4),
                        samples.normal(shape),
                        Layout.contiguous(Shape.of(2, 300, 4)),
                        false);
                check(
                        op,
                        samples.normal(shape),
                        samples.normal(2, 300, 4),
                        Layout.contiguous(Shape.of(2, 300, 4)),
                        false);
            }
        check(Binary.ADD, samples.normal(20, 1), samples.normal(1, 500), Layout.contiguous(Shape.of(20, 500)), false);
        check(Binary.ADD, samples.normal(), samples.normal(1), Layout.contiguous(Shape.of(20, 50)), false);
    }

    @Test
    void powersByOneExponent() {
        for (double e : new double[] {2, 3, 0.5, -1, 0}) {
            var exponent = Samples.fill(Layout.contiguous(Shape.of(1)), DType.FLOAT32, () -> e);
            check(Binary.POW, samples.odd(3000), exponent, Layout.contiguous(Shape.of(3000)), false);
        }
    }

    @Test
    void resultMayBeAnInput() {
        for (int n : new int[] {5, 1000, 100_000}) {
            Array x = samples.normal(n), y = Samples.copy(x), sum = Samples.copy(x);
            if (!kernel().binary(Binary.ADD, x, y, y)) continue;
            truth.binary(Binary.ADD, x, x, sum);
            assertSame(sum, y, "y += x");
        }
    }

    @Test
    void resultsDoNotDependOnThreads() {
        var x = samples.normal(200_001);
        for (var op : EnumSet.of(Unary.EXP, Unary.TANH, Unary.SQRT)) {
            Array one = zeros(x.layout(), DType.FLOAT32), two = zeros(x.layout(), DType.FLOAT32);
            if (!Threads.with(1, () -> kernel().unary(op, x, one))) continue;
            Threads.with(2, () -> kernel().unary(op, x, two));
            assertSame(one, two, op.toString());
        }
    }

    @Test
    void whereChooses() {
        for (var dtype : new DType[] {DType.FLOAT32, DType.INT32, DType.INT64, DType.BOOL})
            for (int n : Samples.SIZES) {
                Array c = samples.whole(DType.BOOL, 0, 2, n),
                        a = samples.whole(dtype, 0, 2, n),
                        b = samples.whole(dtype, 0, 2, 1);
                Array expected = zeros(c.layout(), dtype), actual = zeros(c.layout(), dtype);
                if (!kernel().where(c, a, b, actual)) continue;
                truth.where(c, a, b, expected);
                assertSame(expected, actual, "where");
            }
    }

    @Test
    void whereBroadcasts() {
        for (var layout : Samples.layouts(5, 70, 4)) {
            Array c = samples.whole(DType.BOOL, 0, 2, 70, 1), a = samples.normal(4), b = samples.normal(layout);
            Array expected = zeros(layout, DType.FLOAT32), actual = zeros(layout, DType.FLOAT32);
            if (!kernel().where(c, a, b, actual)) continue;
            truth.where(c, a, b, expected);
            assertSame(expected, actual, "where " + layout);
        }
    }

    @Test
    void copiesConvert() {
        for (var from : DType.values())
            for (var to : DType.values())
                for (int n : new int[] {0, 1, 17, 2500}) {
                    var x = samples.whole(from, 0, 100, n);
                    copy(x, Layout.contiguous(Shape.of(n)), to);
                    copy(samples.whole(from, 0, 100, 1), Layout.contiguous(Shape.of(2, n)), to);
                }
        copy(samples.normal(3000), Layout.contiguous(Shape.of(3000)), DType.INT64);
        copy(samples.odd(3000), Layout.contiguous(Shape.of(3000)), DType.BOOL);
        copy(samples.odd(3000), Layout.contiguous(Shape.of(3000)), DType.FLOAT64);
    }

    @Test
    void copiesTranspose() {
        for (int[] shape :
                new int[][] {{50, 70}, {2, 3, 70}, {2, 70, 5, 6}, {2, 3, 40, 40}, {1, 64, 7, 7}, {100, 100, 2}})
            for (var dtype : new DType[] {DType.FLOAT32, DType.FLOAT64, DType.UINT8, DType.BFLOAT16})
                for (var in : Samples.layouts(shape))
                    for (var out : Samples.layouts(shape)) {
                        var next = new int[1];
                        copy(Samples.fill(in, dtype, () -> next[0]++ % 119), out, dtype);
                    }
    }

    private void copy(Array x, Layout layout, DType to) {
        Array expected = zeros(layout, to), actual = zeros(layout, to);
        if (!kernel().copy(x, actual)) return;
        truth.copy(x, expected);
        assertSame(expected, actual, x.dtype() + " " + x.layout() + " to " + to + " " + layout);
    }
}
