package flambeau.memory;

/**
 * The block sizes of the pool: four steps to each power of two (1, 1.25, 1.5, 1.75), so that at most a fifth of a block
 * is unused and a few hundred classes reach all of memory.
 */
final class SizeClass {
    private static final int STEPS = 4;
    private static final int FIRST_LOG = 12; // 4 KiB, the smallest block
    static final int COUNT = (62 - FIRST_LOG) * STEPS;

    static final long LARGEST = bytes(COUNT - 1);

    private SizeClass() {}

    /** The smallest class whose blocks hold {@code bytes}. */
    static int of(long bytes) {
        if (bytes <= 1L << FIRST_LOG) return 0;
        int log = 63 - Long.numberOfLeadingZeros(bytes - 1); // 2^log < bytes <= 2^(log + 1)
        long step = (1L << log) / STEPS;
        int steps = (int) ((bytes - (1L << log) + step - 1) / step); // 1 .. STEPS
        return (log - FIRST_LOG) * STEPS + steps;
    }

    static long bytes(int sizeClass) {
        long base = 1L << (FIRST_LOG + sizeClass / STEPS);
        return base + base / STEPS * (sizeClass % STEPS);
    }
}
