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
import flambeau.kernel.tile.TileProvider;
import org.junit.jupiter.api.Test;

/** Against the reference. */
final class TileRowNormTest {
    private static final int[][] SHAPES = {{0, 3}, {1, 1}, {3, 7}, {1000, 5}, {40, 64}, {33, 300}, {3, 2049}, {2, 5000}
    };

    private final Samples samples = new Samples(8);
    private final RowNorm truth = new ReferenceProvider().rowNorm(), kernel = new TileProvider().rowNorm();

    private static Array fresh(int... sizes) {
        return zeros(Layout.contiguous(Shape.of(sizes)), DType.FLOAT32);
    }

    @Test
    void forwardAndBackward() {
        for (int[] shape : SHAPES)
            for (boolean affine : new boolean[] {true, false}) {
                int rows = shape[0], m = shape[1];
                var what = rows + " rows of " + m;
                Array x = samples.normal(rows, m), dy = samples.normal(rows, m);
                Array w = affine ? samples.normal(m) : null, b = affine ? samples.normal(m) : null;
                Array y1 = fresh(rows, m), mean1 = fresh(rows), scale1 = fresh(rows);
                Array y2 = fresh(rows, m), mean2 = fresh(rows), scale2 = fresh(rows);
                truth.forward(x, w, b, 0.01, y1, mean1, scale1);
                assertTrue(kernel.forward(x, w, b, 0.01, y2, mean2, scale2), what);
                assertClose(mean1, mean2, 1e-6, 1e-7, "mean of " + what);
                assertClose(scale1, scale2, 2e-6, 1e-7, "scale of " + what);
                assertClose(y1, y2, 1e-5, 5e-6, "result of " + what);
                Array dx1 = fresh(rows, m),
                        dw1 = fresh(m),
                        db1 = fresh(m),
                        dx2 = fresh(rows, m),
                        dw2 = fresh(m),
                        db2 = fresh(m);
                truth.backward(dy, x, mean1, scale1, w, dx1, dw1, db1);
                assertTrue(kernel.backward(dy, x, mean1, scale1, w, dx2, dw2, db2), what);
                assertClose(dx1, dx2, 1e-5, 3e-5, "dx of " + what);
                assertClose(dw1, dw2, 1e-6, 2 * Samples.sumError(rows) + 2e-6, "dw of " + what);
                assertClose(db1, db2, 1e-6, Samples.sumError(rows), "db of " + what);
            }
    }

    @Test
    void aLargeMeanDoesNotSpoilTheVariance() {
        var next = new int[1];
        var x = Samples.fill(Layout.contiguous(Shape.of(1, 100)), DType.FLOAT32, () -> 1000 + next[0]++ % 2);
        Array y = fresh(1, 100), mean = fresh(1), scale = fresh(1);
        kernel.forward(x, null, null, 0, y, mean, scale);
        assertEquals(1000.5, mean.getDouble(0));
        assertEquals(2, scale.getDouble(0), 1e-6);
    }

    @Test
    void resultsDoNotDependOnThreads() {
        Array x = samples.normal(500, 130), dy = samples.normal(500, 130), w = samples.normal(130);
        Array y = fresh(500, 130), mean = fresh(500), scale = fresh(500);
        truth.forward(x, w, null, 1e-5, y, mean, scale);
        Array dx = fresh(500, 130), dw1 = fresh(130), dw2 = fresh(130), db = fresh(130);
        Threads.with(1, () -> kernel.backward(dy, x, mean, scale, w, dx, dw1, db));
        Threads.with(2, () -> kernel.backward(dy, x, mean, scale, w, dx, dw2, db));
        assertSame(dw1, dw2, "dw");
    }
}
