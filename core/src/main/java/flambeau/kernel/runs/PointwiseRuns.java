package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Parallel;
import flambeau.kernel.Pointwise;
import flambeau.kernel.Ternary;
import flambeau.kernel.Unary;
import java.util.function.Predicate;

/** Elementwise functions of any type, cut in runs. */
public abstract class PointwiseRuns implements Pointwise {
    private static final int CHUNK = 1 << 15; // what a thread takes at a time

    /** For subclasses. */
    protected PointwiseRuns() {}

    /** Whether this provider wants to compute {@code op} of so many elements of a type. */
    protected abstract boolean takes(Unary op, DType dtype, long count);

    /** Whether this provider wants to compute {@code op} of so many elements of a type. */
    protected abstract boolean takes(Binary op, DType dtype, long count);

    /** Whether this provider wants to compute functions of three inputs, so many elements of a type. */
    protected abstract boolean takesThree(DType dtype, long count);

    /** Whether this provider wants to choose so many elements of a type. */
    protected abstract boolean takesChoice(DType dtype, long count);

    /** {@code y = op(x)} for {@code n} elements in a row, those of x being of a type. */
    protected abstract void run(Unary op, DType dtype, long x, long y, int n);

    /** {@code y = op(a, b)} for {@code n} elements in a row, those of a and b being of a type; an input with step 0 is one element. */
    protected abstract void run(Binary op, DType dtype, long a, int stepA, long b, int stepB, long y, int n);

    /** {@code y = op(a, b, c, v)} for {@code n} floating elements in a row; an input with step 0 is one element. */
    protected abstract void run(
            Ternary op, double v, DType dtype, long a, int stepA, long b, int stepB, long c, int stepC, long y, int n);

    /** {@code y = c ? a : b} for {@code n} elements in a row, those of c being bools; an input with step 0 is one element. */
    protected abstract void choose(DType dtype, long c, int stepC, long a, int stepA, long b, int stepB, long y, int n);

    @Override
    public boolean unary(Unary op, Array x, Array y) {
        var dtype = x.dtype();
        if (y.dtype() != result(op.isPredicate(), dtype) || !takes(op, dtype, y.count())) return false;
        long n = y.count();
        if (!Flat.isSame(x, y)) {
            int size = dtype.bytes();
            Strided.run((at, step, length) -> run(op, dtype, spread(size, at, step, length), at[0], length), y, x);
        } else if (n <= CHUNK) {
            run(op, dtype, x.address(), y.address(), (int) n);
        } else {
            long from = x.address(), to = y.address();
            int size = dtype.bytes(), bytes = y.dtype().bytes();
            Parallel.forRange(
                    n, CHUNK, (low, high) -> run(op, dtype, from + low * size, to + low * bytes, (int) (high - low)));
        }
        return true;
    }

    /** The address of operand 1, repeated where it is one element. */
    private static long spread(int size, long[] at, int[] step, int n) {
        if (step[1] == 1) return at[1];
        long copy = Scratch.get().address(1, Lanes.BLOCK * 8L);
        Moves.copy(size, at[1], 0, copy, size, n);
        return copy;
    }

    @Override
    public boolean binary(Binary op, Array a, Array b, Array y) {
        var dtype = a.dtype();
        boolean known = b.dtype() == dtype && y.dtype() == result(op.isPredicate(), dtype);
        if (!known || !takes(op, dtype, y.count())) return false;
        int stepA = Flat.step(a, y), stepB = Flat.step(b, y);
        int size = dtype.bytes(), bytes = y.dtype().bytes();
        long n = y.count();
        if (stepA == 1 && stepB < 0 && Repeat.isRow(b, y)) {
            Repeat.rows(
                    b,
                    y,
                    (row, from, length) ->
                            run(op, dtype, a.address() + size * from, 1, row, 1, y.address() + from * bytes, length));
        } else if (stepA < 0 && Transpose.isWide(a, y)) {
            return onCopy(y, a, copy -> binary(op, copy, b, y));
        } else if (stepB < 0 && Transpose.isWide(b, y)) {
            return onCopy(y, b, copy -> binary(op, a, copy, y));
        } else if (stepA < 0 || stepB < 0) {
            Strided.run((at, step, length) -> run(op, dtype, at[1], step[1], at[2], step[2], at[0], length), y, a, b);
        } else if (n <= CHUNK) {
            run(op, dtype, a.address(), stepA, b.address(), stepB, y.address(), (int) n);
        } else {
            long left = a.address(), right = b.address(), to = y.address();
            Parallel.forRange(
                    n,
                    CHUNK,
                    (low, high) -> run(
                            op,
                            dtype,
                            left + low * stepA * size,
                            stepA,
                            right + low * stepB * size,
                            stepB,
                            to + low * bytes,
                            (int) (high - low)));
        }
        return true;
    }

    /** Calls with x in the order of y. */
    private static boolean onCopy(Array y, Array x, Predicate<Array> call) {
        var copy = Dense.copy(x, y.layout().fresh());
        boolean done = call.test(copy);
        copy.storage().release();
        return done;
    }

    @Override
    public boolean ternary(Ternary op, double v, Array a, Array b, Array c, Array y) {
        var dtype = y.dtype();
        boolean known = a.dtype() == dtype && b.dtype() == dtype && c.dtype() == dtype;
        if (!known || !takesThree(dtype, y.count())) return false;
        int stepA = Flat.step(a, y), stepB = Flat.step(b, y), stepC = Flat.step(c, y);
        if (stepA < 0 || stepB < 0 || stepC < 0) {
            Strided.run(
                    (at, step, n) -> run(op, v, dtype, at[1], step[1], at[2], step[2], at[3], step[3], at[0], n),
                    y,
                    a,
                    b,
                    c);
            return true;
        }
        long first = a.address(), second = b.address(), third = c.address(), to = y.address(), size = dtype.bytes();
        Parallel.forRange(
                y.count(),
                CHUNK,
                (low, high) -> run(
                        op,
                        v,
                        dtype,
                        first + low * stepA * size,
                        stepA,
                        second + low * stepB * size,
                        stepB,
                        third + low * stepC * size,
                        stepC,
                        to + low * size,
                        (int) (high - low)));
        return true;
    }

    @Override
    public boolean where(Array condition, Array a, Array b, Array y) {
        var dtype = y.dtype();
        boolean known = a.dtype() == dtype && b.dtype() == dtype && condition.dtype() == DType.BOOL;
        if (!known || !takesChoice(dtype, y.count())) return false;
        int stepC = Flat.step(condition, y), stepA = Flat.step(a, y), stepB = Flat.step(b, y);
        int size = dtype.bytes();
        if (stepC != 1 || stepA < 0 || stepB < 0) {
            Strided.run(
                    (at, step, n) -> choose(dtype, at[1], step[1], at[2], step[2], at[3], step[3], at[0], n),
                    y,
                    condition,
                    a,
                    b);
        } else {
            long c = condition.address(), left = a.address(), right = b.address(), to = y.address();
            Parallel.forRange(
                    y.count(),
                    CHUNK,
                    (low, high) -> choose(
                            dtype,
                            c + low,
                            1,
                            left + size * low * stepA,
                            stepA,
                            right + size * low * stepB,
                            stepB,
                            to + size * low,
                            (int) (high - low)));
        }
        return true;
    }

    private static DType result(boolean isPredicate, DType dtype) {
        return isPredicate ? DType.BOOL : dtype;
    }
}
