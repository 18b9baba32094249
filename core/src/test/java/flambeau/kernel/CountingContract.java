package flambeau.kernel;

import static flambeau.kernel.Samples.assertSame;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** What every provider of places and counts does. */
public abstract class CountingContract {
    private static final DType[] SEARCHED = {DType.FLOAT32, DType.FLOAT64, DType.INT32, DType.INT64};

    private final Samples samples = new Samples(12);
    private final Counting truth = new ReferenceProvider().counting();

    /** Whose kernels are tested. */
    protected abstract Counting kernel();

    private void search(Array sequence, Array values) {
        for (boolean right : new boolean[] {false, true})
            for (var dtype : new DType[] {DType.INT32, DType.INT64}) {
                Array expected = zeros(Layout.contiguous(values.shape()), dtype), actual = Samples.copy(expected);
                truth.search(sequence, null, values, right, expected);
                if (kernel().search(sequence, null, values, right, actual))
                    assertSame(expected, actual, values.dtype() + " " + values.layout() + " in " + sequence.layout());
            }
    }

    private static Array sorted(Array x) {
        Array y = zeros(Layout.contiguous(x.shape()), x.dtype()), index = zeros(y.layout(), DType.INT64);
        new ReferenceProvider().sort().sort(false, x, x.shape().rank() - 1, y, index);
        return y;
    }

    @Test
    void placesInSequencesOfAllSizes() {
        for (var dtype : SEARCHED)
            for (int n : Samples.SIZES) {
                if (n > 0) search(sorted(samples.whole(dtype, -20, 20, n)), samples.whole(dtype, -30, 30, 500));
                search(sorted(samples.whole(dtype, -90, 90, 100)), samples.whole(dtype, -99, 99, n));
            }
    }

    @Test
    void placesInRows() {
        for (var dtype : SEARCHED)
            search(sorted(samples.whole(dtype, -20, 20, 3, 4, 17)), samples.whole(dtype, -30, 30, 3, 4, 50));
    }

    @Test
    void placesOfOddNumbers() {
        for (var dtype : new DType[] {DType.FLOAT32, DType.FLOAT64})
            search(sorted(samples.odd(dtype, 300)), samples.odd(dtype, 300));
    }

    @Test
    void countsDoNotDependOnThreads() {
        for (int n : new int[] {0, 1, 2, 2047, 2049, 300_001})
            for (int bins : new int[] {100, 101, 5000}) {
                var x = samples.whole(DType.INT64, 0, 100, n);
                Array expected = zeros(Layout.contiguous(Shape.of(bins)), DType.INT64);
                Array one = Samples.copy(expected), two = Samples.copy(expected);
                truth.bincount(x, null, expected);
                assertTrue(Threads.with(1, () -> kernel().bincount(x, null, one)));
                assertTrue(Threads.with(2, () -> kernel().bincount(x, null, two)));
                assertSame(expected, one, n + " in " + bins);
                assertSame(expected, two, n + " in " + bins);
            }
    }
}
