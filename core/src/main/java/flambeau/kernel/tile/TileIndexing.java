package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.kernel.Indexing;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Grid;
import java.lang.foreign.ValueLayout;

/**
 * Reading and writing by index, for elements of four and eight bytes. The dimensions of the index are merged as far as strides
 * allow; along the fastest of them runs a loop, or a copy where all have one index (the rows of an embedding).
 */
final class TileIndexing implements Indexing {
    private static final int CHUNK = 1 << 14; // elements a thread takes at a time

    @Override
    public boolean gather(Array x, int dim, Array index, Array y) {
        int size = x.dtype().bytes();
        if (size < 4 || index.count() == 0) return false;
        long step = step(x, dim);
        var grid = Grid.over(lines(y, -1, index), lines(x, dim, index), index); // y, the lines of x, the index
        int n = grid.size(grid.rank() - 1);
        long sy = size * grid.stride(0, grid.rank() - 1), sx = size * grid.stride(1, grid.rank() - 1);
        long si = 8 * grid.stride(2, grid.rank() - 1);
        Parallel.forRange(grid.count() / n, Math.max(CHUNK / n, 1), (low, high) -> {
            for (long i = low; i < high; i++) {
                long to = grid.address(0, i * n), from = grid.address(1, i * n), which = grid.address(2, i * n);
                if (si == 0) Grid.copy(size, from + size * step * place(which), sx, to, sy, n);
                else if (size == 4)
                    for (int j = 0; j < n; j++)
                        ALL.set(
                                ValueLayout.JAVA_INT,
                                to + j * sy,
                                ALL.get(ValueLayout.JAVA_INT, from + j * sx + 4 * step * place(which + j * si)));
                else
                    for (int j = 0; j < n; j++)
                        ALL.set(
                                ValueLayout.JAVA_LONG,
                                to + j * sy,
                                ALL.get(ValueLayout.JAVA_LONG, from + j * sx + 8 * step * place(which + j * si)));
            }
        });
        return true;
    }

    @Override
    public boolean scatter(boolean add, Array x, int dim, Array index, Array y) {
        int size = x.dtype().bytes();
        if (size < 4 || index.count() == 0 || add && x.dtype() != DType.FLOAT32 || x.dtype() != y.dtype()) return false;
        long step = size * step(y, dim);
        var grid = Grid.over(lines(x, -1, index), lines(y, dim, index), index);
        int n = grid.size(grid.rank() - 1);
        long sx = size * grid.stride(0, grid.rank() - 1), sy = size * grid.stride(1, grid.rank() - 1);
        long si = 8 * grid.stride(2, grid.rank() - 1);
        for (long i = 0; i < grid.count(); i += n) { // one thread: two elements may go to one place, in order
            long from = grid.address(0, i), to = grid.address(1, i), which = grid.address(2, i);
            if (add && si == 0 && sx == 4 && sy == 4) addRun(from, to + step * place(which), n);
            else if (add)
                for (int j = 0; j < n; j++) {
                    long at = to + j * sy + step * place(which + j * si);
                    Floats.set(at, Floats.get(at) + Floats.get(from + j * sx));
                }
            else
                for (int j = 0; j < n; j++)
                    Grid.copy(size, from + j * sx, size, to + j * sy + step * place(which + j * si), size, 1);
        }
        return true;
    }

    private static void addRun(long x, long y, int n) {
        var t = Tiles.get();
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            Floats.load(x + 4L * i, t.a, 0, m);
            Floats.load(y + 4L * i, t.b, 0, m);
            Folding.add(t.b, t.a, m);
            Floats.store(t.b, 0, y + 4L * i, m);
        }
    }

    private static long place(long address) {
        return ALL.get(ValueLayout.JAVA_LONG, address);
    }

    /** {@code a} in the shape of the index, standing still along {@code dim}. */
    private static Array lines(Array a, int dim, Array index) {
        var strides = a.layout().strides();
        if (dim >= 0 && strides.length > 0) strides[dim] = 0;
        return a.as(new Layout(index.shape(), strides, a.layout().offset()));
    }

    private static long step(Array a, int dim) {
        return a.shape().rank() == 0 ? 0 : a.layout().stride(dim);
    }
}
