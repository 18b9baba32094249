package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Parallel;
import flambeau.kernel.Ternary;
import flambeau.kernel.runs.Flat;
import flambeau.kernel.runs.Strided;

/** Functions of three inputs of float32 or float64, cut in tiles. */
final class TernaryRuns {
    private static final int CHUNK = 1 << 15; // what a thread takes at a time

    private final Ternary op;
    private final double v;
    private final DType dtype;

    private TernaryRuns(Ternary op, double v, DType dtype) {
        this.op = op;
        this.v = v;
        this.dtype = dtype;
    }

    static boolean run(Ternary op, double v, Array a, Array b, Array c, Array y) {
        var dtype = y.dtype();
        boolean known = dtype == DType.FLOAT32 || dtype == DType.FLOAT64;
        if (!known || a.dtype() != dtype || b.dtype() != dtype || c.dtype() != dtype) return false;
        var runs = new TernaryRuns(op, v, dtype);
        int stepA = Flat.step(a, y), stepB = Flat.step(b, y), stepC = Flat.step(c, y);
        if (stepA < 0 || stepB < 0 || stepC < 0) {
            Strided.run(
                    (at, step, n) -> runs.run(at[1], step[1], at[2], step[2], at[3], step[3], at[0], n), y, a, b, c);
            return true;
        }
        long size = dtype.bytes();
        Parallel.forRange(
                y.count(),
                CHUNK,
                (low, high) -> runs.run(
                        a.address() + low * stepA * size,
                        stepA,
                        b.address() + low * stepB * size,
                        stepB,
                        c.address() + low * stepC * size,
                        stepC,
                        y.address() + low * size,
                        (int) (high - low)));
        return true;
    }

    /** {@code n} elements in a row; an input with step 0 is one element. */
    private void run(long a, int stepA, long b, int stepB, long c, int stepC, long y, int n) {
        var tiles = Carriers.of(dtype);
        for (int i = 0; i < n; i += tiles.size) {
            int m = Math.min(tiles.size, n - i), padded = Carrier.padded(m);
            TilePointwise.load(tiles, dtype, a, stepA, stepA == 0 ? 0 : i, 0, m, padded); // overwritten by the result
            TilePointwise.load(tiles, dtype, b, stepB, i, 1, m, padded);
            TilePointwise.load(tiles, dtype, c, stepC, i, Carrier.RESULT, m, padded);
            tiles.run(op, v, padded);
            tiles.store(dtype, 0, y + (long) i * dtype.bytes(), m);
        }
    }
}
