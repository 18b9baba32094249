package flambeau.kernel.tile;

import flambeau.kernel.Parallel;
import java.util.Arrays;

/**
 * Numbers of 64 bits in order, all different: a key of 32 bits and below it where the element stood. So equal keys keep their
 * order, and the result does not depend on how it is found.
 */
final class Packed {
    private static final int SMALL = 1 << 11; // up to which the JDK's sort beats three passes
    private static final int LONG = 1 << 16; // from which threads share a line
    private static final int BITS = 11;

    private Packed() {}

    static long pack(int key, int place) {
        return (long) key << 32 | place;
    }

    /** Sorts {@code a[from .. to)}; the caller's thread does it alone. */
    static void sort(long[] a, int from, int to) {
        if (to - from <= SMALL) Arrays.sort(a, from, to);
        else radix(a, from, to);
    }

    /** Sorts {@code a[0 .. n)} with all threads. */
    static void sortTogether(long[] a, int n) {
        int parts = Integer.highestOneBit(Math.min(Parallel.threads(), Math.max(n / LONG, 1)));
        if (parts == 1) {
            sort(a, 0, n);
            return;
        }
        int size = (n + parts - 1) / parts;
        Parallel.forRange(parts, 1, (low, high) -> {
            for (long p = low; p < high; p++) sort(a, (int) p * size, (int) Math.min((p + 1) * size, n));
        });
        long[] from = a, to = new long[n];
        for (int width = size; width < n; width *= 2) {
            mergeAll(from, to, n, width);
            var swap = from;
            from = to;
            to = swap;
        }
        if (from != a) System.arraycopy(from, 0, a, 0, n);
    }

    /** Merges neighbouring runs, each pair by two threads: one from below, the other from above. */
    private static void mergeAll(long[] from, long[] to, int n, int width) {
        int pairs = (int) ((n + 2L * width - 1) / (2L * width));
        Parallel.forRange(2L * pairs, 1, (low, high) -> {
            for (long half = low; half < high; half++) {
                int start = (int) (half / 2 * 2 * width), middle = (int) Math.min((long) start + width, n);
                int end = (int) Math.min(start + 2L * width, n), share = (end - start) / 2;
                if (half % 2 == 0) mergeUp(from, start, middle, end, to, start + share);
                else mergeDown(from, start, middle, end, to, start + share);
            }
        });
    }

    private static void mergeUp(long[] from, int start, int middle, int end, long[] to, int stop) {
        int i = start, j = middle;
        for (int k = start; k < stop; k++) to[k] = j >= end || i < middle && from[i] < from[j] ? from[i++] : from[j++];
    }

    private static void mergeDown(long[] from, int start, int middle, int end, long[] to, int stop) {
        int i = middle - 1, j = end - 1;
        for (int k = end - 1; k >= stop; k--)
            to[k] = j < middle || i >= start && from[i] > from[j] ? from[i--] : from[j--];
    }

    /** Three passes over the bits of the key, from the lowest; what keeps the order of places is that each is stable. */
    private static void radix(long[] a, int start, int end) {
        int n = end - start, buckets = 1 << BITS, mask = buckets - 1;
        var counts = new int[3][buckets];
        for (int i = start; i < end; i++) {
            long v = a[i] ^ Long.MIN_VALUE;
            counts[0][(int) (v >>> 32) & mask]++;
            counts[1][(int) (v >>> 32 + BITS) & mask]++;
            counts[2][(int) (v >>> 32 + 2 * BITS)]++;
        }
        long[] from = a, to = new long[n];
        int offset = start, toOffset = 0;
        for (int pass = 0; pass < 3; pass++) {
            int shift = 32 + pass * BITS;
            var count = counts[pass];
            if (count[(int) ((from[offset] ^ Long.MIN_VALUE) >>> shift) & mask] == n) continue; // all in one bucket
            int sum = toOffset;
            for (int b = 0; b < buckets; b++) {
                int c = count[b];
                count[b] = sum;
                sum += c;
            }
            for (int i = offset; i < offset + n; i++) {
                long v = from[i];
                to[count[(int) ((v ^ Long.MIN_VALUE) >>> shift) & mask]++] = v;
            }
            var swap = from;
            from = to;
            to = swap;
            int swapped = offset;
            offset = toOffset;
            toOffset = swapped;
        }
        if (from != a) System.arraycopy(from, offset, a, start, n);
    }
}
