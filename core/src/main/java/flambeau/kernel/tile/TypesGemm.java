package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.kernel.Gemm;
import flambeau.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/** Matrix products of types other than float32, a block of the result at a time, cut by sizes alone. */
abstract class TypesGemm implements Gemm {
    /** The most rows and columns of y, and of the dimension that is summed over, in a block. */
    static final int ROWS = 64, COLUMNS = 256, DEPTH = 64;

    private static final long CHUNK = 1 << 16; // multiply-adds from which it pays to wake a thread

    /** A factor or result: where its first element is, and the distances of matrices, rows and columns in elements. */
    record Place(Array array, long address, long matrix, long row, long column) {
        static Place of(Array x) {
            Layout layout = x.layout();
            int rank = layout.shape().rank();
            boolean one = rank == 2 || layout.shape().get(0) == 1;
            return new Place(
                    x, x.address(), one ? 0 : layout.stride(0), layout.stride(rank - 2), layout.stride(rank - 1));
        }

        /** The address of an element of matrix number {@code t}. */
        long at(long t, long i, long j) {
            return address + (t * matrix + i * row + j * column) * array.dtype().bytes();
        }
    }

    /** Whether this computes with such arrays. */
    abstract boolean takes(Array y);

    /** Rows [i, i + n) and columns [j, j + m) of matrix number {@code t}. */
    abstract void block(long t, int i, int n, int j, int m, int k, Place a, Place b, @Nullable Array bias, Place y);

    @Override
    public final boolean matmul(Array a, Array b, @Nullable Array bias, Array y) {
        boolean same = a.dtype() == y.dtype() && b.dtype() == y.dtype() && (bias == null || bias.dtype() == y.dtype());
        if (!same || !takes(y)) return false;
        int rank = y.shape().rank(),
                n = y.shape().get(rank - 2),
                m = y.shape().get(rank - 1),
                k = a.shape().get(-1);
        long batch = rank == 2 ? 1 : y.shape().get(0);
        if (y.count() == 0) return true;
        Place left = Place.of(a), right = Place.of(b), out = Place.of(y);
        int across = (m + COLUMNS - 1) / COLUMNS, down = (n + ROWS - 1) / ROWS;
        long blocks = batch * across * down;
        long each = Math.max(CHUNK / Math.max((long) Math.min(n, ROWS) * Math.min(m, COLUMNS) * k, 1), 1);
        Parallel.forRange(blocks, each, (low, high) -> {
            for (long t = low; t < high; t++) {
                int i = (int) (t / across % down) * ROWS, j = (int) (t % across) * COLUMNS;
                int height = Math.min(ROWS, n - i), width = Math.min(COLUMNS, m - j);
                block(t / across / down, i, height, j, width, k, left, right, bias, out);
            }
        });
        return true;
    }
}
