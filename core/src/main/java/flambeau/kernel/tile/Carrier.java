package flambeau.kernel.tile;

import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Ternary;
import flambeau.kernel.Unary;

/**
 * The Java type in which elements of some dtypes are computed, with tiles of it and the loops over them: float for float32 and the
 * half types, double for float64, long for int64, int for all narrower ones.
 *
 * <p>Functions of one input work on operand 0, in place; those of two leave their result in operand {@value #RESULT}.
 */
abstract class Carrier {
    /** The operand in which a function of two inputs leaves its result. */
    static final int RESULT = 2;

    private static final int PADDED = 64;

    /** The elements of a tile. */
    final int size;

    /** What predicates leave. */
    final byte[] bools;

    Carrier(int size) {
        this.size = size;
        bools = new byte[size];
    }

    /**
     * How many elements loops take for {@code n}: whole vectors have no tail, and a loop that C2 has only seen short would stay scalar
     * for ever.
     */
    static int padded(int n) {
        return n + PADDED - 1 & -PADDED;
    }

    /** Reads {@code n} elements. */
    abstract void load(DType dtype, long from, int operand, int n);

    /** Repeats element 0 from place {@code from} to {@code to}, exclusive. */
    abstract void repeat(int operand, int from, int to);

    /** Writes {@code n} elements. */
    abstract void store(DType dtype, int operand, long to, int n);

    /** A function that is no predicate. */
    abstract void run(Unary op, int n);

    /** A function that is no predicate. */
    abstract void run(Binary op, int n);

    /** A function of operands 0, 1 and {@value #RESULT}, to operand 0; of floating numbers only. */
    void run(Ternary op, double v, int n) {
        throw new AssertionError(op);
    }

    /** A predicate, to {@link #bools}. */
    abstract void test(Unary op, int n);

    /** A predicate, to {@link #bools}. */
    abstract void test(Binary op, int n);

    /** Operand 0 where {@link #bools} says so, elsewhere operand 1. */
    abstract void choose(int n);
}
