package flambeau.kernel;

import flambeau.array.Layout;
import flambeau.array.Shape;

/**
 * The order in which an elementwise kernel visits several operands of one shape: as few, long runs as their strides allow,
 * in the memory order of the first operand. A walk of dense operands is one run.
 */
public final class Walk {
    /** Work on {@code n} elements; operand k starts at element {@code at[k]} and steps by {@link Walk#stride}. */
    @FunctionalInterface
    public interface Run {
        /** Does the work. */
        void run(int n, long[] at);
    }

    private static final int CHUNK = 1 << 15; // elements a thread takes at a time; fixed, so that results are, too

    private final int operands;
    private final int[] sizes; // the dimensions after merging, the fastest last
    private final long[][] strides; // [operand][dimension]
    private final long[] offsets;
    private final long count;

    private Walk(int operands, int[] sizes, long[][] strides, long[] offsets, long count) {
        this.operands = operands;
        this.sizes = sizes;
        this.strides = strides;
        this.offsets = offsets;
        this.count = count;
    }

    /** A walk over operands that have, or broadcast to, the shape of the first. */
    public static Walk over(Layout... operands) {
        var shape = operands[0].shape();
        var offsets = new long[operands.length];
        for (int k = 0; k < operands.length; k++) offsets[k] = operands[k].offset();
        if (isFlat(shape, operands)) return flat(shape, operands, offsets);
        return merged(shape, operands, offsets);
    }

    private static boolean isFlat(Shape shape, Layout[] operands) {
        for (var layout : operands) {
            boolean single = layout.shape().count() == 1;
            if (!single && !(layout.isContiguous() && layout.shape().equals(shape))) return false;
        }
        return shape.count() <= Integer.MAX_VALUE;
    }

    private static Walk flat(Shape shape, Layout[] operands, long[] offsets) {
        var strides = new long[operands.length][];
        for (int k = 0; k < operands.length; k++)
            strides[k] = new long[] {operands[k].shape().count() == 1 ? 0 : 1};
        return new Walk(operands.length, new int[] {(int) shape.count()}, strides, offsets, shape.count());
    }

    private static Walk merged(Shape shape, Layout[] operands, long[] offsets) {
        int rank = shape.rank();
        var sizes = new int[Math.max(rank, 1)];
        var strides = new long[operands.length][sizes.length];
        var order = operands[0].memoryOrder();
        var all = new Layout[operands.length];
        for (int k = 0; k < all.length; k++) all[k] = operands[k].broadcast(shape);
        int n = 0;
        for (int dim : order) {
            int size = shape.get(dim);
            if (size == 1) continue;
            boolean merge = n > 0;
            for (int k = 0; k < all.length && merge; k++) merge = strides[k][n - 1] == all[k].stride(dim) * size;
            if (!merge) n++;
            sizes[n - 1] = merge ? Math.multiplyExact(sizes[n - 1], size) : size;
            for (int k = 0; k < all.length; k++) strides[k][n - 1] = all[k].stride(dim);
        }
        if (n == 0) sizes[n++] = shape.count() == 0 ? 0 : 1;
        return new Walk(operands.length, java.util.Arrays.copyOf(sizes, n), strides, offsets, shape.count());
    }

    /** The step of operand {@code k} within a run, in elements. */
    public long stride(int k) {
        return strides[k][sizes.length - 1];
    }

    /** Visits everything on this thread. */
    public void run(Run run) {
        range(0, count, run);
    }

    /** Visits everything on all threads, in chunks that do not depend on their number. */
    public void parallel(Run run) {
        if (count <= CHUNK) range(0, count, run);
        else Parallel.forRange(count, CHUNK, (low, high) -> range(low, high, run));
    }

    private void range(long low, long high, Run run) {
        if (low >= high) return;
        int last = sizes.length - 1;
        var index = new int[sizes.length];
        var at = offsets.clone();
        long rest = low;
        for (int d = last; d >= 0; d--) {
            index[d] = (int) (rest % sizes[d]);
            rest /= sizes[d];
            for (int k = 0; k < operands; k++) at[k] += index[d] * strides[k][d];
        }
        for (long left = high - low; left > 0; ) {
            int n = (int) Math.min(left, sizes[last] - index[last]);
            run.run(n, at);
            left -= n;
            if (left > 0) advance(index, at, n);
        }
    }

    /** Moves {@code n} places on along the last dimension, to the start of a run. */
    private void advance(int[] index, long[] at, int n) {
        int d = sizes.length - 1;
        index[d] += n;
        for (int k = 0; k < operands; k++) at[k] += n * strides[k][d];
        while (index[d] == sizes[d]) {
            for (int k = 0; k < operands; k++) at[k] -= sizes[d] * strides[k][d];
            index[d--] = 0;
            index[d]++;
            for (int k = 0; k < operands; k++) at[k] += strides[k][d];
        }
    }
}
