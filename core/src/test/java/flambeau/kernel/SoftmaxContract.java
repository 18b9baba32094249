package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** What every provider of softmax does. */
public abstract class SoftmaxContract {
    private final Samples samples = new Samples(7);
    private final Softmax truth = new ReferenceProvider().softmax();

    /** Whose kernels are tested. */
    protected abstract Softmax kernel();

    private void check(boolean log, Array x, boolean mustTake) {
        Array expected = zeros(x.layout(), DType.FLOAT32), actual = zeros(x.layout(), DType.FLOAT32);
        boolean taken = kernel().softmax(log, x, actual);
        assertTrue(taken || !mustTake, () -> "declined " + x.layout());
        if (!taken) return;
        truth.softmax(log, x, expected);
        assertClose(expected, actual, 2e-6, log ? 2e-6 : 1e-40, "softmax of " + x.layout());
        var dy = samples.normal(x.layout());
        Array dx = zeros(x.layout(), DType.FLOAT32), expectedDx = zeros(x.layout(), DType.FLOAT32);
        if (!kernel().backward(log, dy, expected, dx)) return;
        truth.backward(log, dy, expected, expectedDx);
        double m = x.shape().rank() == 0 ? 1 : x.shape().get(-1);
        assertClose(expectedDx, dx, 2e-6, 3e-7 * Math.sqrt(m), "gradient of " + x.layout()); // a sum of m terms
    }

    @Test
    void rowsOfAllSizes() {
        for (boolean log : new boolean[] {false, true})
            for (int m : Samples.SIZES)
                for (int n : new int[] {0, 1, 5, 33, 300}) check(log, samples.normal(n, m), n * m >= 10_000);
    }

    @Test
    void viewsAndManyDimensions() {
        for (boolean log : new boolean[] {false, true}) {
            for (var layout : Samples.layouts(3, 4, 10)) check(log, samples.normal(layout), false);
            for (var layout : Samples.layouts(3, 70)) check(log, samples.normal(layout), false);
            check(log, samples.normal(), false);
        }
    }

    @Test
    void largeNumbersDoNotOverflow() {
        for (boolean log : new boolean[] {false, true})
            for (int m : new int[] {3, 100})
                check(log, Samples.fill(Layout.contiguous(Shape.of(2, m)), DType.FLOAT32, () -> 1e30), false);
    }

    @Test
    void excludedPlacesAreZero() {
        for (int m : new int[] {4, 100}) {
            var next = new int[1];
            var x = Samples.fill(
                    Layout.contiguous(Shape.of(2, m)),
                    DType.FLOAT32,
                    () -> next[0]++ % 2 == 0 ? Float.NEGATIVE_INFINITY : 1);
            check(false, x, false);
        }
    }
}
