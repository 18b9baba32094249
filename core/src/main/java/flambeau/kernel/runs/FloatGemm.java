package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.kernel.Gemm;
import flambeau.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/** Matrix products of float32. */
public abstract class FloatGemm implements Gemm {
    private static final long CHUNK = 1 << 16; // multiply-adds a thread takes at a time

    /** For subclasses. */
    protected FloatGemm() {}

    /** Whether this provider wants to compute so many products [n, k] [k, m]. */
    protected abstract boolean takes(long batch, long n, long m, long k);

    /**
     * {@code y = init + a b}; without {@code init} it is 0. Each element of y takes the products of k in order, each by
     * one fused multiply-add, unless the whole product is small.
     *
     * @param a [n, k]
     * @param b [k, m]
     * @param init [n, m]; may be y
     * @param y [n, m]
     */
    public abstract void product(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y);

    @Override
    public boolean matmul(Array a, Array b, @Nullable Array bias, Array y) {
        boolean floats = a.isFloat32() && b.isFloat32() && y.isFloat32() && (bias == null || bias.isFloat32());
        int rank = y.shape().rank(),
                n = y.shape().get(rank - 2),
                m = y.shape().get(rank - 1),
                k = a.shape().get(-1);
        int batch = rank == 2 ? 1 : y.shape().get(0);
        if (!floats || !takes(batch, n, m, k)) return false;
        if (y.count() == 0) return true;
        Matrix left = matrix(a), right = matrix(b), out = matrix(y);
        var init = bias == null
                ? null
                : new Matrix(bias.address(), 0, bias.layout().stride(0));
        long stepA = step(a), stepB = step(b), stepY = step(y);
        if (batch > 1 && stepB == 0 && stepA == n * left.row()) {
            product(Math.multiplyExact(batch, n), m, k, left, right, init, out); // one tall product
        } else if (batch == 1) {
            product(n, m, k, left, right, init, out);
        } else {
            Parallel.forRange(batch, Math.max(CHUNK / ((long) n * m * Math.max(k, 1)), 1), (low, high) -> {
                for (long i = low; i < high; i++)
                    product(n, m, k, move(left, i * stepA), move(right, i * stepB), init, move(out, i * stepY));
            });
        }
        return true;
    }

    private static Matrix matrix(Array x) {
        Layout layout = x.layout();
        int rank = layout.shape().rank();
        return new Matrix(x.address(), layout.stride(rank - 2), layout.stride(rank - 1));
    }

    /** The distance of matrices in a batch. */
    private static long step(Array x) {
        return x.shape().rank() == 2 || x.shape().get(0) == 1 ? 0 : x.layout().stride(0);
    }

    private static Matrix move(Matrix x, long elements) {
        return new Matrix(x.address() + 4 * elements, x.row(), x.column());
    }
}
