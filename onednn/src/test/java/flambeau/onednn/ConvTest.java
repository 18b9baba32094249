package flambeau.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.kernel.Conv;
import flambeau.kernel.Parallel;
import flambeau.kernel.reference.ReferenceProvider;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConvTest {
    private final Conv conv = new DnnlConv();
    private final Conv reference = Objects.requireNonNull(new ReferenceProvider().conv());

    /** {@code x} [n, c, ..], {@code w} [out, c / groups, ..]. */
    private record Case(int[] x, int[] w, int stride, int padding, int dilation, int groups) {
        Window window() {
            int rank = x.length - 2;
            return new Window(
                    Arrays.copyOfRange(w, 2, w.length), all(rank, stride), all(rank, padding), all(rank, dilation));
        }

        private static int[] all(int rank, int value) {
            var array = new int[rank];
            Arrays.fill(array, value);
            return array;
        }

        Shape y() {
            var y = x.clone();
            y[1] = w[0];
            for (int i = 2; i < y.length; i++) y[i] = window().outputs(i - 2, x[i]);
            return Shape.of(y);
        }

        double length() {
            return Shape.of(w).count() / (double) w[0];
        }

        @Override
        public String toString() {
            return Arrays.toString(x) + " * " + Arrays.toString(w) + " stride " + stride + " padding " + padding
                    + " dilation " + dilation + " groups " + groups;
        }
    }

    private static int[] sizes(int... sizes) {
        return sizes;
    }

    private static final Case[] CASES = {
        new Case(sizes(64, 1, 28, 28), sizes(6, 1, 5, 5), 1, 0, 1, 1),
        new Case(sizes(7, 3, 32, 32), sizes(6, 3, 5, 5), 1, 0, 1, 1),
        new Case(sizes(33, 6, 14, 14), sizes(16, 6, 5, 5), 1, 0, 1, 1),
        new Case(sizes(2, 16, 15, 13), sizes(32, 16, 3, 3), 2, 1, 1, 1),
        new Case(sizes(2, 17, 9, 9), sizes(5, 17, 3, 3), 1, 2, 2, 1),
        new Case(sizes(3, 24, 8, 8), sizes(40, 24, 1, 1), 1, 0, 1, 1),
        new Case(sizes(3, 24, 8, 8), sizes(40, 24, 1, 1), 2, 0, 1, 1),
        new Case(sizes(1, 3, 40, 40), sizes(64, 3, 7, 7), 2, 3, 1, 1),
        new Case(sizes(2, 8, 10, 10), sizes(8, 1, 3, 3), 1, 1, 1, 8),
        new Case(sizes(2, 32, 10, 10), sizes(64, 16, 3, 3), 1, 1, 1, 2),
        new Case(sizes(5, 4, 100), sizes(6, 4, 9), 3, 4, 1, 1),
        new Case(sizes(2, 3, 8, 9, 10), sizes(4, 3, 3, 3, 3), 1, 1, 1, 1),
        new Case(sizes(3, 64, 9, 8), sizes(96, 64, 3, 3), 1, 1, 1, 1),
        new Case(sizes(2, 70, 11, 12), sizes(130, 70, 5, 3), 2, 2, 1, 1),
        new Case(sizes(8, 24, 20, 20), sizes(40, 24, 1, 1), 1, 0, 1, 1),
        new Case(sizes(1, 40, 33, 31), sizes(70, 40, 3, 3), 1, 1, 1, 1),
        new Case(sizes(2, 33, 40, 30), sizes(65, 33, 5, 5), 2, 4, 2, 1),
        new Case(sizes(3, 130, 6, 6), sizes(260, 130, 3, 3), 1, 1, 1, 1),
        new Case(sizes(1, 200, 7, 7), sizes(100, 200, 3, 3), 1, 1, 1, 1),
        new Case(sizes(1, 1, 1, 1), sizes(1, 1, 1, 1), 1, 0, 1, 1),
        new Case(sizes(1, 2, 5, 5), sizes(3, 2, 5, 5), 1, 0, 1, 1),
    };

    /** As PyTorch lays images out, channels-last, and as a slice of something larger. */
    private static Stream<Layout> layouts(Shape shape) {
        var wide = shape.with(shape.rank() - 1, shape.get(-1) + 3);
        return Stream.of(
                Layout.contiguous(shape),
                Layout.channelsLast(shape),
                Layout.contiguous(wide).slice(shape.rank() - 1, 2, shape.get(-1), 1));
    }

    @Test
    void forwardAgreesWithTheReference() {
        for (var c : CASES) {
            for (var layout : layouts(Shape.of(c.x)).toList()) {
                var x = Data.random(layout, 1);
                var w = Data.random(2, c.w);
                var bias = Data.random(3, c.w[0]);
                for (var out : new Layout[] {Layout.channelsLast(c.y()), Layout.contiguous(c.y())}) {
                    Array expected = Data.unwritten(out), actual = Data.unwritten(out);
                    reference.forward(x, w, bias, expected, c.window(), c.groups);
                    assertTrue(conv.forward(x, w, bias, actual, c.window(), c.groups), c::toString);
                    Data.assertClose(expected, actual, c.length(), c.toString());
                }
            }
        }
    }

    @Test
    void backwardDataAgreesWithTheReference() {
        for (var c : CASES) {
            for (var layout : layouts(c.y()).toList()) {
                var dy = Data.random(layout, 1);
                var w = Data.random(2, c.w);
                for (var in : new Layout[] {Layout.channelsLast(Shape.of(c.x)), Layout.contiguous(Shape.of(c.x))}) {
                    Array expected = Data.unwritten(in), actual = Data.unwritten(in);
                    reference.backwardData(dy, w, expected, c.window(), c.groups);
                    assertTrue(conv.backwardData(dy, w, actual, c.window(), c.groups), c::toString);
                    Data.assertClose(expected, actual, c.length() * c.w[0], c.toString());
                }
            }
        }
    }

    @Test
    void backwardWeightsAgreesWithTheReference() {
        for (var c : CASES) {
            for (var layout : layouts(Shape.of(c.x)).toList()) {
                var x = Data.random(layout, 1);
                var dy = Data.random(Layout.channelsLast(c.y()), 2);
                Array expected = Data.unwritten(c.w), actual = Data.unwritten(c.w);
                Array expectedBias = Data.unwritten(c.w[0]), actualBias = Data.unwritten(c.w[0]);
                reference.backwardWeights(x, dy, expected, expectedBias, c.window(), c.groups);
                assertTrue(conv.backwardWeights(x, dy, actual, actualBias, c.window(), c.groups), c::toString);
                double length = c.y().count() / (double) c.w[0];
                Data.assertClose(expected, actual, length, c.toString());
                Data.assertClose(expectedBias, actualBias, length, c.toString());
                assertTrue(conv.backwardWeights(x, dy, actual, null, c.window(), c.groups), c::toString);
                Data.assertClose(expected, actual, length, "without bias " + c);
            }
        }
    }

    @Test
    void weightsThatChangeAreReadAnew() {
        var c = CASES[3];
        var x = Data.random(Layout.channelsLast(Shape.of(c.x)), 1);
        var w = Data.random(2, c.w);
        for (int step = 0; step < 3; step++) {
            var expected = Data.unwritten(Layout.channelsLast(c.y()));
            reference.forward(x, w, null, expected, c.window(), c.groups);
            for (int use = 0; use < 3; use++) { // copied for the moment, kept, and found
                var actual = Data.unwritten(Layout.channelsLast(c.y()));
                conv.forward(x, w, null, actual, c.window(), c.groups);
                Data.assertClose(expected, actual, c.length(), "step " + step + " use " + use);
            }
            Element.setDouble(DType.FLOAT32, w.address() + 4 * step, 7);
            w.storage().touch();
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        int before = Parallel.threads();
        try {
            for (var c : CASES) {
                var x = Data.random(Layout.channelsLast(Shape.of(c.x)), 1);
                var w = Data.random(2, c.w);
                var dy = Data.random(Layout.channelsLast(c.y()), 3);
                var first = all(c, x, w, dy, 1);
                for (int threads = 2; threads < 6; threads++) {
                    assertArrayEquals(first, all(c, x, w, dy, threads), c::toString);
                }
            }
        } finally {
            Parallel.setThreads(before);
        }
    }

    private double[] all(Case c, Array x, Array w, Array dy, int threads) {
        Parallel.setThreads(threads);
        var y = Data.unwritten(dy.layout());
        var dx = Data.unwritten(x.layout());
        var dw = Data.unwritten(c.w);
        var db = Data.unwritten(c.w[0]);
        conv.forward(x, w, null, y, c.window(), c.groups);
        conv.backwardData(dy, w, dx, c.window(), c.groups);
        conv.backwardWeights(x, dy, dw, db, c.window(), c.groups);
        return Stream.of(y, dx, dw, db)
                .flatMapToDouble(a -> Arrays.stream(Data.values(a)))
                .toArray();
    }

    @Test
    void manyThreadsMayConvolveAtOnce() throws Exception {
        var c = CASES[2];
        var w = Data.random(2, c.w);
        var inputs = IntStream.range(0, 64)
                .mapToObj(i -> Data.random(Layout.channelsLast(Shape.of(c.x)), i))
                .toList();
        try (var pool = Executors.newFixedThreadPool(64)) {
            var tasks = inputs.stream()
                    .map(x -> pool.submit(() -> forward(c, x, w)))
                    .toList();
            for (int i = 0; i < tasks.size(); i++) {
                assertArrayEquals(forward(c, inputs.get(i), w), tasks.get(i).get());
            }
        }
    }

    private double[] forward(Case c, Array x, Array w) {
        var y = Data.unwritten(Layout.channelsLast(c.y()));
        for (int i = 0; i < 20; i++) conv.forward(x, w, null, y, c.window(), c.groups);
        return Data.values(y);
    }
}
