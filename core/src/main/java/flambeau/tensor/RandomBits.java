package flambeau.tensor;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

/** Random float32 made of many bits at a time: the same numbers as one by one. */
final class RandomBits {
    private static final int BLOCK = 2048; // elements

    private RandomBits() {}

    /** 1 with probability {@code p}, else 0: of 64 bits the low 53 are a fraction, as in {@link Generator#uniform64}. */
    static void bernoulli(Generator g, Array y, double p) {
        long limit = (long) Math.ceil(p * (1L << 53)); // fraction < p exactly if its bits are below
        long n = y.count();
        int most = (int) Math.min(n, BLOCK);
        var bits = new int[2 * most];
        var values = new float[most];
        for (long i = 0; i < n; i += most) {
            int m = (int) Math.min(n - i, most);
            g.next32(bits, 2 * m);
            compare(bits, limit, values, m);
            MemorySegment.copy(values, 0, ALL, ValueLayout.JAVA_FLOAT, y.address() + 4 * i, m);
        }
        Reference.reachabilityFence(y);
    }

    private static void compare(int[] bits, long limit, float[] values, int n) {
        for (int i = 0; i < n; i++) {
            long fraction = (bits[2 * i] & 0x1fffffL) << 32 | bits[2 * i + 1] & 0xffffffffL;
            values[i] = fraction - limit >>> 63; // 1 if the difference is negative
        }
    }
}
