package flambeau.kernel.runs;

import flambeau.kernel.Parallel;
import flambeau.kernel.Reduce;

/**
 * A reduction of any dimensions. The fastest dimension is folded as a row if it is reduced; else it is the columns of a matrix whose
 * rows are the next dimension that is reduced. The dimensions around that are counted through.
 */
final class ReduceGrid {
    private static final long CHUNK = 1 << 16; // elements a thread takes at a time

    private final FloatReduce loops;
    private final Reduce.Op op;
    private final Grid grid; // operand 0 is x, 1 is y
    private final int last;
    private final int rowsDim; // the dimension that is the rows, -1 without columns
    private final int[] kept; // dimensions around, those of y
    private final int[] reduced;

    ReduceGrid(FloatReduce loops, Reduce.Op op, Grid grid) {
        this.loops = loops;
        this.op = op;
        this.grid = grid;
        last = grid.rank() - 1;
        int d = last;
        while (d >= 0 && !isReduced(d)) d--;
        rowsDim = isReduced(last) ? -1 : d;
        kept = dims(false);
        reduced = dims(true);
    }

    private boolean isReduced(int d) {
        return grid.stride(1, d) == 0 && grid.size(d) > 1;
    }

    private int[] dims(boolean wanted) {
        return java.util.stream.IntStream.range(0, last)
                .filter(d -> d != rowsDim && isReduced(d) == wanted)
                .toArray();
    }

    void run() {
        long results = count(kept);
        Parallel.forRange(results, Math.max(CHUNK * results / grid.count(), 1), (low, high) -> {
            for (long i = low; i < high; i++) {
                long x = grid.address(0, 0) + 4 * offset(0, kept, i), y = grid.address(1, 0) + 4 * offset(1, kept, i);
                if (isReduced(last)) row(x, y);
                else columns(x, y);
            }
        });
    }

    private void row(long x, long y) {
        double sum = loops.foldLong(op, x, grid.inner());
        for (long i = 1; i < count(reduced); i++)
            sum = FloatReduce.combine(op, sum, loops.foldLong(op, x + 4 * offset(0, reduced, i), grid.inner()));
        Floats.set(y, (float) sum);
    }

    private void columns(long x, long y) {
        int m = grid.inner();
        long rows = rowsDim < 0 ? 1 : grid.size(rowsDim), stride = rowsDim < 0 ? m : grid.stride(0, rowsDim);
        var sums = loops.columnFolds(op, x, rows, m, stride);
        for (long i = 1; i < count(reduced); i++) {
            var more = loops.columnFolds(op, x + 4 * offset(0, reduced, i), rows, m, stride);
            for (int j = 0; j < m; j++) sums[j] = FloatReduce.combine(op, sums[j], more[j]);
        }
        for (int j = 0; j < m; j++) Floats.set(y + 4L * j * grid.stride(1, last), (float) sums[j]);
    }

    private long count(int[] dims) {
        long count = 1;
        for (int d : dims) count *= grid.size(d);
        return count;
    }

    /** Where place number {@code index} of some dimensions lies, in elements. */
    private long offset(int operand, int[] dims, long index) {
        long rest = index, at = 0;
        for (int i = dims.length - 1; i >= 0; i--) {
            at += rest % grid.size(dims[i]) * grid.stride(operand, dims[i]);
            rest /= grid.size(dims[i]);
        }
        return at;
    }
}
