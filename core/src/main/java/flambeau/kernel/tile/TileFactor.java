package flambeau.kernel.tile;

import static flambeau.kernel.tile.Blocks.batch;
import static flambeau.kernel.tile.Blocks.columns;
import static flambeau.kernel.tile.Blocks.copy;
import static flambeau.kernel.tile.Blocks.int32;
import static flambeau.kernel.tile.Blocks.part;
import static flambeau.kernel.tile.Blocks.rows;
import static flambeau.kernel.tile.Blocks.turned;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.kernel.Factor;
import flambeau.kernel.Kernels;
import flambeau.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * Factorisations by halves, most of whose work is matrix products (Toledo 1997), and of many small matrices side by side. Small
 * blocks are left to the reference, which computes them in float64.
 */
final class TileFactor implements Factor {
    private static final long CHUNK = 1 << 14; // multiply-adds that a thread takes at a time

    /** The part of a batch from {@code low} to {@code high}. */
    private static Array some(Array x, long low, long high) {
        return x.as(x.layout().slice(0, (int) low, (int) (high - low), 1));
    }

    /** Runs {@code work} on parts of a batch of matrices that need {@code cost} multiply-adds each. */
    private static void each(Array a, double cost, Parallel.Body work) {
        Parallel.forRange(a.shape().get(0), (long) Math.max(CHUNK / Math.max(cost, 1), 1), work);
    }

    private static double cube(Array a) {
        double m = a.shape().get(1), n = a.shape().get(2);
        return m * n * Math.min(m, n) / 2;
    }

    private static boolean isSmall(Array a) {
        return Math.min(a.shape().get(1), a.shape().get(2)) <= Blocks.SMALL;
    }

    @Override
    public boolean lu(Array a, Array pivots, Array info) {
        if (isSmall(a)) {
            each(
                    a,
                    cube(a),
                    (low, high) ->
                            Blocks.REFERENCE.lu(some(a, low, high), some(pivots, low, high), some(info, low, high)));
            return true;
        }
        for (int b = 0; b < a.shape().get(0); b++) {
            Array matrix = Blocks.matrix(a, b), exchanged = Blocks.matrix(pivots, b);
            lu(matrix, exchanged);
            set(info, b, firstZero(matrix));
        }
        return true;
    }

    private static void set(Array x, long i, long value) {
        Element.setLong(DType.INT32, x.address() + 4 * i, value);
    }

    private static int firstZero(Array a) {
        for (int i = 0; i < Math.min(rows(a), columns(a)); i++)
            if (a.as(a.layout().select(0, i).select(0, i)).getDouble(0) == 0) return i + 1;
        return 0;
    }

    private static void lu(Array a, Array pivots) {
        int m = rows(a), n = columns(a), k = Math.min(m, n), half = k / 2;
        if (k <= Blocks.SMALL / 2) {
            Array block = copy(a), info = int32(1);
            Blocks.REFERENCE.lu(batch(block), batch(pivots), info);
            Kernels.copy(block, a);
            block.storage().release();
            return;
        }
        Array left = part(a, 0, m, 0, half), right = part(a, 0, m, half, n - half);
        Array first = piece(pivots, 0, half), second = piece(pivots, half, k - half);
        lu(left, first);
        Blocks.exchange(right, first);
        var top = part(right, 0, half, 0, n - half);
        Blocks.solve(part(left, 0, half, 0, half), false, true, top);
        var rest = part(right, half, m - half, 0, n - half);
        Blocks.subtract(rest, part(left, half, m - half, 0, half), top);
        lu(rest, second);
        Blocks.exchange(part(left, half, m - half, 0, half), second);
        for (int i = 0; i < k - half; i++) {
            long at = second.address() + 4L * i;
            Element.setLong(DType.INT32, at, Element.getLong(DType.INT32, at) + half);
        }
    }

    private static Array piece(Array x, int from, int n) {
        return x.as(x.layout().slice(0, from, n, 1));
    }

    @Override
    public boolean cholesky(Array a, Array info) {
        if (isSmall(a)) {
            each(a, cube(a) / 2, (low, high) -> Blocks.REFERENCE.cholesky(some(a, low, high), some(info, low, high)));
            return true;
        }
        for (int b = 0; b < a.shape().get(0); b++) {
            var matrix = Blocks.matrix(a, b);
            set(info, b, cholesky(matrix));
            for (int i = 0; i < rows(matrix); i++) {
                var row = part(matrix, i, 1, i + 1, rows(matrix) - i - 1);
                long bytes = row.count() * row.dtype().bytes();
                if (bytes > 0)
                    flambeau.memory.Native.ALL.asSlice(row.address(), bytes).fill((byte) 0);
            }
        }
        return true;
    }

    /** Which leading minor is not positive, or 0. */
    private static int cholesky(Array a) {
        int n = rows(a), half = n / 2;
        if (n <= Blocks.SMALL) {
            Array block = copy(a), info = int32(1);
            Blocks.REFERENCE.cholesky(batch(block), info);
            Kernels.copy(block, a);
            return (int) Element.getLong(DType.INT32, info.address());
        }
        var first = part(a, 0, half, 0, half);
        int wrong = cholesky(first);
        if (wrong != 0) return wrong;
        Array below = part(a, half, n - half, 0, half), rest = part(a, half, n - half, half, n - half);
        var x = copy(turned(below));
        Blocks.solve(first, false, false, x);
        Kernels.copy(turned(x), below);
        Blocks.subtractSquare(rest, turned(x));
        wrong = cholesky(rest);
        return wrong == 0 ? 0 : wrong + half;
    }

    @Override
    public boolean triangular(Array a, boolean upper, boolean unit, Array x) {
        int n = a.shape().get(1);
        if (n <= Blocks.SMALL) {
            double cost = (double) n * n / 2 * x.shape().get(2);
            if (x.shape().get(0) == 1 && cost > CHUNK)
                Blocks.solve(Blocks.matrix(a, 0), upper, unit, Blocks.matrix(x, 0));
            else
                each(
                        x,
                        cost,
                        (low, high) ->
                                Blocks.REFERENCE.triangular(some(a, low, high), upper, unit, some(x, low, high)));
            return true;
        }
        for (int b = 0; b < x.shape().get(0); b++) Blocks.solve(Blocks.matrix(a, b), upper, unit, Blocks.matrix(x, b));
        return true;
    }

    @Override
    public boolean qr(Array a, Array tau) {
        if (isSmall(a)) each(a, cube(a), (low, high) -> Blocks.REFERENCE.qr(some(a, low, high), some(tau, low, high)));
        else for (int b = 0; b < a.shape().get(0); b++) Panels.qr(Blocks.matrix(a, b), Blocks.matrix(tau, b));
        return true;
    }

    @Override
    public boolean reflections(Array a, Array tau, Array q) {
        if (isSmall(a))
            each(
                    a,
                    cube(a),
                    (low, high) ->
                            Blocks.REFERENCE.reflections(some(a, low, high), some(tau, low, high), some(q, low, high)));
        else
            for (int b = 0; b < a.shape().get(0); b++)
                Panels.reflections(Blocks.matrix(a, b), Blocks.matrix(tau, b), Blocks.matrix(q, b));
        return true;
    }

    @Override
    public boolean eigh(Array a, boolean vectors, Array values, Array info) {
        each(
                a,
                6 * cube(a),
                (low, high) -> Blocks.REFERENCE.eigh(
                        some(a, low, high), vectors, some(values, low, high), some(info, low, high)));
        return true;
    }

    @Override
    public boolean svd(Array a, @Nullable Array u, Array s, @Nullable Array vh, Array info) {
        each(
                a,
                10 * cube(a),
                (low, high) -> Blocks.REFERENCE.svd(
                        some(a, low, high),
                        u == null ? null : some(u, low, high),
                        some(s, low, high),
                        vh == null ? null : some(vh, low, high),
                        some(info, low, high)));
        return true;
    }
}
