package flambeau.kernel.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import flambeau.kernel.Samples;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies between layouts move every element to its place, and no other. */
class CopiesTest {
    private static final int[] SIZES = {1, 2, 31, 33, 64, 65, 131, 1000};

    private static Array numbered(Layout layout, DType dtype) {
        int[] next = {0};
        return Samples.fill(layout, dtype, () -> next[0]++ % (dtype == DType.BOOL ? 2 : 101));
    }

    /** Copies x to the layout, in an array of {@code room} elements. */
    private static void check(Array x, Layout layout, long room) {
        Array all = Array.empty(Shape.of((int) room), x.dtype()), y = all.as(layout);
        all.zero();
        Copies.copy(x, y);
        double[] expected = Samples.values(x);
        assertArrayEquals(expected, Samples.values(y), () -> x.dtype() + " " + x.layout() + " to " + layout);
        double sum = DoubleStream.of(expected).sum(),
                written = DoubleStream.of(Samples.values(all)).sum();
        assertEquals(sum, written, () -> "beside " + x.dtype() + " " + x.layout() + " to " + layout);
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOL", "INT16", "FLOAT32", "FLOAT64"})
    void matricesAreTurned(DType dtype) {
        for (int rows : SIZES)
            for (int columns : new int[] {1, 3, 33, 66, 127}) {
                var turned =
                        numbered(Layout.contiguous(Shape.of(2, columns, rows)).permute(0, 2, 1), dtype);
                check(turned, Layout.contiguous(turned.shape()), turned.count());
                var wide = numbered(Layout.contiguous(Shape.of(columns + 3, rows)), dtype);
                var part = wide.as(wide.layout().permute(1, 0).slice(1, 1, columns, 1));
                check(part, Layout.contiguous(part.shape()), part.count());
            }
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOL", "INT16", "FLOAT32", "FLOAT64"})
    void elementsAtStepsAreMoved(DType dtype) {
        for (int n : SIZES)
            for (int step = 1; step < 4; step++) {
                var apart = Layout.contiguous(Shape.of(3, n * step)).slice(1, 0, n, step);
                var x = numbered(Layout.contiguous(Shape.of(3, n * step)), dtype);
                check(
                        x.as(apart),
                        Layout.contiguous(apart.shape()),
                        apart.shape().count());
                check(numbered(Layout.contiguous(Shape.of(3, n)), dtype), apart, 3L * n * step);
                var backwards = new Layout(Shape.of(3, n), new long[] {n * step, -step}, (n - 1L) * step);
                check(x.as(backwards), Layout.contiguous(backwards.shape()), 3L * n);
            }
    }

    /** Operands that lie across the result, which itself has gaps or not. */
    @ParameterizedTest
    @EnumSource(names = {"INT32", "FLOAT32", "FLOAT64"})
    void sumsOfTurnedMatrices(DType dtype) {
        var a = numbered(Layout.contiguous(Shape.of(70, 90)).permute(1, 0), dtype);
        var b = numbered(Layout.contiguous(Shape.of(90, 70)), dtype);
        for (var layout : new Layout[] {
            Layout.contiguous(Shape.of(90, 70)),
            Layout.contiguous(Shape.of(90, 75)).slice(1, 2, 70, 1),
            Layout.contiguous(Shape.of(75, 90)).permute(1, 0).slice(1, 2, 70, 1)
        }) {
            var y = Array.empty(Shape.of(90 * 75), dtype).as(layout);
            Kernels.binary(Binary.SUB, a, b, y);
            assertDifference(a, b, y);
            Kernels.binary(Binary.SUB, b, a, y);
            assertDifference(b, a, y);
        }
    }

    private static void assertDifference(Array a, Array b, Array y) {
        double[] left = Samples.values(a), right = Samples.values(b);
        Arrays.setAll(left, i -> left[i] - right[i]);
        assertArrayEquals(left, Samples.values(y));
    }
}
