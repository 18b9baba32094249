package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.kernel.Parallel;

/** Copies between layouts of one type, whatever that is. */
public final class Copies {
    private static final int CHUNK = 1 << 18; // bytes a thread takes at a time

    private Copies() {}

    /** {@code y = x}, x being broadcast to y's shape. */
    public static void copy(Array x, Array y) {
        int size = y.dtype().bytes();
        if (Flat.isSame(x, y)) {
            long from = x.address(), to = y.address();
            Parallel.forRange(y.count() * size, CHUNK, (low, high) -> Floats.copy(from + low, to + low, high - low));
        } else if (size != 4 || !Transpose.copy(x, y)) {
            Strided.run((at, step, n) -> Grid.copy(size, at[1], (long) step[1] * size, at[0], size, n), y, x);
        }
    }
}
