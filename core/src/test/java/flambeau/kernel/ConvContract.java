package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.assertSame;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** What every provider of convolutions does. */
public abstract class ConvContract {
    private final Samples samples = new Samples(4);
    private final Conv truth = new ReferenceProvider().conv();

    /** Whose kernels are tested. */
    protected abstract Conv kernel();

    /** A convolution of x [n, c, ..] with out windows of some size. */
    private record Case(int[] x, int out, int groups, Window window) {
        static Case of(int[] x, int out, int groups, int kernel, int stride, int padding, int dilation) {
            int axes = x.length - 2;
            return new Case(
                    x,
                    out,
                    groups,
                    new Window(all(axes, kernel), all(axes, stride), all(axes, padding), all(axes, dilation)));
        }

        private static int[] all(int axes, int value) {
            var all = new int[axes];
            java.util.Arrays.fill(all, value);
            return all;
        }

        Shape w() {
            var sizes = x.clone();
            sizes[0] = out;
            sizes[1] = x[1] / groups;
            System.arraycopy(window.kernel(), 0, sizes, 2, window.rank());
            return Shape.of(sizes);
        }

        Shape y() {
            var sizes = x.clone();
            sizes[1] = out;
            for (int i = 0; i < window.rank(); i++) sizes[2 + i] = window.outputs(i, x[2 + i]);
            return Shape.of(sizes);
        }
    }

    private static final Case[] CASES = {
        Case.of(new int[] {2, 3, 8, 9}, 4, 1, 3, 1, 0, 1),
        Case.of(new int[] {2, 3, 8, 9}, 4, 1, 3, 1, 1, 1),
        Case.of(new int[] {2, 4, 9, 8}, 6, 2, 3, 2, 1, 1),
        Case.of(new int[] {1, 4, 12, 11}, 4, 4, 3, 1, 2, 2),
        Case.of(new int[] {3, 1, 12, 12}, 6, 1, 5, 1, 0, 1),
        Case.of(new int[] {2, 16, 7, 7}, 32, 1, 1, 1, 0, 1),
        Case.of(new int[] {2, 6, 7, 7}, 8, 2, 1, 2, 0, 1),
        Case.of(new int[] {2, 3, 5, 5}, 2, 1, 5, 1, 0, 1),
        Case.of(new int[] {2, 3, 4, 4}, 2, 1, 3, 3, 2, 1),
        Case.of(new int[] {9, 2, 6, 6}, 5, 1, 3, 1, 1, 1),
        Case.of(new int[] {2, 3, 20}, 4, 1, 3, 2, 1, 1),
        Case.of(new int[] {2, 2, 5, 6, 7}, 4, 2, 3, 1, 1, 1),
        Case.of(new int[] {2, 64, 14, 14}, 64, 1, 3, 1, 1, 1),
        Case.of(new int[] {3, 1, 8, 1}, 1, 1, 1, 1, 0, 1),
    };

    private static Layout[] images(Shape shape) {
        return new Layout[] {Layout.contiguous(shape), Layout.channelsLast(shape)};
    }

    private static void assertSum(Array expected, Array actual, double terms, String what) {
        assertClose(expected, actual, 0x1p-23, Samples.productError(terms), what);
    }

    @Test
    void forward() {
        for (var c : CASES)
            for (var in : images(Shape.of(c.x)))
                for (var out : images(c.y()))
                    for (boolean withBias : new boolean[] {false, true}) {
                        Array x = samples.normal(in),
                                w = samples.normal(c.w().sizes()),
                                bias = withBias ? samples.normal(c.out) : null;
                        Array expected = zeros(out, DType.FLOAT32), actual = zeros(out, DType.FLOAT32);
                        boolean taken = kernel().forward(x, w, bias, actual, c.window, c.groups);
                        assertTrue(taken || c.x[1] < 64, "declined " + in);
                        if (!taken) continue;
                        truth.forward(x, w, bias, expected, c.window, c.groups);
                        assertSum(
                                expected,
                                actual,
                                c.w().count() / (double) c.out,
                                c.window + " of " + in + " to " + out);
                    }
    }

    @Test
    void backwardData() {
        for (var c : CASES)
            for (var in : images(Shape.of(c.x)))
                for (var out : images(c.y())) {
                    Array dy = samples.normal(out), w = samples.normal(c.w().sizes());
                    Array expected = zeros(in, DType.FLOAT32), actual = samples.normal(in);
                    boolean taken = kernel().backwardData(dy, w, actual, c.window, c.groups);
                    assertTrue(taken || c.x[1] < 64, "declined " + in);
                    if (!taken) continue;
                    truth.backwardData(dy, w, expected, c.window, c.groups);
                    assertSum(
                            expected, actual, c.w().count() / (double) c.x[1], c.window + " of " + in + " from " + out);
                }
    }

    @Test
    void backwardWeights() {
        for (var c : CASES)
            for (var in : images(Shape.of(c.x)))
                for (var out : images(c.y()))
                    for (boolean withBias : new boolean[] {false, true}) {
                        Array x = samples.normal(in), dy = samples.normal(out);
                        Array expected = zeros(Layout.contiguous(c.w()), DType.FLOAT32),
                                actual = samples.normal(c.w().sizes());
                        Array expectedBias = samples.normal(c.out),
                                actualBias = withBias ? samples.normal(c.out) : null;
                        boolean taken = kernel().backwardWeights(x, dy, actual, actualBias, c.window, c.groups);
                        assertTrue(taken || c.x[1] < 64, "declined " + in);
                        if (!taken) continue;
                        truth.backwardWeights(x, dy, expected, expectedBias, c.window, c.groups);
                        double terms = c.y().count() / (double) c.out;
                        assertSum(expected, actual, terms, c.window + " of " + in + " and " + out);
                        if (actualBias != null) assertSum(expectedBias, actualBias, terms, "bias of " + out);
                    }
    }

    @Test
    void viewsAsInputs() {
        var c = Case.of(new int[] {2, 3, 8, 9}, 4, 1, 3, 1, 1, 1);
        for (var in : Samples.layouts(c.x))
            for (var weights : Samples.layouts(c.w().sizes())) {
                Array x = samples.normal(in),
                        w = samples.normal(weights),
                        bias = samples.normal(Samples.layouts(4).get(2));
                Array expected = zeros(Layout.contiguous(c.y()), DType.FLOAT32), actual = Samples.copy(expected);
                if (!kernel().forward(x, w, bias, actual, c.window, 1)) continue;
                truth.forward(x, w, bias, expected, c.window, 1);
                assertSum(expected, actual, 27, in + " and " + weights);
            }
    }

    @Test
    void resultsDoNotDependOnThreads() {
        var c = Case.of(new int[] {20, 4, 16, 16}, 8, 1, 3, 1, 1, 1);
        Array x = samples.normal(c.x), w = samples.normal(c.w().sizes()), dy = samples.normal(c.y().sizes());
        Array y1 = zeros(dy.layout(), DType.FLOAT32),
                y2 = Samples.copy(y1),
                dw1 = Samples.copy(w),
                dw2 = Samples.copy(w);
        if (!Threads.with(1, () -> kernel().forward(x, w, null, y1, c.window, 1))) return;
        Threads.with(2, () -> kernel().forward(x, w, null, y2, c.window, 1));
        assertSame(y1, y2, "forward");
        Threads.with(1, () -> kernel().backwardWeights(x, dy, dw1, null, c.window, 1));
        Threads.with(2, () -> kernel().backwardWeights(x, dy, dw2, null, c.window, 1));
        assertSame(dw1, dw2, "backwardWeights");
    }
}
