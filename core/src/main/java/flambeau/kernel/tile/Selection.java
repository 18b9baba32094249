package flambeau.kernel.tile;

import java.util.Arrays;

/** The number at a place of the order, without sorting all of them. */
final class Selection {
    private static final int SMALL = 48;
    private static final int LARGE = 1 << 13; // from which counting first is worth it
    private static final int BINS = 1 << 11;

    private Selection() {}

    /** What {@code keys[0 .. n)} would have at place {@code k} if sorted; {@code scratch} has room for n. */
    static long select(long[] keys, int n, int k, long[] scratch) {
        if (n < LARGE) {
            System.arraycopy(keys, 0, scratch, 0, n);
            return quick(scratch, n, k);
        }
        long low = keys[0], high = keys[0];
        for (int i = 1; i < n; i++) {
            low = Math.min(low, keys[i]);
            high = Math.max(high, keys[i]);
        }
        if (low == high) return low;
        int shift = Math.max(64 - Long.numberOfLeadingZeros(high - low) - 11, 0); // unsigned differences
        var counts = new int[BINS];
        for (int i = 0; i < n; i++) counts[(int) (keys[i] - low >>> shift)]++;
        int bin = 0, below = 0;
        while (below + counts[bin] <= k) below += counts[bin++];
        int m = 0;
        for (int i = 0; i < n; i++) {
            scratch[m] = keys[i]; // without a branch: most are overwritten
            m += (int) (keys[i] - low >>> shift) == bin ? 1 : 0;
        }
        return quick(scratch, m, k - below);
    }

    /** The same, in place; the worst case is a sort. */
    private static long quick(long[] a, int n, int k) {
        int low = 0, high = n - 1;
        for (int rounds = 2 * (32 - Integer.numberOfLeadingZeros(n)); high - low > SMALL && rounds > 0; rounds--) {
            long pivot = middle(a, low, high);
            int i = low, j = high;
            while (i <= j) {
                while (a[i] < pivot) i++;
                while (a[j] > pivot) j--;
                if (i <= j) {
                    long swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (k <= j) high = j;
            else if (k >= i) low = i;
            else return a[k];
        }
        Arrays.sort(a, low, high + 1);
        return a[k];
    }

    private static long middle(long[] a, int low, int high) {
        int step = (high - low) / 8, m = (low + high) >>> 1;
        return middle(
                middle(a[low], a[low + step], a[low + 2 * step]),
                middle(a[m - step], a[m], a[m + step]),
                middle(a[high - 2 * step], a[high - step], a[high]));
    }

    private static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
