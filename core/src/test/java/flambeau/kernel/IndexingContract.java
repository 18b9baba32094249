package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.assertSame;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
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
        boolean taken = kernel().gather(x, dim, index, actual);
        assertTrue(taken || index.count() < 1000 || !x.isFloat32(), () -> "declined " + x.layout());
        if (!taken) return;
        truth.gather(x, dim, index, expected);
        assertSame(expected, actual, "gather along " + dim + " of " + x.layout());
    }

    private void scatter(boolean add, Array x, int dim, Array index, Array y) {
        Array expected = Samples.copy(y), actual = Samples.copy(y);
        if (!kernel().scatter(add, x, dim, index, actual)) return;
        truth.scatter(add, x, dim, index, expected);
        if (add) assertClose(expected, actual, 1e-6, 1e-6, "scatter along " + dim); // a few numbers are added
        else assertSame(expected, actual, "scatter along " + dim);
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
