package flambeau.kernel.vector;

import static flambeau.memory.Native.ALL;

import flambeau.kernel.Binary;
import flambeau.kernel.Unary;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Functions of float64; the loops take whole vectors only. */
final class DoubleVectors {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    /** The elements of a vector, of which runs are multiples. */
    static final int WIDTH = SPECIES.length();

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private DoubleVectors() {}

    private static DoubleVector load(long x, int i) {
        return DoubleVector.fromMemorySegment(SPECIES, ALL, x + 8L * i, ORDER);
    }

    private static void store(DoubleVector v, long y, int i) {
        v.intoMemorySegment(ALL, y + 8L * i, ORDER);
    }

    /** Whether there is a loop for it. */
    static boolean has(Unary op) {
        return switch (op) {
            case ABS, NEG, RECIPROCAL, RELU, RSQRT, SQRT, SQUARE -> true;
            default -> false;
        };
    }

    /** Whether there is a loop for it. */
    static boolean has(Binary op) {
        return switch (op) {
            case ADD, SUB, MUL, DIV, MAX, MIN, EQ, NE, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    /** {@code y = op(x)}. */
    static void run(Unary op, long x, long y, int n) {
        switch (op) {
            case ABS -> abs(x, y, n);
            case NEG -> neg(x, y, n);
            case RECIPROCAL -> reciprocal(x, y, n);
            case RELU -> relu(x, y, n);
            case RSQRT -> rsqrt(x, y, n);
            case SQRT -> sqrt(x, y, n);
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

    private static void reciprocal(long x, long y, int n) {
        for (int i = 0; i < n; i += WIDTH)
            store(DoubleVector.broadcast(SPECIES, 1).div(load(x, i)), y, i);
    }

    private static void relu(long x, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(x, i).max(0), y, i);
    }

    private static void rsqrt(long x, long y, int n) {
        for (int i = 0; i < n; i += WIDTH)
            store(DoubleVector.broadcast(SPECIES, 1).div(load(x, i).sqrt()), y, i);
    }

    private static void sqrt(long x, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(x, i).sqrt(), y, i);
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
            case DIV -> div(a, b, y, n);
            case MAX -> max(a, b, y, n);
            case MIN -> min(a, b, y, n);
            case EQ -> equal(a, b, y, 0, n);
            case NE -> equal(a, b, y, -1, n);
            case LT -> less(a, b, y, n);
            case GT -> less(b, a, y, n);
            case LE -> lessOrEqual(a, b, y, n);
            case GE -> lessOrEqual(b, a, y, n);
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

    private static void div(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).div(load(b, i)), y, i);
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

    private static void less(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) Truth.store(load(a, i).compare(VectorOperators.LT, load(b, i)), 0, y + i);
    }

    private static void lessOrEqual(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) Truth.store(load(a, i).compare(VectorOperators.LE, load(b, i)), 0, y + i);
    }
}
