package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.Flat;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Grid;
import flambeau.kernel.runs.Strided;

/** Copies between layouts of one type. */
final class Copy {
    private static final int CHUNK = 1 << 18; // bytes a thread takes at a time

    private Copy() {}

    static boolean same(Array x, Array y) {
        int size = y.dtype().bytes();
        if (Flat.isSame(x, y)) {
            long from = x.address(), to = y.address();
            Parallel.forRange(y.count() * size, CHUNK, (low, high) -> Floats.copy(from + low, to + low, high - low));
        } else if (size != 4 || !Transpose.copy(x, y)) {
            Strided.run((at, step, n) -> Grid.copy(size, at[1], (long) step[1] * size, at[0], size, n), y, x);
        }
        return true;
    }
}
