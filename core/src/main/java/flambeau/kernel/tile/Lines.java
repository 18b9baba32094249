package flambeau.kernel.tile;

import flambeau.array.Array;

/**
 * The lines of arrays along one dimension: of arrays whose shapes agree in the others. Lines are numbered in row-major order of
 * those.
 */
final class Lines {
    private final int[] sizes; // of the other dimensions
    private final long[][] strides; // [array][dimension], in bytes
    private final long[] addresses;
    private final long[] steps;
    private final long count;

    private Lines(int[] skipped, Array[] arrays) {
        var shape = arrays[0].shape();
        int rank = shape.rank() - skipped.length, n = 0;
        sizes = new int[rank];
        strides = new long[arrays.length][rank];
        addresses = new long[arrays.length];
        steps = new long[arrays.length];
        long lines = 1;
        for (int d = 0; d < shape.rank(); d++) {
            if (d == skipped[0] || d == skipped[skipped.length - 1]) continue;
            sizes[n] = shape.get(d);
            lines *= sizes[n];
            for (int k = 0; k < arrays.length; k++) strides[k][n] = bytes(arrays[k], d);
            n++;
        }
        for (int k = 0; k < arrays.length; k++) {
            addresses[k] = arrays[k].address();
            steps[k] = bytes(arrays[k], skipped[0]);
        }
        count = lines;
    }

    private static long bytes(Array a, int d) {
        return a.layout().stride(d) * a.dtype().bytes();
    }

    /** The lines along {@code dim}. */
    static Lines along(int dim, Array... arrays) {
        return new Lines(new int[] {dim}, arrays);
    }

    /** The same, only those that begin at the first place of the last dimension. */
    static Lines alongColumns(int dim, Array... arrays) {
        return new Lines(new int[] {dim, arrays[0].shape().rank() - 1}, arrays);
    }

    /** Whether the last dimension is another, and lies without gaps in all arrays: then lines beside each other are columns. */
    static boolean areColumns(int dim, Array... arrays) {
        int last = arrays[0].shape().rank() - 1;
        if (dim == last || arrays[0].shape().get(last) < 4) return false;
        for (var a : arrays) if (a.layout().stride(last) != 1) return false;
        return true;
    }

    /** Their number. */
    long count() {
        return count;
    }

    /** The bytes from one element of a line to the next, in array k. */
    long step(int k) {
        return steps[k];
    }

    /** The address of the first element of a line, in array k. */
    long at(int k, long line) {
        long at = addresses[k], rest = line;
        for (int d = sizes.length - 1; d >= 0; d--) {
            at += rest % sizes[d] * strides[k][d];
            rest /= sizes[d];
        }
        return at;
    }
}
