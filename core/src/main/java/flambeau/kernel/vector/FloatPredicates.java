package flambeau.kernel.vector;

import static flambeau.memory.Native.ALL;

import flambeau.kernel.Binary;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Comparisons of float32; the loops take whole vectors only. */
final class FloatPredicates {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /** The elements of a vector, of which runs are multiples. */
    static final int WIDTH = SPECIES.length();

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private FloatPredicates() {}

    private static FloatVector load(long x, int i) {
        return FloatVector.fromMemorySegment(SPECIES, ALL, x + 4L * i, ORDER);
    }

    /** Whether there is a loop for it. */
    static boolean has(Binary op) {
        return switch (op) {
            case EQ, NE, LT, LE, GT, GE -> true;
            default -> false;
        };
    }

    /** {@code y = op(a, b)}. */
    static void run(Binary op, long a, long b, long y, int n) {
        switch (op) {
            case EQ -> equal(a, b, y, 0, n);
            case NE -> equal(a, b, y, -1, n);
            case LT -> less(a, b, y, n);
            case GT -> less(b, a, y, n);
            case LE -> lessOrEqual(a, b, y, n);
            case GE -> lessOrEqual(b, a, y, n);
            default -> throw new AssertionError(op);
        }
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
