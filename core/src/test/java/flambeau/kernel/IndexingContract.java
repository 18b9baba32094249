package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.assertSame;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Indexing.Fold;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** What every provider of indexing does. */
public abstract class IndexingContract {
    private final Samples samples = new Samples(8);
    private final Indexing truth = new ReferenceProvider().indexing();

    /** Whose kernels are tested. */
    protected abstract Indexing kernel();

    private void gather(Array x, int dim, Array index) {
        Array expected = zeros(Layout.contiguous(index.shape()), x.dtype()), actual = Samples.copy(expected);
        var lines = lines(x, dim, index.shape());
        boolean taken = kernel().gather(lines, step(x, dim), index, actual);
        assertTrue(taken || index.count() < 1000 || !x.isFloat32(), () -> "declined " + x.layout());
        if (!taken) return;
        truth.gather(lines, step(x, dim), index, expected);
        assertSame(expected, actual, "gather along " + dim + " of " + x.layout());
    }

    private void scatter(boolean add, Array x, int dim, Array index, Array y) {
        scatter(add ? Fold.ADD : Fold.SET, x, dim, index, y);
    }

    private void scatter(Fold fold, Array x, int dim, Array index, Array y) {
        Array expected = Samples.copy(y), actual = Samples.copy(y);
        var part =
                x.as(new Layout(index.shape(), x.layout().strides(), x.layout().offset()));
        var lines = lines(actual, dim, index.shape());
        if (!kernel().scatter(fold, part, index, step(y, dim), lines)) return;
        truth.scatter(fold, part, index, step(y, dim), lines(expected, dim, index.shape()));
        if (fold == Fold.SET) assertSame(expected, actual, "scatter along " + dim);
        else assertClose(expected, actual, 1e-6, 1e-6, fold + " along " + dim); // a few numbers are added
    }

    private static Array lines(Array a, int dim, Shape index) {
        var strides = a.layout().strides();
        if (strides.length > 0) strides[dim] = 0;
        return a.as(new Layout(index, strides, a.layout().offset()));
    }

    private static long step(Array a, int dim) {
        return a.shape().rank() == 0 ? 0 : a.layout().stride(dim);
    }

    @Test
    void joiningInOnePlace() {
        for (var fold : Fold.values())
            for (var dtype : new DType[] {DType.FLOAT32, DType.FLOAT64, DType.INT64, DType.INT32, DType.BOOL})
                for (int dim = 0; dim < 3; dim++)
                    scatter(
                            fold,
                            samples.whole(dtype, 0, 9, 4, 5, 6),
                            dim,
                            samples.whole(DType.INT64, 0, 4, 4, 5, 6),
                            samples.whole(dtype, 0, 9, 4, 5, 6));
    }

    @Test
    void manyThreadsWriteSeparateLines() {
        for (int[] shape : new int[][] {{300, 200}, {3, 40_000}, {40_000, 3}})
            for (int dim = 0; dim < 2; dim++)
                scatter(
                        Fold.ADD,
                        samples.normal(shape),
                        dim,
                        samples.whole(DType.INT64, 0, 3, shape),
                        samples.normal(shape));
    }

    @Test
    void smallestAndLargest() {
        for (int n : new int[] {1, 7, 5000}) {
            var x = samples.whole(DType.INT64, -50, 50, n);
            Array expected = zeros(Layout.contiguous(Shape.of(2)), DType.INT64), actual = Samples.copy(expected);
            truth.range(x, expected);
            assertTrue(kernel().range(x, actual));
            assertSame(expected, actual, "range of " + n);
        }
    }

    @Test
    void placesOfAMask() {
        for (int n : new int[] {0, 1, 8, 100, 2047, 2048, 70_001}) {
            var mask = samples.whole(DType.BOOL, 0, 2, n);
            Array expected = zeros(Layout.contiguous(Shape.of(1)), DType.INT64), actual = Samples.copy(expected);
            truth.count(mask, expected);
            assertTrue(kernel().count(mask, actual));
            assertSame(expected, actual, "count of " + n);
            var layout = Layout.contiguous(Shape.of((int) expected.getDouble(0)));
            Array places = zeros(layout, DType.INT64), fast = zeros(layout, DType.INT64);
            truth.places(mask, places);
            assertTrue(kernel().places(mask, fast));
            assertSame(places, fast, "places of " + n);
        }
    }

    @Test
    void gatherAlongAllDimensions() {
        for (var dtype : new DType[] {DType.FLOAT32, DType.INT64, DType.BOOL, DType.FLOAT64})
            for (int dim = 0; dim < 3; dim++)
                for (int[] shape : new int[][] {{4, 5, 6}, {2, 5, 3}, {1, 1, 1}, {4, 1, 6}, {4, 5, 1}, {0, 5, 6}})
                    gather(samples.whole(dtype, 0, 2, 4, 5, 6), dim, samples.whole(DType.INT64, 0, 4, shape));
    }

    @Test
    void gatherFromViews() {
        for (var layout : Samples.layouts(20, 30, 40))
            gather(samples.normal(layout), 1, samples.whole(DType.INT64, 0, 30, 20, 7, 40));
    }

    @Test
    void rowsOfATable() {
        var index = samples.whole(DType.INT64, 0, 50, 200, 1);
        gather(samples.normal(50, 30), 0, index.as(index.layout().broadcast(Shape.of(200, 30))));
        gather(samples.normal(50, 30), 1, samples.whole(DType.INT64, 0, 30, 50, 1));
        gather(samples.normal(7), 0, samples.whole(DType.INT64, 0, 7, 3000));
        gather(samples.normal(), 0, samples.whole(DType.INT64, 0, 1));
    }

    @Test
    void scatterAlongAllDimensions() {
        for (boolean add : new boolean[] {false, true})
            for (var dtype : new DType[] {DType.FLOAT32, DType.INT64})
                for (int dim = 0; dim < 3; dim++)
                    for (int[] shape : new int[][] {{4, 5, 6}, {2, 3, 3}, {1, 1, 1}, {4, 1, 6}})
                        scatter(
                                add,
                                samples.whole(dtype, 0, 9, 4, 5, 6),
                                dim,
                                samples.whole(DType.INT64, 0, 4, shape),
                                samples.whole(dtype, 0, 9, 4, 5, 6));
    }

    @Test
    void gradientOfATable() {
        var index = samples.whole(DType.INT64, 0, 50, 200, 1);
        scatter(
                true,
                samples.normal(200, 30),
                0,
                index.as(index.layout().broadcast(Shape.of(200, 30))),
                samples.normal(50, 30));
        scatter(true, samples.normal(50, 1), 1, samples.whole(DType.INT64, 0, 30, 50, 1), samples.normal(50, 30));
        scatter(false, samples.normal(3000), 0, samples.whole(DType.INT64, 0, 7, 3000), samples.normal(7));
        scatter(true, samples.normal(), 0, samples.whole(DType.INT64, 0, 1), samples.normal());
    }
}
