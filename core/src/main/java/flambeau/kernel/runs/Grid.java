package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.array.Layout;
import java.util.Arrays;

/**
 * Operands of one shape as few dimensions as their strides allow, in the memory order of the first: elements are numbered in
 * that order, the last dimension fastest.
 */
public final class Grid {
    private final long count;
    private final int[] sizes; // after merging
    private final long[][] strides; // [operand][dimension]
    private final long[] addresses;
    private final int[] bytes;

    private Grid(long count, int[] sizes, long[][] strides, Array[] operands) {
        this.count = count;
        this.sizes = sizes;
        this.strides = strides;
        addresses = new long[operands.length];
        bytes = new int[operands.length];
        for (int k = 0; k < operands.length; k++) {
            addresses[k] = operands[k].address();
            bytes[k] = operands[k].dtype().bytes();
        }
    }

    /** The grid of operands that have, or broadcast to, the shape of the first. */
    public static Grid over(Array... operands) {
        var shape = operands[0].shape();
        var layouts = new Layout[operands.length];
        for (int k = 0; k < layouts.length; k++)
            layouts[k] = operands[k].layout().broadcast(shape);
        var sizes = new int[shape.rank() + 1];
        var strides = new long[layouts.length][shape.rank() + 1];
        int n = 0;
        for (int dim : layouts[0].memoryOrder()) {
            int size = shape.get(dim);
            if (size == 1) continue;
            if (n == 0 || !merges(layouts, strides, n - 1, dim, size) || (long) sizes[n - 1] * size > Integer.MAX_VALUE)
                sizes[n++] = size;
            else sizes[n - 1] *= size;
            for (int k = 0; k < layouts.length; k++) strides[k][n - 1] = layouts[k].stride(dim);
        }
        if (n == 0) sizes[n++] = 1;
        for (int k = 0; k < layouts.length; k++) strides[k] = Arrays.copyOf(strides[k], n);
        return new Grid(shape.count(), Arrays.copyOf(sizes, n), strides, operands);
    }

    /** Whether dimension {@code dim} continues what stands at place {@code last}. */
    private static boolean merges(Layout[] layouts, long[][] strides, int last, int dim, int size) {
        for (int k = 0; k < layouts.length; k++) if (strides[k][last] != layouts[k].stride(dim) * size) return false;
        return true;
    }

    /** The number of elements. */
    public long count() {
        return count;
    }

    /** The number of dimensions. */
    public int rank() {
        return sizes.length;
    }

    /** The size of dimension d. */
    public int size(int d) {
        return sizes[d];
    }

    /** The size of the fastest dimension. */
    int inner() {
        return sizes[sizes.length - 1];
    }

    /** The step of operand k along dimension d, in elements. */
    public long stride(int k, int d) {
        return strides[k][d];
    }

    /** The step of operand k along the fastest dimension, in elements. */
    long innerStride(int k) {
        return strides[k][sizes.length - 1];
    }

    /** Whether operand k has its elements in the order of their numbers, without gaps. */
    boolean isDense(int k) {
        long step = 1;
        for (int d = sizes.length - 1; d >= 0; d--) {
            if (strides[k][d] != step && sizes[d] != 1) return false;
            step *= sizes[d];
        }
        return true;
    }

    /** The address of element number {@code index} of operand k. */
    public long address(int k, long index) {
        long at = 0, rest = index;
        for (int d = sizes.length - 1; d > 0; d--) {
            at += rest % sizes[d] * strides[k][d];
            rest /= sizes[d];
        }
        return addresses[k] + (at + rest * strides[k][0]) * bytes[k];
    }

    /** The address of an element of operand k; {@code row} counts the places of all dimensions but the fastest. */
    long address(int k, long row, long column) {
        int last = sizes.length - 1;
        if (last == 0) return addresses[k] + column * strides[k][0] * bytes[k];
        long at = column * strides[k][last], rest = row;
        for (int d = last - 1; d > 0; d--) {
            at += rest % sizes[d] * strides[k][d];
            rest /= sizes[d];
        }
        return addresses[k] + (at + rest * strides[k][0]) * bytes[k];
    }

    /** Copies the {@code n} elements of operand k from number {@code low} on to {@code to}, one after the other. */
    void gather(int k, long low, int n, long to) {
        move(k, low, n, to, true);
    }

    /** Copies {@code n} elements that stand one after the other to the places of operand k from number {@code low} on. */
    void scatter(int k, long low, int n, long from) {
        move(k, low, n, from, false);
    }

    private void move(int k, long low, int n, long tile, boolean in) {
        int size = bytes[k], last = sizes.length - 1;
        long step = strides[k][last] * size;
        for (long done = 0; done < n; ) {
            int start = (int) ((low + done) % sizes[last]);
            int run = (int) Math.min(n - done, sizes[last] - start);
            long there = address(k, low + done), here = tile + done * size;
            if (in) Moves.copy(size, there, step, here, size, run);
            else Moves.copy(size, here, size, there, step, run);
            done += run;
        }
    }
}
