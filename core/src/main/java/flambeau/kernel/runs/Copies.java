package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.kernel.Parallel;

/** Copies between layouts of one type, whatever that is. */
public final class Copies {
    private static final int CHUNK = 1 << 18; // bytes a thread takes at a time

    private static final long FILL = 1 << 12; // elements copied at a time, from the first-level cache

    private Copies() {}

    /** Repeats one element {@code n} times: what has been written is copied until all is. */
    public static void fill(long x, int size, long y, long n) {
        if (n > 0) Floats.copy(x, y, size);
        for (long done = 1; done < n; done += Math.min(done, FILL))
            Floats.copy(y, y + done * size, Math.min(Math.min(done, FILL), n - done) * size);
    }

    /** {@code y = x}, x being broadcast to y's shape. */
    public static void copy(Array x, Array y) {
        int size = y.dtype().bytes();
        if (Flat.isSame(x, y)) {
            long from = x.address(), to = y.address();
            Parallel.forRange(y.count() * size, CHUNK, (low, high) -> Floats.copy(from + low, to + low, high - low));
        } else if (x.count() == 1 && y.layout().isDense()) {
            fill(x.address(), size, y.address(), y.count());
        } else if ((size != 4 || !Transpose.copy(x, y)) && !rows(size, x, y)) {
            Strided.run((at, step, n) -> Moves.copy(size, at[1], (long) step[1] * size, at[0], size, n), y, x);
        }
    }

    /** Copies rows from where they lie to where they belong; false where they are too short for that. */
    private static boolean rows(int size, Array x, Array y) {
        if (y.count() == 0) return true;
        var grid = Grid.over(y, x);
        int n = grid.inner();
        if (n < Strided.LONG_ROW) return false;
        int width = Math.min(n, CHUNK / size);
        long pieces = Math.ceilDiv(n, width), from = grid.innerStride(1) * size, to = grid.innerStride(0) * size;
        Parallel.forRange(grid.count() / n * pieces, Math.max(CHUNK / size / width, 1), (low, high) -> {
            for (long i = low; i < high; i++) {
                long row = pieces == 1 ? i : i / pieces, column = (i - row * pieces) * width;
                long x1 = grid.address(1, row, column), y1 = grid.address(0, row, column);
                Moves.copy(size, x1, from, y1, to, (int) Math.min(width, n - column));
            }
        });
        return true;
    }
}
