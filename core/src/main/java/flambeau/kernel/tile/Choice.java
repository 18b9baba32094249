package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.Flat;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Strided;
import java.util.Arrays;

/** {@code condition ? a : b} for types of four bytes, whose bits are copied as they are. */
final class Choice {
    private static final int CHUNK = 1 << 15;

    private Choice() {}

    static boolean where(Array condition, Array a, Array b, Array y) {
        boolean same =
                a.dtype() == y.dtype() && b.dtype() == y.dtype() && y.dtype().bytes() == 4;
        if (!same || condition.dtype() != DType.BOOL) return false;
        int stepC = Flat.step(condition, y), stepA = Flat.step(a, y), stepB = Flat.step(b, y);
        long n = y.count();
        if (stepC != 1 || stepA < 0 || stepB < 0) {
            Strided.run(
                    (at, step, m) -> run(at[1], step[1], at[2], step[2], at[3], step[3], at[0], m), y, condition, a, b);
        } else {
            long c = condition.address(), left = a.address(), right = b.address(), to = y.address();
            Parallel.forRange(
                    n,
                    CHUNK,
                    (low, high) -> run(
                            c + low,
                            stepC,
                            left + 4 * low * stepA,
                            stepA,
                            right + 4 * low * stepB,
                            stepB,
                            to + 4 * low,
                            (int) (high - low)));
        }
        return true;
    }

    private static void run(long c, int stepC, long a, int stepA, long b, int stepB, long y, int n) {
        var tiles = Tiles.get();
        if (stepC == 0) Floats.load(c, tiles.bytes, 0, 1);
        if (stepC == 0) Arrays.fill(tiles.bytes, tiles.bytes[0]);
        if (stepA == 0) Arrays.fill(tiles.ints, Float.floatToRawIntBits(Floats.get(a)));
        if (stepB == 0) Arrays.fill(tiles.ints2, Float.floatToRawIntBits(Floats.get(b)));
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            if (stepC != 0) Floats.load(c + i, tiles.bytes, 0, m);
            if (stepA != 0) Floats.load(a + 4L * i, tiles.ints, 0, m);
            if (stepB != 0) Floats.load(b + 4L * i, tiles.ints2, 0, m);
            choose(tiles.bytes, tiles.ints, tiles.ints2, tiles.ints3, m);
            Floats.store(tiles.ints3, 0, y + 4L * i, m);
        }
    }

    private static void choose(byte[] c, int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = b[i] ^ (a[i] ^ b[i]) & (c[i] == 0 ? 0 : -1);
    }
}
