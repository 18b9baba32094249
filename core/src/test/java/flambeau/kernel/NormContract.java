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
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** What every provider of normalisation does. */
public abstract class NormContract {
    private static final int[][] SHAPES = {
        {2, 3},
        {1, 5},
        {1000, 7},
        {300, 300},
        {4, 2500},
        {2, 3, 1},
        {2, 1, 50},
        {3, 20, 65},
        {2, 6, 14, 14},
        {4, 70, 9, 9},
        {1, 40, 2, 3, 4},
        {1, 9, 3000},
    };

    private final Samples samples = new Samples(6);
    private final Norm truth = new ReferenceProvider().norm();

    /** Whose kernels are tested. */
    protected abstract Norm kernel();

    private Array channels(int c) {
        return zeros(Layout.contiguous(Shape.of(c)), DType.FLOAT32);
    }

    @Test
    void moments() {
        for (int[] shape : SHAPES)
            for (var layout : Samples.layouts(shape)) {
                var x = samples.normal(layout);
                int c = shape[1];
                Array mean = channels(c), variance = channels(c), m = channels(c), v = channels(c);
                boolean taken = kernel().moments(x, m, v);
                assertTrue(taken || x.count() < 10_000, () -> "declined " + layout);
                if (!taken) continue;
                truth.moments(x, mean, variance);
                assertClose(mean, m, 1e-6, 1e-7, "mean of " + layout);
                assertClose(variance, v, 2e-6, 1e-7, "variance of " + layout);
            }
    }

    @Test
    void varianceOfLargeNumbersIsAccurate() {
        for (var layout :
                new Layout[] {Layout.contiguous(Shape.of(50, 4, 20, 20)), Layout.channelsLast(Shape.of(50, 4, 20, 20))
                }) {
            var next = new int[1];
            var x = Samples.fill(layout, DType.FLOAT32, () -> 1000 + next[0]++ % 2);
            Array mean = channels(4), variance = channels(4);
            if (!kernel().moments(x, mean, variance)) continue;
            for (int j = 0; j < 4; j++) {
                assertEquals(1000.5, mean.getDouble(j), layout.isContiguous() ? 1e-9 : 1, "mean");
                assertEquals(layout.isContiguous() ? 0.25 : 0, variance.getDouble(j), 1e-6, "variance");
            }
        }
    }

    @Test
    void normalize() {
        for (int[] shape : SHAPES)
            for (var layout : Samples.layouts(shape)) {
                int c = shape[1];
                Array x = samples.normal(layout), mean = samples.normal(c), variance = samples.positive(c);
                Array w = c % 2 == 0 ? samples.normal(c) : null, b = c % 3 == 0 ? samples.normal(c) : null;
                Array expected = zeros(layout, DType.FLOAT32), actual = zeros(layout, DType.FLOAT32);
                boolean taken = kernel().normalize(x, mean, variance, w, b, 0.01, actual);
                assertTrue(taken || x.count() < 10_000, () -> "declined " + layout);
                if (!taken) continue;
                truth.normalize(x, mean, variance, w, b, 0.01, expected);
                assertClose(expected, actual, 1e-6, 1e-5, "normalize " + layout);
            }
    }

    @Test
    void backward() {
        for (int[] shape : SHAPES)
            for (var layout : Samples.layouts(shape)) {
                int c = shape[1];
                Array x = samples.normal(layout),
                        dy = samples.normal(layout),
                        mean = channels(c),
                        variance = channels(c);
                truth.moments(x, mean, variance);
                var w = c % 2 == 0 ? samples.normal(c) : null;
                Array dx1 = zeros(layout, DType.FLOAT32), dw1 = channels(c), db1 = channels(c);
                Array dx2 = zeros(layout, DType.FLOAT32), dw2 = channels(c), db2 = channels(c);
                boolean taken = kernel().backward(dy, x, mean, variance, w, 0.01, dx2, dw2, db2);
                assertTrue(taken || x.count() < 10_000, () -> "declined " + layout);
                if (!taken) continue;
                truth.backward(dy, x, mean, variance, w, 0.01, dx1, dw1, db1);
                double terms = x.count() / (double) c;
                assertClose(db1, db2, 1e-6, Samples.sumError(terms), "db of " + layout);
                assertClose(dw1, dw2, 1e-6, 2 * Samples.sumError(terms) + 2e-6, "dw of " + layout);
                assertClose(dx1, dx2, 1e-5, 3e-5, "dx of " + layout); // of numbers up to 10 / sqrt(eps)
            }
    }

    @Test
    void operandsMayLieDifferently() {
        var shape = Shape.of(3, 20, 9, 9);
        for (var in : Samples.layouts(shape.sizes()))
            for (var out : Samples.layouts(shape.sizes())) {
                Array x = samples.normal(in), dy = samples.normal(out), mean = channels(20), variance = channels(20);
                truth.moments(x, mean, variance);
                Array dx1 = zeros(out, DType.FLOAT32),
                        dx2 = zeros(out, DType.FLOAT32),
                        dw = channels(20),
                        db = channels(20);
                truth.normalize(x, mean, variance, null, null, 1e-5, dx1);
                if (kernel().normalize(x, mean, variance, null, null, 1e-5, dx2))
                    assertClose(dx1, dx2, 1e-6, 1e-5, in + ", " + out);
                truth.backward(dy, x, mean, variance, null, 1e-5, dx1, dw, db);
                if (kernel().backward(dy, x, mean, variance, null, 1e-5, dx2, dw, db))
                    assertClose(dx1, dx2, 1e-5, 1e-5, in + ", " + out);
            }
    }

    @Test
    void resultsDoNotDependOnThreads() {
        for (var layout : Samples.layouts(10, 64, 20, 20)) {
            var x = samples.normal(layout);
            Array m1 = channels(64), v1 = channels(64), m2 = channels(64), v2 = channels(64);
            if (!Threads.with(1, () -> kernel().moments(x, m1, v1))) continue;
            Threads.with(2, () -> kernel().moments(x, m2, v2));
            assertSame(m1, m2, "mean");
            assertSame(v1, v2, "variance");
        }
    }
}
