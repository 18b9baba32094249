package flambeau.kernel;

import static flambeau.kernel.Samples.values;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Rule;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** The reference against results worked out by hand, or by PyTorch. */
final class ReferenceTest {
    private final Provider reference = new ReferenceProvider();

    private static Array of(DType dtype, int[] shape, double... values) {
        var next = new int[1];
        return Samples.fill(
                Layout.contiguous(Shape.of(shape)),
                dtype,
                () -> values.length == 0 ? 0 : values[next[0]++ % values.length]);
    }

    private static Array floats(int[] shape, double... values) {
        return of(DType.FLOAT32, shape, values);
    }

    private static int[] shape(int... sizes) {
        return sizes;
    }

    private static Window window(int kernel, int stride, int padding) {
        return new Window(new int[] {kernel}, new int[] {stride}, new int[] {padding}, new int[] {1});
    }

    @Test
    void matmulAddsTheBias() {
        var y = floats(shape(2, 1));
        reference.gemm().matmul(floats(shape(2, 2), 1, 2, 3, 4), floats(shape(2, 1), 5, 6), floats(shape(1), 100), y);
        assertArrayEquals(new double[] {117, 139}, values(y));
    }

    @Test
    void convolutionIsACorrelation() {
        var y = floats(shape(1, 1, 4));
        reference
                .conv()
                .forward(
                        floats(shape(1, 1, 4), 1, 2, 3, 4),
                        floats(shape(1, 1, 3), 1, 10, 100),
                        floats(shape(1), 0.5),
                        y,
                        window(3, 1, 1),
                        1);
        assertArrayEquals(new double[] {210.5, 321.5, 432.5, 43.5}, values(y));
    }

    @Test
    void convolutionGradients() {
        Array x = floats(shape(1, 1, 4), 1, 2, 3, 4),
                w = floats(shape(1, 1, 3), 1, 10, 100),
                dy = floats(shape(1, 1, 4), 1, 0, 0, 2);
        Array dx = floats(shape(1, 1, 4)), dw = floats(shape(1, 1, 3)), db = floats(shape(1));
        reference.conv().backwardData(dy, w, dx, window(3, 1, 1), 1);
        reference.conv().backwardWeights(x, dy, dw, db, window(3, 1, 1), 1);
        assertArrayEquals(new double[] {10, 100, 2, 20}, values(dx));
        assertArrayEquals(new double[] {6, 9, 2}, values(dw));
        assertArrayEquals(new double[] {3}, values(db));
    }

    @Test
    void lastWindowMayHangOverTheEnd() {
        Array y = floats(shape(1, 1, 3)), index = of(DType.INT64, shape(1, 1, 3));
        reference.pooling().max(floats(shape(1, 1, 5), 1, 3, 3, 2, -7), y, index, window(2, 2, 0));
        assertArrayEquals(new double[] {3, 3, -7}, values(y));
        assertArrayEquals(new double[] {1, 2, 4}, values(index));
    }

    @Test
    void maximumPropagatesNaN() {
        Array x = floats(shape(4), 1, Double.NaN, 5, Double.NaN), y = floats(shape()), place = of(DType.INT64, shape());
        reference.reduce().reduce(Reduce.Op.MAX, x, y.as(y.layout().broadcast(x.shape())));
        reference.reduce().argReduce(Reduce.Op.MAX, x, place);
        assertArrayEquals(new double[] {Double.NaN}, values(y));
        assertArrayEquals(new double[] {1}, values(place));
    }

    @Test
    void emptyReductionsGiveTheNeutralElement() {
        Array x = floats(shape(0, 2)), sum = floats(shape(2), 7), product = floats(shape(2), 7);
        reference.reduce().reduce(Reduce.Op.SUM, x, sum.as(sum.layout().broadcast(x.shape())));
        reference.reduce().reduce(Reduce.Op.PROD, x, product.as(product.layout().broadcast(x.shape())));
        assertArrayEquals(new double[] {0, 0}, values(sum));
        assertArrayEquals(new double[] {1, 1}, values(product));
    }

    @Test
    void anyOfFractionsIsTrue() {
        Array x = floats(shape(2), 0, 0.5), y = of(DType.BOOL, shape());
        reference.reduce().reduce(Reduce.Op.ANY, x, y.as(y.layout().broadcast(x.shape())));
        assertArrayEquals(new double[] {1}, values(y));
    }

    @Test
    void conversionsFollowC() {
        var ints = of(DType.INT64, shape(3));
        reference.pointwise().copy(floats(shape(3), 2.9, -2.9, 3), ints);
        assertArrayEquals(new double[] {2, -2, 3}, values(ints));
        var bools = of(DType.BOOL, shape(3));
        reference.pointwise().copy(floats(shape(3), 0.3, 0, Double.NaN), bools);
        assertArrayEquals(new double[] {1, 0, 1}, values(bools));
        var bytes = of(DType.UINT8, shape(2));
        reference.pointwise().copy(floats(shape(2), 257, -1), bytes);
        assertArrayEquals(new double[] {1, 255}, values(bytes));
    }

    private void update(Rule rule, Array... operands) {
        reference.update().update(new Update.Step(rule, operands), 0, operands[0].count());
    }

    @Test
    void firstStepOfMomentumTakesTheGradient() {
        Array p = floats(shape(1), 1), g = floats(shape(1), 0.5), v = floats(shape(1), 99);
        var start = new Rule.Start(false, 1, 0);
        update(new Rule.Sgd(start, 0.1, 0.9, 0.5, false, true), p, g, v);
        assertArrayEquals(new double[] {0.5}, values(v), 1e-7);
        assertArrayEquals(new double[] {0.95}, values(p), 1e-7);
        update(new Rule.Sgd(start, 0.1, 0.9, 0.5, false, false), p, g, v);
        assertArrayEquals(new double[] {0.7}, values(v), 1e-7);
        assertArrayEquals(new double[] {0.88}, values(p), 1e-7);
    }

    @Test
    void firstStepOfAdamIsTheLearningRate() {
        Array p = floats(shape(2), 1, 1), g = floats(shape(2), 5, -0.01), m = floats(shape(2)), v = floats(shape(2));
        var moments = new Rule.Moments(0.1, 0.999);
        double root = Math.sqrt(0.001);
        update(new Rule.Adam(new Rule.Start(false, 1, 0), moments, 0.1 / 0.1 * root, 1e-8 * root), p, g, m, v);
        assertArrayEquals(new double[] {0.9, 1.1}, values(p), 1e-5);
    }

    @Test
    void rpropStaysWhereTheSignHasChanged() {
        Array p = floats(shape(4), 1, 1, 1, 1), g = floats(shape(4), 2, 2, 2, 0);
        Array before = floats(shape(4), 1, -1, 0, 1), size = floats(shape(4), 0.5, 0.5, 0.5, 0.5);
        update(new Rule.Rprop(new Rule.Start(false, 1, 0), 0.5, 1.2, 1e-6, 50), p, g, before, size);
        assertArrayEquals(new double[] {0.6, 0.25, 0.5, 0.5}, values(size), 1e-7);
        assertArrayEquals(new double[] {2, 0, 2, 0}, values(before));
        assertArrayEquals(new double[] {0.4, 1, 0.5, 1}, values(p), 1e-7);
    }

    @Test
    void softmaxOfEqualNumbersIsUniform() {
        var y = zeros(Layout.contiguous(Shape.of(1, 4)), DType.FLOAT32);
        reference.softmax().softmax(false, floats(shape(1, 4), 3), y);
        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, values(y));
    }

    @Test
    void momentsDivideByTheCount() {
        Array mean = floats(shape(2)), variance = floats(shape(2));
        reference.norm().moments(floats(shape(2, 2), 1, 10, 3, 30), mean, variance);
        assertArrayEquals(new double[] {2, 20}, values(mean));
        assertArrayEquals(new double[] {1, 100}, values(variance));
    }

    @Test
    void gatherAndScatterAreInverse() {
        Array x = floats(shape(2, 3), 1, 2, 3, 4, 5, 6),
                index = of(DType.INT64, shape(2, 2), 2, 0, 1, 1),
                y = floats(shape(2, 2));
        reference.indexing().gather(lines(x), 1, index, y);
        assertArrayEquals(new double[] {3, 1, 5, 5}, values(y));
        var back = floats(shape(2, 3));
        reference.indexing().scatter(Indexing.Fold.ADD, y, index, 1, lines(back));
        assertArrayEquals(new double[] {1, 0, 3, 0, 10, 0}, values(back));
    }

    /** The rows of a matrix [2, 3], on which an index [2, 2] counts. */
    private static Array lines(Array x) {
        return x.as(new Layout(flambeau.array.Shape.of(2, 2), new long[] {3, 0}, 0));
    }
}
