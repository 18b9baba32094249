package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Ternary;
import flambeau.kernel.Unary;
import flambeau.kernel.runs.Copies;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.PointwiseRuns;
import java.util.Arrays;

/** Elementwise functions. */
final class TilePointwise extends PointwiseRuns {
    @Override
    protected boolean takes(Unary op, DType dtype, long count) {
        return true;
    }

    @Override
    protected boolean takes(Binary op, DType dtype, long count) {
        return true;
    }

    @Override
    protected void run(Unary op, DType dtype, long x, long y, int n) {
        var tiles = Carriers.of(dtype);
        for (int i = 0; i < n; i += tiles.size) {
            int m = Math.min(tiles.size, n - i), padded = Carrier.padded(m);
            load(tiles, dtype, x, 1, i, 0, m, padded);
            if (op.isPredicate()) {
                tiles.test(op, padded);
                Floats.store(tiles.bools, 0, y + i, m);
            } else {
                tiles.run(op, padded);
                tiles.store(dtype, 0, y + (long) i * dtype.bytes(), m);
            }
        }
    }

    @Override
    protected void run(Binary op, DType dtype, long a, int stepA, long b, int stepB, long y, int n) {
        if (dtype == DType.FLOAT32 && FewElements.takes(op, n)) {
            FewElements.run(op, a, stepA, b, stepB, y, n);
            return;
        }
        var tiles = Carriers.of(dtype);
        for (int i = 0; i < n; i += tiles.size) {
            int m = Math.min(tiles.size, n - i), padded = Carrier.padded(m);
            load(tiles, dtype, a, stepA, i, 0, m, padded);
            load(tiles, dtype, b, stepB, i, 1, m, padded);
            if (op.isPredicate()) {
                tiles.test(op, padded);
                Floats.store(tiles.bools, 0, y + i, m);
            } else {
                tiles.run(op, padded);
                tiles.store(dtype, Carrier.RESULT, y + (long) i * dtype.bytes(), m);
            }
        }
    }

    /** Reads elements i to i + n of an operand, or repeats its only one, and fills up the tile to {@code padded}. */
    static void load(Carrier tiles, DType dtype, long x, int step, int i, int operand, int n, int padded) {
        if (step != 0) {
            tiles.load(dtype, x + (long) i * dtype.bytes(), operand, n);
            tiles.repeat(operand, n, padded);
        } else if (i == 0) {
            tiles.load(dtype, x, operand, 1);
            tiles.repeat(operand, 1, padded);
        }
    }

    @Override
    protected boolean takesChoice(DType dtype, long count) {
        return true;
    }

    @Override
    protected void choose(DType dtype, long c, int stepC, long a, int stepA, long b, int stepB, long y, int n) {
        var as = dtype.bytes() == 2 ? DType.INT16 : dtype; // the bits of half types stay as they are
        var tiles = Carriers.of(as);
        for (int i = 0; i < n; i += tiles.size) {
            int m = Math.min(tiles.size, n - i), padded = Carrier.padded(m);
            if (stepC != 0 || i == 0) Floats.load(c + (long) i * stepC, tiles.bools, 0, stepC == 0 ? 1 : m);
            if (stepC == 0) Arrays.fill(tiles.bools, 1, m, tiles.bools[0]);
            load(tiles, as, a, stepA, i, 0, m, padded);
            load(tiles, as, b, stepB, i, 1, m, padded);
            tiles.choose(padded);
            tiles.store(as, Carrier.RESULT, y + (long) i * as.bytes(), m);
        }
    }

    @Override
    protected boolean takesThree(DType dtype, long count) {
        return dtype.isFloatingPoint();
    }

    @Override
    protected void run(
            Ternary op, double v, DType dtype, long a, int stepA, long b, int stepB, long c, int stepC, long y, int n) {
        var tiles = Carriers.of(dtype);
        for (int i = 0; i < n; i += tiles.size) {
            int m = Math.min(tiles.size, n - i), padded = Carrier.padded(m);
            load(tiles, dtype, a, stepA, stepA == 0 ? 0 : i, 0, m, padded); // overwritten by the result
            load(tiles, dtype, b, stepB, i, 1, m, padded);
            load(tiles, dtype, c, stepC, i, Carrier.RESULT, m, padded);
            tiles.run(op, v, padded);
            tiles.store(dtype, 0, y + (long) i * dtype.bytes(), m);
        }
    }

    @Override
    public boolean copy(Array x, Array y) {
        if (x.dtype() != y.dtype()) return Cast.copy(x, y);
        Copies.copy(x, y);
        return true;
    }
}
