package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.kernel.Parallel;

/** The second operand of a function is a row that is repeated: a bias. Short rows are written out until they fill a run. */
final class Repeat {
    private static final int CHUNK = 1 << 15; // elements a thread takes at a time

    private Repeat() {}

    /** Work on {@code n} elements from number {@code from} on; the row's elements for them are at {@code row}. */
    @FunctionalInterface
    interface Body {
        void run(long row, long from, int n);
    }

    /** Whether b is a contiguous row of the last dimensions of a contiguous y. */
    static boolean isRow(Array b, Array y) {
        Layout row = b.layout(), all = y.layout();
        if (!row.isContiguous() || !all.isContiguous() || y.count() == 0 || b.count() > Integer.MAX_VALUE) return false;
        int missing = all.shape().rank() - row.shape().rank();
        boolean begun = false;
        for (int d = 0; d < row.shape().rank(); d++) {
            begun |= row.shape().get(d) != 1;
            if (begun && row.shape().get(d) != all.shape().get(d + missing)) return false;
        }
        return true;
    }

    static void rows(Array b, Array y, Body body) {
        int m = (int) b.count();
        long n = y.count(), row = b.address(), size = b.dtype().bytes();
        if (m >= Lanes.BLOCK / 4) {
            Parallel.forRange(n / m, Math.max(CHUNK / m, 1), (low, high) -> {
                for (long i = low; i < high; i++) body.run(row, i * m, m);
            });
            return;
        }
        int width = Math.toIntExact(Math.min((long) Lanes.BLOCK / m * m, n));
        Parallel.forRange(n, (long) CHUNK / width * width, (low, high) -> {
            long rows = Scratch.get().address(1, size * width);
            Floats.copy(row, rows, size * m);
            for (int done = m; done < width; done += done)
                Floats.copy(rows, rows + size * done, size * Math.min(done, width - done));
            for (long i = low; i < high; i += width) body.run(rows, i, (int) Math.min(width, high - i));
        });
    }
}
