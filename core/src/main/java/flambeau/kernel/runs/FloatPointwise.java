package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Parallel;
import flambeau.kernel.Pointwise;
import flambeau.kernel.Unary;

/** Elementwise functions of float32. */
public abstract class FloatPointwise implements Pointwise {
    private static final int CHUNK = 1 << 15; // what a thread takes at a time

    /** For subclasses. */
    protected FloatPointwise() {}

    /** Whether this provider wants to compute {@code op} of so many elements. */
    protected abstract boolean takes(Unary op, long count);

    /** Whether this provider wants to compute {@code op} of so many elements. */
    protected abstract boolean takes(Binary op, long count);

    /** {@code y = op(x)} for {@code n} elements in a row. */
    protected abstract void run(Unary op, long x, long y, int n);

    /** {@code y = op(a, b)} for {@code n} elements in a row, an input with step 0 being one element. */
    protected abstract void run(Binary op, long a, int stepA, long b, int stepB, long y, int n);

    @Override
    public boolean unary(Unary op, Array x, Array y) {
        if (!x.isFloat32() || y.dtype() != result(op.isPredicate()) || !takes(op, y.count())) return false;
        long n = y.count();
        if (!Flat.isSame(x, y)) {
            Strided.run((at, step, length) -> run(op, spread(at, step, length), at[0], length), y, x);
        } else if (n <= CHUNK) {
            run(op, x.address(), y.address(), (int) n);
        } else {
            long from = x.address(), to = y.address();
            int bytes = y.dtype().bytes();
            Parallel.forRange(
                    n, CHUNK, (low, high) -> run(op, from + low * Floats.BYTES, to + low * bytes, (int) (high - low)));
        }
        return true;
    }

    /** The address of operand 1, repeated where it is one element. */
    private static long spread(long[] at, int[] step, int n) {
        if (step[1] == 1) return at[1];
        long copy = Scratch.get().address(1, Lanes.BLOCK * 8L);
        Grid.copy(Floats.BYTES, at[1], 0, copy, Floats.BYTES, n);
        return copy;
    }

    @Override
    public boolean binary(Binary op, Array a, Array b, Array y) {
        boolean floats = a.isFloat32() && b.isFloat32() && y.dtype() == result(op.isPredicate());
        if (!floats || !takes(op, y.count())) return false;
        int stepA = Flat.step(a, y), stepB = Flat.step(b, y);
        long n = y.count();
        if (stepA == 1 && stepB < 0 && Repeat.isRow(b, y)) {
            Repeat.rows(
                    b,
                    y,
                    (row, from, length) -> run(
                            op,
                            a.address() + 4 * from,
                            1,
                            row,
                            1,
                            y.address() + from * y.dtype().bytes(),
                            length));
        } else if (stepA < 0 || stepB < 0) {
            Strided.run((at, step, length) -> run(op, at[1], step[1], at[2], step[2], at[0], length), y, a, b);
        } else if (n <= CHUNK) {
            run(op, a.address(), stepA, b.address(), stepB, y.address(), (int) n);
        } else {
            long left = a.address(), right = b.address(), to = y.address();
            int bytes = y.dtype().bytes();
            Parallel.forRange(
                    n,
                    CHUNK,
                    (low, high) -> run(
                            op,
                            left + low * stepA * Floats.BYTES,
                            stepA,
                            right + low * stepB * Floats.BYTES,
                            stepB,
                            to + low * bytes,
                            (int) (high - low)));
        }
        return true;
    }

    private static DType result(boolean isPredicate) {
        return isPredicate ? DType.BOOL : DType.FLOAT32;
    }
}
