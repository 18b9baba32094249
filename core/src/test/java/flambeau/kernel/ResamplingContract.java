package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Taps;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** What every provider of resampling does. */
public abstract class ResamplingContract {
    private final Samples samples = new Samples(21);
    private final Resampling truth = new ReferenceProvider().resampling();

    /** Whose kernels are tested. */
    protected abstract Resampling kernel();

    /** The mean of three neighbours of every second element, and nothing at the end. */
    private static Taps taps(int n) {
        int m = n / 2 + 1, count = 0;
        var first = new int[m + 1];
        var place = new int[3 * m];
        for (int o = 0; o < m; o++) {
            for (int k = -1; k < 2; k++) {
                int i = 2 * o + k;
                if (o < m - 1 && i >= 0 && i < n) place[count++] = i;
            }
            first[o + 1] = count;
        }
        var weight = new double[count];
        for (int k = 0; k < count; k++) weight[k] = 0.25 * (k % 3 + 1);
        return new Taps(n, first, java.util.Arrays.copyOf(place, count), weight);
    }

    private void check(DType dtype, int dim, int... sizes) {
        var x = zeros(Layout.contiguous(Shape.of(sizes)), dtype);
        Kernels.copy(samples.normal(sizes), x);
        var forward = taps(sizes[dim]);
        Array expected = zeros(Layout.contiguous(x.shape().with(dim, forward.outputs())), dtype),
                actual = Samples.copy(expected);
        assertTrue(kernel().resample(x, dim, forward, actual));
        truth.resample(x, dim, forward, expected);
        var what = dtype + x.shape().text() + " along " + dim;
        assertClose(expected, actual, 1e-6, 1e-6, what);
        Array dx = Samples.copy(x), same = Samples.copy(x);
        assertTrue(kernel().resample(actual, dim, forward.transposed(), dx));
        truth.resample(expected, dim, forward.transposed(), same);
        assertClose(same, dx, 1e-5, 1e-5, "gradient of " + what);
    }

    @Test
    void linesAndColumnsOfAllSizes() {
        for (int n : Samples.SIZES) {
            if (n == 0) continue;
            for (var dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
                check(dtype, 0, n);
                check(dtype, 1, 3, n);
                check(dtype, 0, 5, n);
                check(dtype, 1, 2, 4, n);
            }
        }
    }

    @Test
    void transposedTapsLeadBack() {
        var back = taps(5).transposed();
        assertArrayEquals(new int[] {0, 1, 3, 4, 5, 5}, back.first());
        assertArrayEquals(new int[] {0, 0, 1, 1, 1}, back.place());
        assertArrayEquals(taps(5).first(), back.transposed().first());
        assertArrayEquals(taps(5).weight(), back.transposed().weight());
    }
}
