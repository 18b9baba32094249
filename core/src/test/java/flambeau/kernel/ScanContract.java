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
import org.junit.jupiter.api.Test;

/** What every provider of running folds does. */
public abstract class ScanContract {
    private final Samples samples = new Samples(12);
    private final Scan truth = new ReferenceProvider().scan();

    /** Whose kernels are tested. */
    protected abstract Scan kernel();

    private static Array wide(Array x) {
        var y = zeros(x.layout(), DType.FLOAT64);
        Kernels.copy(x, y);
        return y;
    }

    private void scan(Array x, int dim) {
        Array expected = zeros(Layout.contiguous(x.shape()), x.dtype()), actual = Samples.copy(expected);
        for (boolean reverse : new boolean[] {false, true})
            for (var op : Scan.Op.values()) {
                if (op == Scan.Op.LOGSUMEXP && !x.dtype().isFloatingPoint()) continue;
                var what = op + " of " + x.dtype() + x.layout() + " along " + dim;
                assertTrue(kernel().scan(op, reverse, x, dim, actual), what);
                truth.scan(op, reverse, x, dim, expected);
                double eps = x.dtype() == DType.FLOAT32
                        ? 0x1p-23
                        : 0x1p-52 * x.shape().get(dim);
                assertClose(expected, actual, eps, eps * x.shape().get(dim), what); // other orders of double sums
            }
        Array places = zeros(expected.layout(), DType.INT64), index = Samples.copy(places);
        for (boolean largest : new boolean[] {false, true}) {
            assertTrue(kernel().extremes(largest, x, dim, actual, index));
            truth.extremes(largest, x, dim, expected, places);
            assertSame(places, index, "places along " + dim + " of " + x.layout());
            assertSame(expected, actual, "extremes along " + dim + " of " + x.layout());
        }
    }

    @Test
    void linesOfAllSizes() {
        for (int n : Samples.SIZES) {
            if (n == 0) continue;
            scan(samples.positive(n), 0);
            scan(wide(samples.normal(n)), 0);
            scan(samples.whole(DType.INT64, -2, 3, n), 0);
        }
    }

    @Test
    void longLines() {
        scan(wide(samples.normal(50_001)), 0);
        scan(samples.whole(DType.INT64, -9, 9, 50_001), 0);
    }

    @Test
    void views() {
        for (var layout : Samples.layouts(4, 30, 5))
            for (int dim = 0; dim < 3; dim++) {
                scan(samples.normal(layout), dim);
                scan(wide(samples.normal(layout)), dim);
                scan(samples.whole(DType.INT64, -9, 9, 4, 30, 5), dim);
            }
    }

    @Test
    void longLinesDoNotDependOnTheNumberOfThreads() {
        Array x = samples.normal(100_000),
                one = zeros(x.layout(), DType.FLOAT32),
                two = zeros(x.layout(), DType.FLOAT32);
        Threads.with(1, () -> kernel().scan(Scan.Op.SUM, false, x, 0, one));
        Threads.with(2, () -> kernel().scan(Scan.Op.SUM, false, x, 0, two));
        assertSame(one, two, "sum");
    }

    @Test
    void recurrences() {
        for (var layout : Samples.layouts(4, 30, 5))
            for (boolean reverse : new boolean[] {false, true}) {
                Array a = samples.normal(layout), b = samples.normal(4, 30, 5);
                Array expected = zeros(Layout.contiguous(Shape.of(4, 30, 5)), DType.FLOAT32),
                        actual = Samples.copy(expected);
                assertTrue(kernel().recurrence(reverse, a, b, 1, actual));
                truth.recurrence(reverse, a, b, 1, expected);
                assertSame(expected, actual, "recurrence of " + layout);
            }
    }
}
