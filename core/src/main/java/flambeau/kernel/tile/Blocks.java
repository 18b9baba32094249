package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Binary;
import flambeau.kernel.Factor;
import flambeau.kernel.Kernels;
import flambeau.kernel.Parallel;
import flambeau.kernel.Pivots;

/** Parts of matrices, [m, n] in any strides, and what blocked factorisations do with them. */
final class Blocks {
    /** Sizes up to which the loops of the reference, which compute in float64, are used. */
    static final int SMALL = 48;

    static final Factor REFERENCE = Kernels.providers().plainFactor();

    private static final int COLUMNS = 128; // of a right side that a thread solves for at a time

    private Blocks() {}

    static int rows(Array x) {
        return x.shape().get(0);
    }

    static int columns(Array x) {
        return x.shape().get(1);
    }

    /** Matrix number {@code i} of a batch. */
    static Array matrix(Array x, int i) {
        return x.as(x.layout().select(0, i));
    }

    /** {@code m} rows from row {@code i} and {@code n} columns from column {@code j}. */
    static Array part(Array x, int i, int m, int j, int n) {
        return x.as(x.layout().slice(0, i, m, 1).slice(1, j, n, 1));
    }

    static Array turned(Array x) {
        return x.as(x.layout().permute(1, 0));
    }

    /** As a batch of one. */
    static Array batch(Array x) {
        return x.as(x.layout().insert(0));
    }

    static Array fresh(int m, int n, Array like) {
        return Array.empty(Shape.of(m, n), like.dtype());
    }

    /** A contiguous copy. */
    static Array copy(Array x) {
        var y = fresh(rows(x), columns(x), x);
        Kernels.copy(x, y);
        return y;
    }

    static Array product(Array a, Array b) {
        var y = fresh(rows(a), columns(b), a);
        Kernels.matmul(a, b, null, y);
        return y;
    }

    /** {@code c -= a b}. */
    static void subtract(Array c, Array a, Array b) {
        var y = product(a, b);
        Kernels.binary(Binary.SUB, c, y, c);
        y.storage().release();
    }

    /** The lower triangle of {@code c -= a a^T}; above the diagonal of c is anything. */
    static void subtractSquare(Array c, Array a) {
        int n = rows(a), half = n / 2, k = columns(a);
        if (n <= 4 * SMALL) {
            subtract(c, a, turned(a));
            return;
        }
        Array first = part(a, 0, half, 0, k), second = part(a, half, n - half, 0, k);
        subtractSquare(part(c, 0, half, 0, half), first);
        subtract(part(c, half, n - half, 0, half), second, turned(first));
        subtractSquare(part(c, half, n - half, half, n - half), second);
    }

    /** {@code x} becomes the solution of a triangular system: halves, the part between them by a product. */
    static void solve(Array a, boolean upper, boolean unit, Array x) {
        int n = rows(a), m = columns(x), half = n / 2;
        if (n <= SMALL) {
            Parallel.forRange(m, COLUMNS, (low, high) -> {
                var some = part(x, 0, n, (int) low, (int) (high - low));
                var y = copy(some);
                REFERENCE.triangular(batch(a), upper, unit, batch(y));
                Kernels.copy(y, some);
                y.storage().release();
            });
            return;
        }
        Array x1 = part(x, 0, half, 0, m), x2 = part(x, half, n - half, 0, m);
        Array a1 = part(a, 0, half, 0, half), a2 = part(a, half, n - half, half, n - half);
        if (upper) {
            solve(a2, true, unit, x2);
            subtract(x1, part(a, 0, half, half, n - half), x2);
            solve(a1, true, unit, x1);
        } else {
            solve(a1, false, unit, x1);
            subtract(x2, part(a, half, n - half, 0, half), x1);
            solve(a2, false, unit, x2);
        }
    }

    /** Exchanges rows; {@code pivots} count from the first row of {@code x}. */
    static void exchange(Array x, Array pivots) {
        Pivots.exchange(batch(x), batch(pivots), false);
    }

    static Array int32(int n) {
        return Array.empty(Layout.contiguous(Shape.of(n)), flambeau.array.DType.INT32);
    }
}
