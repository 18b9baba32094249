package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.reference.ReferenceProvider;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every provider of factorisations does. */
public abstract class FactorContract {
    private static final int[][] SIZES = {
        {1, 1}, {2, 2}, {5, 3}, {3, 5}, {48, 48}, {49, 49}, {130, 70}, {70, 130}, {50, 200}, {200, 50}, {161, 161}
    };

    private final Factor truth = new ReferenceProvider().factor();
    private final Random random = new Random(5);

    /** Whose kernels are tested. */
    protected abstract Factor kernel();

    private Array normal(DType dtype, int... sizes) {
        return Samples.fill(Layout.contiguous(Shape.of(sizes)), dtype, random::nextGaussian);
    }

    private static Array empty(DType dtype, int... sizes) {
        return zeros(Layout.contiguous(Shape.of(sizes)), dtype);
    }

    private static double error(DType dtype, int n) {
        return (dtype == DType.FLOAT64 ? 1e-12 : 5e-4) * (n + 10);
    }

    /** Random square matrices with a heavy diagonal, so that no factor is large. */
    private Array heavy(DType dtype, int batch, int n) {
        var a = normal(dtype, batch, n, n);
        for (long b = 0; b < batch; b++)
            for (long i = 0; i < n; i++)
                flambeau.array.Element.setDouble(dtype, a.address() + (b * n * n + i * n + i) * dtype.bytes(), 3 * n);
        return a;
    }

    @Test
    void luHasThePivotsAndFactorsOfTheReference() {
        for (int[] mn : SIZES) {
            int m = mn[0], n = mn[1], k = Math.min(m, n);
            Array a = normal(DType.FLOAT64, 2, m, n), b = Samples.copy(a);
            Array p = empty(DType.INT32, 2, k), q = empty(DType.INT32, 2, k);
            Array i = empty(DType.INT32, 2), j = empty(DType.INT32, 2);
            assertTrue(truth.lu(a, p, i) && kernel().lu(b, q, j));
            assertArrayEquals(Samples.values(p), Samples.values(q), m + " by " + n);
            assertClose(a, b, 0, 1e-9, m + " by " + n);
            assertArrayEquals(Samples.values(i), Samples.values(j));
        }
    }

    @Test
    void luTellsWhichPivotIsZero() {
        Array a = empty(DType.FLOAT32, 1, 60, 60), p = empty(DType.INT32, 1, 60), info = empty(DType.INT32, 1);
        for (int i = 0; i < 30; i++)
            flambeau.array.Element.setDouble(DType.FLOAT32, a.address() + 4L * (i * 60 + i), 1);
        kernel().lu(a, p, info);
        assertEquals(31, info.getDouble(0));
    }

    @Test
    void choleskyIsThatOfTheReference() {
        for (var dtype : new DType[] {DType.FLOAT64, DType.FLOAT32})
            for (int n : new int[] {1, 3, 48, 49, 130, 260}) {
                Array a = heavy(dtype, 2, n), b = Samples.copy(a);
                Array i = empty(DType.INT32, 2), j = empty(DType.INT32, 2);
                assertTrue(truth.cholesky(a, i) && kernel().cholesky(b, j));
                assertClose(a, b, 0, error(dtype, n), dtype + " " + n);
                assertEquals(0, j.getDouble(0));
            }
    }

    @Test
    void choleskyTellsWhichMinorIsNotPositive() {
        Array a = heavy(DType.FLOAT64, 1, 120), info = empty(DType.INT32, 1);
        flambeau.array.Element.setDouble(DType.FLOAT64, a.address() + 8L * (100 * 120 + 100), -1);
        kernel().cholesky(a, info);
        assertEquals(101, info.getDouble(0));
    }

    @Test
    void triangularSystemsAreThoseOfTheReference() {
        for (var dtype : new DType[] {DType.FLOAT64, DType.FLOAT32})
            for (int n : new int[] {1, 3, 48, 49, 130})
                for (int m : new int[] {1, 7, 300})
                    for (boolean upper : new boolean[] {false, true})
                        for (boolean turned : new boolean[] {false, true}) {
                            var a = heavy(dtype, 2, n);
                            if (turned) a = a.as(a.layout().permute(0, 2, 1));
                            Array x = normal(dtype, 2, n, m), y = Samples.copy(x);
                            assertTrue(truth.triangular(a, upper, false, x) && kernel().triangular(a, upper, false, y));
                            assertClose(x, y, 0, error(dtype, n), dtype + " " + n + " by " + m);
                        }
    }

    @Test
    void qrIsThatOfTheReference() {
        for (var dtype : new DType[] {DType.FLOAT64, DType.FLOAT32})
            for (int[] mn : SIZES) {
                int m = mn[0], n = mn[1], k = Math.min(m, n);
                Array a = normal(dtype, 2, m, n), b = Samples.copy(a), s = empty(dtype, 2, k), t = empty(dtype, 2, k);
                assertTrue(truth.qr(a, s) && kernel().qr(b, t));
                var what = dtype + " " + m + " by " + n;
                assertClose(a, b, 0, 10 * error(dtype, m), what);
                assertClose(s, t, 0, 10 * error(dtype, m), what);
                for (int c : new int[] {k, m}) {
                    Array p = empty(dtype, 2, m, c), q = empty(dtype, 2, m, c);
                    assertTrue(truth.reflections(a, s, p) && kernel().reflections(a, s, q));
                    assertClose(p, q, 0, error(dtype, m), what);
                }
            }
    }

    @Test
    void eigenvectorsSolveTheirEquation() {
        for (int n : new int[] {1, 2, 7, 60}) {
            var a = normal(DType.FLOAT64, 1, n, n);
            Array v = Samples.copy(a), w = empty(DType.FLOAT64, 1, n), info = empty(DType.INT32, 1);
            assertTrue(kernel().eigh(v, true, w, info));
            double[] x = Samples.values(a), vectors = Samples.values(v), values = Samples.values(w);
            for (int j = 0; j < n; j++)
                for (int i = 0; i < n; i++) {
                    double sum = 0;
                    for (int l = 0; l < n; l++) sum += x[Math.max(i, l) * n + Math.min(i, l)] * vectors[l * n + j];
                    assertEquals(values[j] * vectors[i * n + j], sum, 1e-11 * n, "vector " + j + " of " + n);
                }
            for (int j = 1; j < n; j++) assertTrue(values[j - 1] <= values[j]);
        }
    }

    @Test
    void singularVectorsGiveTheMatrixBack() {
        for (int[] mn : new int[][] {{1, 1}, {2, 2}, {5, 3}, {3, 5}, {20, 60}, {60, 20}, {40, 40}})
            for (boolean low : new boolean[] {false, true}) {
                int m = mn[0], n = mn[1], k = Math.min(m, n);
                var a = low
                        ? zeros(Layout.contiguous(Shape.of(1, m, n)), DType.FLOAT64)
                        : normal(DType.FLOAT64, 1, m, n);
                if (low) flambeau.array.Element.setDouble(DType.FLOAT64, a.address(), 2);
                Array u = empty(DType.FLOAT64, 1, m, m),
                        s = empty(DType.FLOAT64, 1, k),
                        vh = empty(DType.FLOAT64, 1, n, n);
                assertTrue(kernel().svd(Samples.copy(a), u, s, vh, empty(DType.INT32, 1)));
                double[] x = Samples.values(a),
                        left = Samples.values(u),
                        values = Samples.values(s),
                        right = Samples.values(vh);
                for (int i = 0; i < m; i++)
                    for (int j = 0; j < n; j++) {
                        double sum = 0;
                        for (int l = 0; l < k; l++) sum += left[i * m + l] * values[l] * right[l * n + j];
                        assertEquals(x[i * n + j], sum, 1e-11 * m, m + " by " + n);
                    }
                for (int l = 1; l < k; l++) assertTrue(values[l - 1] >= values[l] && values[l] >= 0);
            }
    }

    @Test
    void resultsDoNotDependOnThreads() {
        Array a = normal(DType.FLOAT32, 1, 200, 200), b = Samples.copy(a);
        Array p = empty(DType.INT32, 1, 200), info = empty(DType.INT32, 1);
        Threads.with(1, () -> kernel().lu(a, p, info));
        Threads.with(2, () -> kernel().lu(b, p, info));
        Samples.assertSame(a, b, "lu");
    }
}
