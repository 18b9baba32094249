package flambeau.kernel.vector;

import static flambeau.memory.Native.ALL;

import flambeau.kernel.Binary;
import flambeau.kernel.Unary;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Functions of int32; the loops take whole vectors only. */
// As LongVectors: a loop shared by several species boxes its vectors, which takes 16 times as long. Bits are as in
// longs.
final class IntVectors {
    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    /** The elements of a vector, of which runs are multiples. */
    static final int WIDTH = SPECIES.length();

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private IntVectors() {}

    private static IntVector load(long x, int i) {
        return IntVector.fromMemorySegment(SPECIES, ALL, x + 4L * i, ORDER);
    }

    private static void store(IntVector v, long y, int i) {
        v.intoMemorySegment(ALL, y + 4L * i, ORDER);
    }

    /** Whether there is a loop for it. */
    static boolean has(Unary op) {
        return switch (op) {
            case ABS, BIT_NOT, NEG, RELU, SQUARE -> true;
            default -> false;
        };
    }

    /** Whether there is a loop for it. */
    static boolean has(Binary op) {
        return switch (op) {
            case ADD, SUB, MUL, MAX, MIN, BIT_AND, BIT_OR, BIT_XOR, EQ, NE, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    /** {@code y = op(x)}. */
    static void run(Unary op, long x, long y, int n) {
        switch (op) {
            case ABS -> abs(x, y, n);
            case BIT_NOT -> LongVectors.not(x, y, n / 2);
            case NEG -> neg(x, y, n);
            case RELU -> relu(x, y, n);
            case SQUARE -> square(x, y, n);
            default -> throw new AssertionError(op);
        }
    }

    private static void abs(long x, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(x, i).abs(), y, i);
    }

    private static void neg(long x, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(x, i).neg(), y, i);
    }

    private static void relu(long x, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(x, i).max(0), y, i);
    }

    private static void square(long x, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            var v = load(x, i);
            store(v.mul(v), y, i);
        }
    }

    /** {@code y = op(a, b)}. */
    static void run(Binary op, long a, long b, long y, int n) {
        switch (op) {
            case ADD -> add(a, b, y, n);
            case SUB -> sub(a, b, y, n);
            case MUL -> mul(a, b, y, n);
            case MAX -> max(a, b, y, n);
            case MIN -> min(a, b, y, n);
            case BIT_AND -> LongVectors.and(a, b, y, n / 2);
            case BIT_OR -> LongVectors.or(a, b, y, n / 2);
            case BIT_XOR -> LongVectors.xor(a, b, y, n / 2);
            case EQ -> equal(a, b, y, 0, n);
            case NE -> equal(a, b, y, -1, n);
            case LT -> less(a, b, y, 0, n);
            case GE -> less(a, b, y, -1, n);
            case GT -> less(b, a, y, 0, n);
            case LE -> less(b, a, y, -1, n);
            default -> throw new AssertionError(op);
        }
    }

    private static void add(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).add(load(b, i)), y, i);
    }

    private static void sub(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).sub(load(b, i)), y, i);
    }

    private static void mul(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).mul(load(b, i)), y, i);
    }

    private static void max(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).max(load(b, i)), y, i);
    }

    private static void min(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).min(load(b, i)), y, i);
    }

    private static void equal(long a, long b, long y, long flip, int n) {
        for (int i = 0; i < n; i += WIDTH) Truth.store(load(a, i).compare(VectorOperators.EQ, load(b, i)), flip, y + i);
    }

    private static void less(long a, long b, long y, long flip, int n) {
        for (int i = 0; i < n; i += WIDTH) Truth.store(load(a, i).compare(VectorOperators.LT, load(b, i)), flip, y + i);
    }

    /** Repeats the element at x. */
    static void fill(long x, long y, int n) {
        var v = IntVector.broadcast(SPECIES, ALL.get(ValueLayout.JAVA_INT, x));
        for (int i = 0; i < n; i += WIDTH) store(v, y, i);
    }

    /** {@code y = c ? a : b}. */
    static void choose(long c, long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(b, i).blend(load(a, i), Truth.load(SPECIES, c + i)), y, i);
    }
}
