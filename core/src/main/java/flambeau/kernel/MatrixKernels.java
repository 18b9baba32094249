package flambeau.kernel;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/** Kernels of matrices. */
abstract sealed class MatrixKernels extends LayerKernels permits Kernels {
    MatrixKernels() {}

    /** See {@link Gemm#matmul}. */
    public static void matmul(Array a, Array b, @Nullable Array bias, Array y) {
        for (var p : CPU.gemm) if (p.matmul(a, b, bias, y)) break;
        alive(a, b, bias, y);
    }

    /** See {@link Gemm#prepare}; plain products where no provider prepares any. */
    public static Gemm.Prepared prepare(Array b, @Nullable Array bias, int rows) {
        for (var p : CPU.gemm) {
            var prepared = p.prepare(b, bias, rows);
            if (prepared != null) return prepared;
        }
        return (a, y) -> matmul(a, b, bias, y);
    }

    /** See {@link Factor#lu}. */
    public static void lu(Array a, Array pivots, Array info) {
        for (var p : CPU.factor) if (p.lu(a, pivots, info)) break;
        alive(a, pivots, info);
    }

    /** See {@link Factor#cholesky}. */
    public static void cholesky(Array a, Array info) {
        for (var p : CPU.factor) if (p.cholesky(a, info)) break;
        alive(a, info);
    }

    /** See {@link Factor#triangular}. */
    public static void triangular(Array a, boolean upper, boolean unit, Array x) {
        for (var p : CPU.factor) if (p.triangular(a, upper, unit, x)) break;
        alive(a, x);
    }

    /** See {@link Factor#qr}. */
    public static void qr(Array a, Array tau) {
        for (var p : CPU.factor) if (p.qr(a, tau)) break;
        alive(a, tau);
    }

    /** See {@link Factor#reflections}. */
    public static void reflections(Array a, Array tau, Array q) {
        for (var p : CPU.factor) if (p.reflections(a, tau, q)) break;
        alive(a, tau, q);
    }

    /** See {@link Factor#eigh}. */
    public static void eigh(Array a, boolean vectors, Array values, Array info) {
        for (var p : CPU.factor) if (p.eigh(a, vectors, values, info)) break;
        alive(a, values, info);
    }

    /** See {@link Factor#svd}. */
    public static void svd(Array a, @Nullable Array u, Array s, @Nullable Array vh, Array info) {
        for (var p : CPU.factor) if (p.svd(a, u, s, vh, info)) break;
        alive(a, u, s);
        alive(vh, info);
    }
}
