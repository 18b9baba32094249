package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Indexing;

/** Reading and writing by index: a loop over the index tensor. */
final class ReferenceIndexing implements Indexing {
    @Override
    public boolean gather(Array x, int dim, Array index, Array y) {
        var which = Elements.of(index);
        var lines = lines(x, dim, index.shape());
        long step = step(x, dim);
        var out = Elements.of(y);
        for (long i = 0; i < which.count; i++) {
            long place = lines.place(i) + which.getLong(i) * step;
            if (lines.isFloating()) out.setDouble(i, lines.doubleAt(place));
            else out.setLong(i, lines.longAt(place));
        }
        return true;
    }

    @Override
    public boolean scatter(boolean add, Array x, int dim, Array index, Array y) {
        var which = Elements.of(index);
        var in = Elements.of(
                x, new Layout(index.shape(), x.layout().strides(), x.layout().offset()));
        var lines = lines(y, dim, index.shape());
        long step = step(y, dim);
        for (long i = 0; i < which.count; i++) {
            long place = lines.place(i) + which.getLong(i) * step;
            if (lines.isFloating()) lines.setDoubleAt(place, in.getDouble(i) + (add ? lines.doubleAt(place) : 0));
            else lines.setLongAt(place, in.getLong(i) + (add ? lines.longAt(place) : 0));
        }
        return true;
    }

    /** The lines of {@code a} along {@code dim} that the elements of an index lie on; each is named by its first element. */
    private static Elements lines(Array a, int dim, Shape index) {
        var strides = a.layout().strides();
        if (strides.length > 0) strides[dim] = 0;
        return Elements.of(a, new Layout(index, strides, a.layout().offset()));
    }

    private static long step(Array a, int dim) {
        return a.shape().rank() == 0 ? 0 : a.layout().stride(dim);
    }
}
