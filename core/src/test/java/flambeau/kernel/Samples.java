package flambeau.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.reference.ReferenceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Arrays for the tests of kernels, and comparisons. */
public final class Samples {
    /** The sizes at which loops go wrong: none, one, odd, around a vector, lanes and a tile, several tiles. */
    public static final int[] SIZES = {0, 1, 3, 7, 8, 9, 16, 17, 33, 63, 64, 65, 129, 1000, 2048, 2049, 5000};

    private final Random random;

    public Samples(long seed) {
        random = new Random(seed);
    }

    /** Normal numbers. */
    public Array normal(int... sizes) {
        return fill(Layout.contiguous(Shape.of(sizes)), DType.FLOAT32, random::nextGaussian);
    }

    /** Normal numbers in any layout. */
    public Array normal(Layout layout) {
        return normal(DType.FLOAT32, layout);
    }

    /** Normal numbers of a type in any layout. */
    public Array normal(DType dtype, Layout layout) {
        return fill(layout, dtype, random::nextGaussian);
    }

    /** Numbers from 0 to 1. */
    public Array positive(int... sizes) {
        return positive(DType.FLOAT32, sizes);
    }

    /** Numbers from 0 to 1 of a type. */
    public Array positive(DType dtype, int... sizes) {
        return fill(Layout.contiguous(Shape.of(sizes)), dtype, random::nextDouble);
    }

    /** Whole numbers from {@code low} to {@code high}, exclusive. */
    public Array whole(DType dtype, int low, int high, int... sizes) {
        return whole(dtype, low, high, Layout.contiguous(Shape.of(sizes)));
    }

    /** Whole numbers from {@code low} to {@code high}, exclusive, in any layout. */
    public Array whole(DType dtype, int low, int high, Layout layout) {
        return fill(layout, dtype, () -> random.nextInt(low, high));
    }

    /** Normal numbers among which are NaN, infinities, zeros of both signs, tiny and huge numbers. */
    public Array odd(int... sizes) {
        return odd(DType.FLOAT32, sizes);
    }

    /** The like of a type. */
    public Array odd(DType dtype, int... sizes) {
        double[] some = {
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            0,
            -0.0,
            1e-42,
            -1e-42,
            3e38,
            -3e38,
            88.7,
            89,
            -87.5,
            -100,
            1,
            -1,
            0.5,
            2.5,
            -2.5
        };
        return fill(
                Layout.contiguous(Shape.of(sizes)),
                dtype,
                () -> random.nextInt(3) == 0 ? some[random.nextInt(some.length)] : 3 * random.nextGaussian());
    }

    /** An array over just as many bytes as its layout needs, every one of which is filled. */
    public static Array fill(Layout layout, DType dtype, DoubleSupplier values) {
        long span = layout.offset() + 1;
        for (int d = 0; d < layout.shape().rank(); d++)
            span += Math.max(layout.shape().get(d) - 1, 0) * layout.stride(d);
        var all = Array.empty(Shape.of((int) Math.max(span, 1)), dtype);
        for (long i = 0; i < all.count(); i++)
            Element.setDouble(dtype, all.address() + i * dtype.bytes(), values.getAsDouble());
        return all.as(layout);
    }

    /** An array of zeros. */
    public static Array zeros(Layout layout, DType dtype) {
        return fill(layout, dtype, () -> 0);
    }

    /** The same elements in the same layout in storage of their own. */
    public static Array copy(Array x) {
        long elements = x.storage().bytes() / x.dtype().bytes();
        var all = Array.empty(Shape.of((int) elements), x.dtype());
        var reference = new ReferenceProvider().pointwise();
        reference.copy(x.as(Layout.contiguous(all.shape())), all);
        return all.as(x.layout());
    }

    /** Layouts of one shape: row-major, column-major, every second element, shifted. */
    public static List<Layout> layouts(int... sizes) {
        var shape = Shape.of(sizes);
        var all = new ArrayList<Layout>();
        all.add(Layout.contiguous(shape));
        var backwards = new int[sizes.length];
        var turned = new int[sizes.length];
        for (int d = 0; d < sizes.length; d++) {
            backwards[d] = sizes.length - 1 - d;
            turned[d] = sizes[sizes.length - 1 - d];
        }
        all.add(Layout.contiguous(Shape.of(turned)).permute(backwards));
        if (sizes.length > 0) {
            var wide = sizes.clone();
            wide[sizes.length - 1] *= 2;
            all.add(Layout.contiguous(Shape.of(wide)).slice(sizes.length - 1, 0, sizes[sizes.length - 1], 2));
            var tall = sizes.clone();
            tall[0] += 2;
            all.add(Layout.contiguous(Shape.of(tall)).slice(0, 1, sizes[0], 1));
        }
        if (sizes.length >= 3) all.add(Layout.channelsLast(shape));
        return all;
    }

    /** The elements in row-major order. */
    public static double[] values(Array x) {
        var copy = Array.empty(x.shape(), DType.FLOAT64);
        new ReferenceProvider().pointwise().copy(x, copy);
        var values = new double[(int) x.count()];
        for (int i = 0; i < values.length; i++) values[i] = copy.getDouble(i);
        return values;
    }

    /**
     * How far a sum of n normal numbers may be off: partial sums of up to 64 terms are rounded to float, and the errors add up like a
     * random walk; five standard deviations.
     */
    public static double sumError(double n) {
        return 0x1p-23 * Math.sqrt(n * (Math.min(n, 64) + 8));
    }

    /** How far a sum of n products of normal numbers may be off that is rounded to float after each; five standard deviations. */
    public static double productError(double n) {
        return 0x1p-22 * (n + 2);
    }

    /** Fails unless each element lies within {@code relative |expected| + absolute}. */
    public static void assertClose(Array expected, Array actual, double relative, double absolute, String what) {
        double[] e = values(expected), a = values(actual);
        assertEquals(e.length, a.length, what);
        for (int i = 0; i < e.length; i++) {
            boolean same = Double.compare(e[i], a[i]) == 0 || e[i] == a[i];
            if (!same && !(Math.abs(e[i] - a[i]) <= relative * Math.abs(e[i]) + absolute))
                fail("%s: element %d of %d should be %s, is %s".formatted(what, i, e.length, e[i], a[i]));
        }
    }

    /** Fails unless the elements are the same to the bit; any NaN equals any other. */
    public static void assertSame(Array expected, Array actual, String what) {
        double[] e = values(expected), a = values(actual);
        assertEquals(e.length, a.length, what);
        for (int i = 0; i < e.length; i++)
            if (Double.compare(e[i], a[i]) != 0)
                fail("%s: element %d of %d should be %s, is %s".formatted(what, i, e.length, e[i], a[i]));
    }
}
