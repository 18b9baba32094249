package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import java.lang.foreign.ValueLayout;

/** Sums of bools in memory, eight in a long. */
final class ByteSums {
    private static final int MOST = 252; // words of ones that a byte can count, with room for three more
    private static final long EVEN = 0x00ff00ff00ff00ffL; // every other byte
    private static final long ONES = 0x0001000100010001L;

    private ByteSums() {}

    /** The sum of n bytes, each 0 or 1. */
    static long of(long x, int n) {
        int words = n / 8;
        long sum = 0;
        for (int i = 0; i < words; i += 4 * MOST) sum += words(x + 8L * i, Math.min(4 * MOST, words - i));
        for (int i = words * 8; i < n; i++) sum += ALL.get(ValueLayout.JAVA_BYTE, x + i);
        return sum;
    }

    private static long words(long x, int n) {
        long a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            a += word(x, i);
            b += word(x, i + 1);
            c += word(x, i + 2);
            d += word(x, i + 3);
        }
        for (; i < n; i++) a += word(x, i);
        return bytes(a) + bytes(b) + bytes(c) + bytes(d);
    }

    private static long word(long x, int i) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, x + 8L * i);
    }

    private static long bytes(long word) {
        return ((word & EVEN) + (word >>> 8 & EVEN)) * ONES >>> 48;
    }
}
