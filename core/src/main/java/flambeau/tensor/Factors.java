package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.kernel.Kernels;
import flambeau.kernel.Pivots;
import org.jspecify.annotations.Nullable;

/** Factorisations of batches {@code [*, m, n]} as tensors without history: what {@link Linalg} records. */
final class Factors {
    private Factors() {}

    /** A factorisation in place, its pivots and what went wrong. */
    record Lu(Tensor lu, Tensor pivots, Tensor info) {}

    /** Singular values and vectors; the vectors are null if they were not wanted. */
    record Svd(@Nullable Tensor u, Tensor s, @Nullable Tensor vh) {}

    static void check(String op, Tensor a) {
        Check.that(a.dim() >= 2, "%s: takes at least 2 dimensions, got %s", op, a.shape());
        Check.that(
                a.dtype() == DType.FLOAT32 || a.dtype() == DType.FLOAT64,
                "%s: the dtype must be float32 or float64, got %s",
                op,
                a.dtype());
    }

    static void checkSquare(String op, Tensor a) {
        check(op, a);
        Check.that(a.size(-1) == a.size(-2), "%s: takes square matrices, got %s", op, a.shape());
    }

    static Shape front(Tensor x) {
        return x.shape().without(x.dim() - 1).without(x.dim() - 2);
    }

    /** {@code front} with these sizes behind it. */
    static Shape join(Shape front, int... sizes) {
        var shape = front;
        for (int n : sizes) shape = shape.insert(shape.rank(), n);
        return shape;
    }

    /** A contiguous copy as a batch of matrices. */
    private static Array copy(Tensor a) {
        var y = Array.empty(a.shape(), a.dtype());
        if (a.count() > 0) Kernels.copy(a.array(), y);
        return batch(new Tensor(y));
    }

    private static Array batch(Tensor a) {
        int b = Math.toIntExact(front(a).count());
        return a.raw().as(flambeau.array.Layout.contiguous(Shape.of(b, a.size(-2), a.size(-1))));
    }

    private static Tensor shaped(Array x, Shape shape) {
        return new Tensor(x.as(flambeau.array.Layout.contiguous(shape)));
    }

    private static Array info(Tensor a) {
        var info = Array.empty(Shape.of(Math.toIntExact(front(a).count())), DType.INT32);
        info.zero();
        return info;
    }

    static Lu lu(Tensor a) {
        int m = a.size(-2), n = a.size(-1), k = Math.min(m, n);
        Array x = copy(a),
                info = info(a),
                pivots = Array.empty(Shape.of(x.shape().get(0), k), DType.INT32);
        if (a.count() > 0) Kernels.lu(x, pivots, info);
        return new Lu(shaped(x, a.shape()), shaped(pivots, join(front(a), k)), shaped(info, front(a)));
    }

    /** The lower factor, and info. */
    static Lu cholesky(Tensor a) {
        Array x = copy(a), info = info(a);
        if (a.count() > 0) Kernels.cholesky(x, info);
        var y = shaped(x, a.shape());
        return new Lu(y, y, shaped(info, front(a)));
    }

    /** Which row of the matrix stands in each row of {@code L U} (int64), of matrices with {@code m} rows. */
    static Tensor order(Tensor pivots, int m) {
        int k = pivots.size(-1), batch = Math.toIntExact(pivots.count() / Math.max(k, 1));
        if (k == 0)
            batch = Math.toIntExact(pivots.shape().without(pivots.dim() - 1).count());
        var exchanged = pivots.toIntArray();
        var order = new long[batch * m];
        for (int b = 0; b < batch; b++) {
            for (int i = 0; i < m; i++) order[b * m + i] = i;
            for (int i = 0; i < k; i++) {
                int p = b * m + exchanged[b * k + i] - 1;
                long row = order[p];
                order[p] = order[b * m + i];
                order[b * m + i] = row;
            }
        }
        return longs(order, join(pivots.shape().without(pivots.dim() - 1), m));
    }

    private static Tensor longs(long[] values, Shape shape) {
        var y = Array.empty(shape, DType.INT64);
        for (int i = 0; i < values.length; i++)
            flambeau.array.Element.setLong(DType.INT64, y.address() + 8L * i, values[i]);
        return new Tensor(y);
    }

    /** {@code X} with {@code A X = B}, or {@code A^T X = B}, for batches of one shape. */
    static Tensor luSolve(Lu a, Tensor b, boolean transposed) {
        var x = copy(b);
        if (b.count() == 0) return shaped(x, b.shape());
        int batch = x.shape().get(0), n = a.lu.size(-1);
        var lu = a.lu.reshape(batch, n, n).array();
        var pivots = a.pivots.reshape(batch, n).contiguous().array();
        if (transposed) {
            var turned = lu.as(lu.layout().permute(0, 2, 1));
            Kernels.triangular(turned, false, false, x);
            Kernels.triangular(turned, true, true, x);
            Pivots.exchange(x, pivots, true);
        } else {
            Pivots.exchange(x, pivots, false);
            Kernels.triangular(lu, false, true, x);
            Kernels.triangular(lu, true, false, x);
        }
        return shaped(x, b.shape());
    }

    /** {@code X} with {@code A X = B} for a triangle, batches of one shape. */
    static Tensor triangular(Tensor a, boolean upper, boolean unit, Tensor b) {
        var x = copy(b);
        if (b.count() > 0) {
            var matrices = a.reshape(x.shape().get(0), a.size(-2), a.size(-1));
            Kernels.triangular(matrices.array(), upper, unit, x);
        }
        return shaped(x, b.shape());
    }

    /** Q with so many columns and R with so many rows; Q is null if {@code columns} is 0. */
    static Tensor[] qr(Tensor a, boolean q, int columns) {
        int m = a.size(-2), n = a.size(-1), k = Math.min(m, n);
        var x = copy(a);
        var tau = Array.empty(Shape.of(x.shape().get(0), k), a.dtype());
        if (a.count() > 0) Kernels.qr(x, tau);
        var r = Triangles.upper(shaped(x, a.shape()).narrow(-2, 0, Math.min(columns, m)), 0);
        if (!q) return new Tensor[] {r};
        var y = Array.empty(Shape.of(x.shape().get(0), m, columns), a.dtype());
        if (a.count() > 0) Kernels.reflections(x, tau, y);
        else if (y.count() > 0)
            Kernels.copy(Triangles.identity(m, columns, a.dtype()).raw(), y);
        return new Tensor[] {r, shaped(y, join(front(a), m, columns))};
    }

    /** Eigenvalues, and vectors if they are wanted. */
    static Tensor[] eigh(String op, Tensor a, boolean vectors) {
        Array x = copy(a), info = info(a);
        checkFinite(op, a);
        var values = Array.empty(Shape.of(x.shape().get(0), a.size(-1)), a.dtype());
        if (a.count() > 0) Kernels.eigh(x, vectors, values, info);
        checkInfo(op, new Tensor(info), "makes an iteration that does not converge");
        return new Tensor[] {shaped(values, join(front(a), a.size(-1))), shaped(x, a.shape())};
    }

    static Svd svd(String op, Tensor a, boolean full, boolean vectors) {
        int m = a.size(-2), n = a.size(-1), k = Math.min(m, n);
        Array x = copy(a), info = info(a);
        checkFinite(op, a);
        int batch = x.shape().get(0);
        var s = Array.empty(Shape.of(batch, k), a.dtype());
        var u = vectors ? Array.empty(Shape.of(batch, m, full ? m : k), a.dtype()) : null;
        var vh = vectors ? Array.empty(Shape.of(batch, full ? n : k, n), a.dtype()) : null;
        if (a.count() > 0) Kernels.svd(x, u, s, vh, info);
        else if (u != null && vh != null) {
            identity(u);
            identity(vh);
        }
        checkInfo(op, new Tensor(info), "makes an iteration that does not converge");
        var values = shaped(s, join(front(a), k));
        if (u == null || vh == null) return new Svd(null, values, null);
        return new Svd(shaped(u, join(front(a), m, full ? m : k)), values, shaped(vh, join(front(a), full ? n : k, n)));
    }

    private static void identity(Array y) {
        int n = y.shape().get(1), m = y.shape().get(2);
        if (y.count() > 0) Kernels.copy(Triangles.identity(n, m, y.dtype()).raw(), y);
    }

    private static void checkFinite(String op, Tensor a) {
        Check.that(
                a.count() == 0 || a.unrecorded().isfinite().all().isTrue(),
                "%s: did not converge, the input has elements that are not finite",
                op);
    }

    /** Refuses with the first matrix of the batch whose {@code info} is not 0; {@code rule} may show that number. */
    static void checkInfo(String op, Tensor info, String rule) {
        var found = info.toIntArray();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 0) continue;
            var which = info.dim() == 0 || found.length == 1 ? "the matrix" : "matrix " + i + " of the batch";
            throw new IllegalArgumentException(op + ": " + which + " " + rule.formatted(found[i]));
        }
    }
}
