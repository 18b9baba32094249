package flambeau.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Layout;
import flambeau.array.Shape;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Arrays with random content, and their comparison. */
final class Data {
    private Data() {}

    /** Random numbers from [-1, 1) in this layout. */
    static Array random(Layout layout, long seed) {
        long last = layout.offset();
        for (int i = 0; i < layout.shape().rank(); i++) {
            last += Math.max(0, layout.shape().get(i) - 1) * layout.stride(i);
        }
        var array = Array.empty(Shape.of((int) last + 1), DType.FLOAT32);
        var random = new SplittableRandom(seed);
        for (long i = 0; i <= last; i++) {
            Element.setDouble(DType.FLOAT32, array.address() + 4 * i, random.nextDouble(-1, 1));
        }
        return array.as(layout);
    }

    static Array random(long seed, int... sizes) {
        return random(Layout.contiguous(Shape.of(sizes)), seed);
    }

    /** Fresh, full of NaN: what is not written will show. */
    static Array unwritten(Layout layout) {
        var array = Array.empty(layout, DType.FLOAT32);
        for (long i = 0; i < array.count(); i++) Element.setDouble(DType.FLOAT32, array.address() + 4 * i, Double.NaN);
        return array;
    }

    static Array unwritten(int... sizes) {
        return unwritten(Layout.contiguous(Shape.of(sizes)));
    }

    /** The elements in row-major order. */
    static double[] values(Array array) {
        var layout = array.layout();
        int[] sizes = layout.shape().sizes();
        int n = IntStream.of(sizes).reduce(1, (a, b) -> a * b);
        var values = new double[n];
        for (int i = 0; i < n; i++) {
            long at = 0;
            for (int d = sizes.length - 1, left = i; d >= 0; left /= sizes[d--])
                at += left % sizes[d] * layout.stride(d);
            values[i] = Element.getDouble(array.dtype(), array.address() + 4 * at);
        }
        return values;
    }

    /** Within {@code length} roundings, each of half a unit of a partial sum that grows with the root of the length. */
    static void assertClose(Array expected, Array actual, double length, String what) {
        double tolerance = 6e-8 * Math.pow(Math.max(length, 4), 1.5);
        double[] e = values(expected), a = values(actual);
        for (int i = 0; i < e.length; i++) assertEquals(e[i], a[i], tolerance, what + " element " + i);
    }
}
