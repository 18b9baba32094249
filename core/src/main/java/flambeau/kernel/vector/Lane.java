package flambeau.kernel.vector;

import static flambeau.memory.Native.ALL;

import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine, at most 16 floats wide, and how they are read and written at addresses. */
final class Lane {
    static final VectorSpecies<Float> FLOATS =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    static final int WIDTH = FLOATS.length();

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private Lane() {}

    /** The elements from number i on. */
    static FloatVector load(long address, int i) {
        return FloatVector.fromMemorySegment(FLOATS, ALL, address + 4L * i, ORDER);
    }

    static FloatVector load(long address) {
        return FloatVector.fromMemorySegment(FLOATS, ALL, address, ORDER);
    }

    static void store(FloatVector x, long address, int i) {
        x.intoMemorySegment(ALL, address + 4L * i, ORDER);
    }

    static void store(FloatVector x, long address) {
        x.intoMemorySegment(ALL, address, ORDER);
    }
}
