package flambeau.kernel;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The exchanges of rows that an LU factorisation records. */
public final class Pivots {
    private Pivots() {}

    /**
     * Exchanges rows of each matrix in place.
     *
     * @param x [b, n, m], rows contiguous
     * @param pivots [b, k] int32, contiguous: the row, from 1, with which each is exchanged
     * @param backwards whether the exchanges are undone
     */
    public static void exchange(Array x, Array pivots, boolean backwards) {
        int batch = x.shape().get(0), k = pivots.shape().get(1);
        long matrix = x.layout().stride(0), row = x.layout().stride(1);
        long bytes = (long) x.shape().get(2) * x.dtype().bytes();
        var buffer = MemorySegment.ofArray(new byte[Math.toIntExact(bytes)]);
        for (int b = 0; b < batch; b++)
            for (int t = 0; t < k; t++) {
                int i = backwards ? k - 1 - t : t;
                int p = ALL.get(ValueLayout.JAVA_INT, pivots.address() + 4L * ((long) b * k + i)) - 1;
                if (p == i) continue;
                long here = x.address() + (b * matrix + i * row) * x.dtype().bytes();
                long there = here + (p - i) * row * x.dtype().bytes();
                MemorySegment.copy(ALL, here, buffer, 0, bytes);
                MemorySegment.copy(ALL, there, ALL, here, bytes);
                MemorySegment.copy(buffer, 0, ALL, there, bytes);
            }
        java.lang.ref.Reference.reachabilityFence(x);
        java.lang.ref.Reference.reachabilityFence(pivots);
    }
}
