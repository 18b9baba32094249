package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.Flat;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Strided;
import java.util.Arrays;

/** {@code condition ? a : b}. */
final class Choice {
    private static final int CHUNK = 1 << 15;

    private Choice() {}

    static boolean where(Array condition, Array a, Array b, Array y) {
        boolean same = a.dtype() == y.dtype() && b.dtype() == y.dtype();
        if (!same || condition.dtype() != DType.BOOL) return false;
        var dtype = y.dtype().bytes() == 2 ? DType.INT16 : y.dtype(); // the bits of half types stay as they are
        int stepC = Flat.step(condition, y), stepA = Flat.step(a, y), stepB = Flat.step(b, y);
        int size = dtype.bytes();
        if (stepC != 1 || stepA < 0 || stepB < 0) {
            Strided.run(
                    (at, step, m) -> run(dtype, at[1], step[1], at[2], step[2], at[3], step[3], at[0], m),
                    y,
                    condition,
                    a,
                    b);
        } else {
            long c = condition.address(), left = a.address(), right = b.address(), to = y.address();
            Parallel.forRange(
                    y.count(),
                    CHUNK,
                    (low, high) -> run(
                            dtype,
                            c + low,
                            stepC,
                            left + size * low * stepA,
                            stepA,
                            right + size * low * stepB,
                            stepB,
                            to + size * low,
                            (int) (high - low)));
        }
        return true;
    }

    private static void run(DType dtype, long c, int stepC, long a, int stepA, long b, int stepB, long y, int n) {
        var tiles = Carriers.of(dtype);
        for (int i = 0; i < n; i += tiles.size) {
            int m = Math.min(tiles.size, n - i), padded = Carrier.padded(m);
            if (stepC != 0 || i == 0) Floats.load(c + (long) i * stepC, tiles.bools, 0, stepC == 0 ? 1 : m);
            if (stepC == 0) Arrays.fill(tiles.bools, 1, m, tiles.bools[0]);
            TilePointwise.load(tiles, dtype, a, stepA, i, 0, m, padded);
            TilePointwise.load(tiles, dtype, b, stepB, i, 1, m, padded);
            tiles.choose(padded);
            tiles.store(dtype, Carrier.RESULT, y + (long) i * dtype.bytes(), m);
        }
    }
}
