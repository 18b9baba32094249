package flambeau.kernel.vector;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import flambeau.kernel.Binary;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Functions of bytes and of bools, which are 0 or 1; the loops take whole vectors only. */
final class ByteVectors {
    private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_PREFERRED;
    /** The elements of a vector, of which runs are multiples. */
    static final int WIDTH = SPECIES.length();

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private ByteVectors() {}

    private static ByteVector load(long x, int i) {
        return ByteVector.fromMemorySegment(SPECIES, ALL, x + i, ORDER);
    }

    private static void store(ByteVector v, long y, int i) {
        v.intoMemorySegment(ALL, y + i, ORDER);
    }

    /** Whether there is a loop for it. */
    static boolean has(Binary op, DType dtype) {
        return switch (op) {
            case ADD, BIT_AND, BIT_OR, BIT_XOR -> true;
            case SUB -> dtype != DType.BOOL;
            case AND, OR, XOR, MUL, MAX, MIN, NE -> dtype == DType.BOOL;
            default -> false;
        };
    }

    /** {@code y = op(a, b)}. */
    static void run(Binary op, DType dtype, long a, long b, long y, int n) {
        switch (op) {
            case ADD -> {
                if (dtype == DType.BOOL) or(a, b, y, n);
                else add(a, b, y, n);
            }
            case SUB -> sub(a, b, y, n);
            case AND, BIT_AND, MUL, MIN -> and(a, b, y, n);
            case OR, BIT_OR, MAX -> or(a, b, y, n);
            default -> xor(a, b, y, n);
        }
    }

    private static void add(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).add(load(b, i)), y, i);
    }

    private static void sub(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).sub(load(b, i)), y, i);
    }

    private static void and(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).and(load(b, i)), y, i);
    }

    private static void or(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).or(load(b, i)), y, i);
    }

    private static void xor(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).lanewise(VectorOperators.XOR, load(b, i)), y, i);
    }

    /** {@code y = !x}. */
    static void not(long x, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(x, i).lanewise(VectorOperators.XOR, (byte) 1), y, i);
    }

    /** {@code y = c ? a : b}. */
    static void choose(long c, long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH)
            store(load(b, i).blend(load(a, i), load(c, i).compare(VectorOperators.NE, (byte) 0)), y, i);
    }
}
