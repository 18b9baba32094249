package flambeau.kernel.vector;

import static flambeau.memory.Native.ALL;

import flambeau.kernel.Binary;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of bfloat16, which is the upper half of a float32: an int holds two of them, of which one is shifted and the other masked.
 * Rounded to nearest, ties to even. The loops take whole vectors only.
 */
final class BrainVectors {
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    /** The elements of a vector, of which runs are multiples. */
    static final int WIDTH = 2 * INTS.length();

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int UPPER = 0xffff0000;
    private static final int NAN = 0x7fc00000;

    private BrainVectors() {}

    /** Whether there is a loop for it. */
    static boolean has(Binary op) {
        return switch (op) {
            case ADD, SUB, MUL, DIV -> ORDER == ByteOrder.LITTLE_ENDIAN;
            default -> false;
        };
    }

    /** {@code y = op(a, b)}. */
    static void run(Binary op, long a, long b, long y, int n) {
        switch (op) {
            case ADD -> add(a, b, y, n);
            case SUB -> sub(a, b, y, n);
            case MUL -> mul(a, b, y, n);
            default -> div(a, b, y, n);
        }
    }

    private static void add(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            IntVector u = load(a, i), v = load(b, i);
            store(round(odd(u).add(odd(v))), round(even(u).add(even(v))), y, i);
        }
    }

    private static void sub(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            IntVector u = load(a, i), v = load(b, i);
            store(round(odd(u).sub(odd(v))), round(even(u).sub(even(v))), y, i);
        }
    }

    private static void mul(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            IntVector u = load(a, i), v = load(b, i);
            store(round(odd(u).mul(odd(v))), round(even(u).mul(even(v))), y, i);
        }
    }

    private static void div(long a, long b, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            IntVector u = load(a, i), v = load(b, i);
            store(round(odd(u).div(odd(v))), round(even(u).div(even(v))), y, i);
        }
    }

    private static IntVector load(long x, int i) {
        return IntVector.fromMemorySegment(INTS, ALL, x + 2L * i, ORDER);
    }

    private static FloatVector even(IntVector x) {
        return x.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
    }

    private static FloatVector odd(IntVector x) {
        return x.and(UPPER).reinterpretAsFloats();
    }

    /** Rounded bits, in the upper half; the lower may hold anything. */
    private static IntVector round(FloatVector x) {
        var bits = x.reinterpretAsInts();
        var even = bits.lanewise(VectorOperators.LSHR, 16).and(1);
        return bits.add(even)
                .add(0x7fff)
                .blend(NAN, x.compare(VectorOperators.NE, x).cast(INTS));
    }

    private static void store(IntVector odd, IntVector even, long y, int i) {
        odd.and(UPPER).or(even.lanewise(VectorOperators.LSHR, 16)).intoMemorySegment(ALL, y + 2L * i, ORDER);
    }
}
