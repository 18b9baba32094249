package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.kernel.Parallel;
import flambeau.kernel.Softmax;

/** Softmax of float32, by rows. */
public abstract class FloatSoftmax implements Softmax {
    private static final int CHUNK = 1 << 13; // elements a thread takes at a time

    /** For subclasses. */
    protected FloatSoftmax() {}

    /** Whether this provider wants to compute so many rows of m elements. */
    protected abstract boolean takes(long rows, int m);

    /** Rows of m elements, one after the other. Sums are made in the order of {@link Lanes}. */
    protected abstract void forward(boolean log, long x, long y, int rows, int m);

    /** The gradient of such rows. */
    protected abstract void backward(boolean log, long dy, long y, long dx, int rows, int m);

    @Override
    public boolean softmax(boolean log, Array x, Array y) {
        int m = x.shape().rank() == 0 ? 1 : x.shape().get(-1);
        long rows = m == 0 ? 0 : x.count() / m;
        if (!x.isFloat32() || !takes(rows, m)) return false;
        Array in = Dense.contiguous(x), out = Dense.roomLike(in, y);
        long from = in.address(), to = out.address(), bytes = 4L * m;
        Parallel.forRange(
                rows,
                Math.max(CHUNK / Math.max(m, 1), 1),
                (low, high) -> forward(log, from + low * bytes, to + low * bytes, (int) (high - low), m));
        Dense.release(in, x);
        Dense.finish(out, y);
        return true;
    }

    @Override
    public boolean backward(boolean log, Array dy, Array y, Array dx) {
        int m = y.shape().rank() == 0 ? 1 : y.shape().get(-1);
        long rows = m == 0 ? 0 : y.count() / m;
        if (!y.isFloat32() || !takes(rows, m)) return false;
        Array out = Dense.contiguous(y), grad = Dense.like(out, dy), in = Dense.roomLike(out, dx);
        long left = grad.address(), right = out.address(), to = in.address(), bytes = 4L * m;
        Parallel.forRange(
                rows,
                Math.max(CHUNK / Math.max(m, 1), 1),
                (low, high) -> backward(
                        log, left + low * bytes, right + low * bytes, to + low * bytes, (int) (high - low), m));
        Dense.release(out, y);
        Dense.release(grad, dy);
        Dense.finish(in, dx);
        return true;
    }
}
