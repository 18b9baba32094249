package flambeau.kernel.vector;

import static flambeau.memory.Native.ALL;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Between masks of vectors and bools in memory, a byte each, the first being the lowest of eight. */
final class Truth {
    private static final long ONES = 0x0101010101010101L;
    private static final long GATHER =
            0x0102040810204080L; // times eight bools: their bits, side by side in the highest byte
    private static final long[] BOOLS = new long[256];

    static {
        for (int bits = 0; bits < 256; bits++)
            for (int i = 0; i < 8; i++) BOOLS[bits] |= (long) (bits >> i & 1) << 8 * i;
    }

    private Truth() {}

    /** Writes {@code mask ^ flip}. */
    static void store(VectorMask<?> mask, long flip, long y) {
        long bits = mask.toLong() ^ flip;
        int lanes = mask.length();
        for (int i = 0; i + 8 <= lanes; i += 8)
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + i, BOOLS[(int) (bits >> i) & 0xff]);
        for (int i = lanes & -8; i < lanes; i++) ALL.set(ValueLayout.JAVA_BYTE, y + i, (byte) (bits >> i & 1));
    }

    static <E> VectorMask<E> load(VectorSpecies<E> species, long c) {
        int lanes = species.length();
        long bits = 0;
        for (int i = 0; i + 8 <= lanes; i += 8) {
            long eight = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, c + i) & ONES;
            bits |= eight * GATHER >>> 56 << i;
        }
        for (int i = lanes & -8; i < lanes; i++) bits |= (long) (ALL.get(ValueLayout.JAVA_BYTE, c + i) & 1) << i;
        return VectorMask.fromLong(species, bits);
    }
}
