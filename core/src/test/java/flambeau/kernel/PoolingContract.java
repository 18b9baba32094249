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
import flambeau.array.Window;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** What every provider of pooling does. */
public abstract class PoolingContract {
    private final Samples samples = new Samples(5);
    private final Pooling truth = new ReferenceProvider().pooling();

    /** Whose kernels are tested. */
    protected abstract Pooling kernel();

    private static final Window TWO = window(2, 2, 0, 1), THREE = window(3, 2, 1, 1), WIDE = window(3, 1, 1, 2);

    private static Window window(int kernel, int stride, int padding, int dilation) {
        return new Window(
                new int[] {kernel, kernel}, new int[] {stride, stride}, new int[] {padding, padding}, new int[] {
                    dilation, dilation
                });
    }

    /** The shape of the result; with {@code ceil} the last window may hang over the end. */
    private static Shape result(Window win, boolean ceil, int... x) {
        var sizes = x.clone();
        for (int i = 0; i < win.rank(); i++) sizes[2 + i] = win.outputs(i, x[2 + i] + (ceil ? win.stride()[i] - 1 : 0));
        return Shape.of(sizes);
    }

    private void check(Array x, Window win, Shape shape, boolean channelsLast) {
        var layout = channelsLast ? Layout.channelsLast(shape) : Layout.contiguous(shape);
        for (var dtype : new DType[] {DType.INT64, DType.INT32, null}) {
            Array expected = zeros(layout, DType.FLOAT32), actual = zeros(layout, DType.FLOAT32);
            Array place = dtype == null ? null : zeros(layout, dtype),
                    expectedPlace = dtype == null ? null : zeros(layout, dtype);
            boolean taken = kernel().max(x, actual, place, win);
            assertTrue(taken || x.count() < 10_000, () -> "declined " + x.layout());
            if (!taken) continue;
            truth.max(x, expected, expectedPlace, win);
            var what = win + " of " + x.layout();
            assertClose(expected, actual, 0, 0, what);
            if (place == null) continue;
            assertSame(expectedPlace, place, what);
            var dy = samples.normal(layout);
            Array dx = samples.normal(x.layout()), expectedDx = Samples.copy(dx);
            if (!kernel().maxBackward(dy, place, dx, win)) continue;
            truth.maxBackward(dy, place, expectedDx, win);
            assertClose(expectedDx, dx, 1e-6, 1e-6, what); // at most nine numbers are added
        }
    }

    @Test
    void windowsOfAllKinds() {
        for (int c : new int[] {1, 2, 6, 16, 17, 70})
            for (var win : new Window[] {TWO, THREE, WIDE, window(1, 1, 0, 1), window(3, 3, 0, 1)})
                for (boolean ceil : new boolean[] {false, true})
                    for (boolean last : new boolean[] {false, true})
                        for (var layout : Samples.layouts(2, c, 9, 12))
                            check(samples.normal(layout), win, result(win, ceil, 2, c, 9, 12), last);
    }

    @Test
    void largeImages() {
        for (boolean last : new boolean[] {false, true}) {
            var shape = Shape.of(4, 20, 28, 28);
            check(
                    samples.normal(last ? Layout.channelsLast(shape) : Layout.contiguous(shape)),
                    TWO,
                    result(TWO, false, 4, 20, 28, 28),
                    last);
        }
    }

    @Test
    void equalAndOddNumbers() {
        for (int c : new int[] {1, 20})
            for (boolean last : new boolean[] {false, true}) {
                check(
                        samples.whole(DType.FLOAT32, -1, 2, 2, c, 10, 11),
                        THREE,
                        result(THREE, false, 2, c, 10, 11),
                        last);
                check(samples.odd(2, c, 10, 11), THREE, result(THREE, false, 2, c, 10, 11), last);
            }
    }

    @Test
    void oneAndThreeAxes() {
        var line = new Window(new int[] {3}, new int[] {2}, new int[] {1}, new int[] {1});
        check(samples.normal(2, 3, 20), line, result(line, false, 2, 3, 20), false);
        var cube = new Window(new int[] {2, 3, 2}, new int[] {2, 1, 2}, new int[] {1, 0, 1}, new int[] {1, 1, 1});
        for (boolean last : new boolean[] {false, true})
            check(samples.normal(2, 3, 5, 6, 7), cube, result(cube, false, 2, 3, 5, 6, 7), last);
    }

    @Test
    void negativeNumbersBeatPadding() {
        var x = Samples.fill(Layout.contiguous(Shape.of(1, 2, 4, 4)), DType.FLOAT32, () -> -5);
        check(x, THREE, result(THREE, false, 1, 2, 4, 4), false);
        x = Samples.fill(Layout.contiguous(Shape.of(1, 2, 4, 4)), DType.FLOAT32, () -> Float.NEGATIVE_INFINITY);
        check(x, THREE, result(THREE, false, 1, 2, 4, 4), false);
    }

    @Test
    void otherTypes() {
        check(samples.whole(DType.FLOAT64, 0, 9, 1, 2, 6, 6), TWO, result(TWO, false, 1, 2, 6, 6), false);
    }

    private void checkAverage(Array x, Shape shape, boolean channelsLast, Spans... spans) {
        var layout = channelsLast ? Layout.channelsLast(shape) : Layout.contiguous(shape);
        Array expected = zeros(layout, x.dtype()), actual = zeros(layout, x.dtype());
        boolean taken = kernel().average(x, actual, Spans.threeAxes(spans));
        assertTrue(taken || !x.isFloat32(), () -> "declined " + x.layout());
        if (!taken) return;
        truth.average(x, expected, Spans.threeAxes(spans));
        assertClose(expected, actual, 1e-5, 1e-5, shape + " of " + x.layout()); // at most 400 numbers are added
        var dy = samples.normal(layout);
        Array dx = samples.normal(x.layout()), expectedDx = Samples.copy(dx);
        if (!kernel().averageBackward(dy, dx, Spans.threeAxes(spans))) return;
        truth.averageBackward(dy, expectedDx, Spans.threeAxes(spans));
        assertClose(expectedDx, dx, 1e-5, 1e-5, shape + " of " + x.layout());
    }

    @Test
    void averages() {
        for (int c : new int[] {1, 2, 17, 70})
            for (var win : new Window[] {TWO, window(3, 2, 1, 1), window(3, 1, 1, 1), window(1, 1, 0, 1)})
                for (boolean padding : new boolean[] {false, true})
                    for (boolean last : new boolean[] {false, true})
                        for (var layout : Samples.layouts(2, c, 9, 12)) {
                            var shape = result(win, padding, 2, c, 9, 12);
                            var down = Spans.of(win, 0, 9, shape.get(2), padding);
                            var across = Spans.of(win, 1, 12, shape.get(3), padding);
                            checkAverage(samples.normal(layout), shape, last, down, across);
                        }
    }

    @Test
    void averagesToGivenSizes() {
        for (int size : new int[] {1, 3, 7, 20, 23})
            for (boolean last : new boolean[] {false, true})
                for (var layout : Samples.layouts(2, 5, 20, 18)) {
                    var shape = Shape.of(2, 5, size, size);
                    checkAverage(samples.normal(layout), shape, last, Spans.even(20, size), Spans.even(18, size));
                }
        var cube = Shape.of(2, 3, 2, 3, 4);
        checkAverage(samples.normal(2, 3, 5, 6, 7), cube, false, Spans.even(5, 2), Spans.even(6, 3), Spans.even(7, 4));
        checkAverage(samples.normal(2, 3, 20), Shape.of(2, 3, 6), false, Spans.even(20, 6));
    }

    @Test
    void ofSeveralNaNTheLastIsFound() {
        Array x = zeros(Layout.contiguous(Shape.of(1, 1, 1, 5)), DType.FLOAT32),
                y = zeros(Layout.contiguous(Shape.of(1, 1, 1, 1)), DType.FLOAT32);
        for (int i : new int[] {1, 3})
            flambeau.array.Element.setDouble(DType.FLOAT32, x.address() + 4L * i, Double.NaN);
        var place = zeros(y.layout(), DType.INT64);
        var window = new Window(new int[] {1, 5}, new int[] {1, 1}, new int[] {0, 0}, new int[] {1, 1});
        for (var kernels : new Pooling[] {truth, kernel()}) {
            assertTrue(kernels.max(x, y, place, window));
            assertEquals(3, place.getDouble(0));
        }
        truth.maxOver(x, y, place, Spans.threeAxes(Spans.even(5, 1)));
        assertEquals(3, place.getDouble(0));
    }
}
