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

/** What every provider of order does. */
public abstract class SortContract {
    private final Samples samples = new Samples(11);
    private final Sort truth = new ReferenceProvider().sort();

    /** Whose kernels are tested. */
    protected abstract Sort kernel();

    private void sort(Array x, int dim) {
        for (boolean descending : new boolean[] {false, true})
            for (int k : new int[] {x.shape().get(dim), 1, x.shape().get(dim) / 2 + 1}) {
                if (k > x.shape().get(dim)) continue;
                var layout = Layout.contiguous(x.shape().with(dim, k));
                Array values = zeros(layout, x.dtype()), index = zeros(layout, DType.INT64);
                Array expected = Samples.copy(values), places = Samples.copy(index);
                if (k == x.shape().get(dim)) {
                    assertTrue(kernel().sort(descending, x, dim, values, index));
                    truth.sort(descending, x, dim, expected, places);
                } else {
                    assertTrue(kernel().top(descending, x, dim, values, index));
                    truth.top(descending, x, dim, expected, places);
                }
                var what = k + " of " + x.dtype() + x.layout() + " along " + dim;
                assertSame(places, index, "places of " + what);
                assertSame(expected, values, what);
            }
        for (var which : Sort.Rank.values()) {
            if (x.shape().get(dim) == 0) continue;
            Array expected = zeros(Layout.contiguous(x.shape().with(dim, 1)), DType.INT64),
                    index = Samples.copy(expected);
            int k = x.shape().get(dim) / 3;
            assertTrue(kernel().rank(which, k, x, dim, index));
            truth.rank(which, k, x, dim, expected);
            assertSame(expected, index, which + " of " + x.dtype() + x.layout() + " along " + dim);
        }
    }

    @Test
    void linesOfAllSizesAndTypes() {
        for (int n : Samples.SIZES) for (var dtype : DType.values()) sort(samples.whole(dtype, 0, 100, n), 0);
    }

    @Test
    void numbersWithSignsAndNaN() {
        for (int n : Samples.SIZES) {
            sort(samples.normal(n), 0);
            sort(samples.odd(n), 0);
            var wide = zeros(Layout.contiguous(Shape.of(n)), DType.FLOAT64);
            Kernels.copy(samples.odd(n), wide);
            sort(wide, 0);
        }
    }

    @Test
    void longLines() {
        sort(samples.normal(300_000), 0);
        sort(samples.whole(DType.INT64, 0, 1000, 300_000), 0);
        var wide = zeros(Layout.contiguous(Shape.of(300_000)), DType.FLOAT64);
        Kernels.copy(samples.normal(300_000), wide);
        sort(wide, 0);
    }

    @Test
    void views() {
        for (var layout : Samples.layouts(4, 30, 5))
            for (int dim = 0; dim < 3; dim++) sort(samples.normal(layout), dim);
    }
}
