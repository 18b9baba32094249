package flambeau.onednn;

import static flambeau.memory.Native.ALL;

import flambeau.kernel.Parallel;
import java.lang.foreign.MemorySegment;

/**
 * A product of which the sums are long and the result is small, as the gradient of weights over many pixels. It is cut along
 * the sums into pieces that depend on the sizes alone, and what the pieces contribute is added in their order.
 */
final class LongProduct {
    private static final double PIECE = 2e6;
    private static final long SHORTEST = 512; // places of the sum in a piece
    private static final long RATIO = 8;

    private LongProduct() {}

    /** Whether cutting along the sum is worth its additions. */
    static boolean isLong(Matmul.Sizes s) {
        return s.isPlain()
                && !s.bias()
                && s.k() >= 2 * SHORTEST
                && s.k() >= RATIO * Math.max(s.m(), s.n())
                && Parts.most(4 * s.m() * s.n()) > 1;
    }

    static boolean run(Matmul.Sizes s, long a, long b, long y) {
        long most = Math.min(Parts.most(4 * s.m() * s.n()), s.k() / SHORTEST);
        long pieces = Math.clamp((long) (s.work() / PIECE), 1, most);
        long each = (s.k() + pieces - 1) / pieces;
        var parts = Parts.of((s.k() + each - 1) / each, 4 * s.m() * s.n(), 0);
        if (parts == null) return false;
        try (parts) {
            Parallel.forRange(s.k(), each, (low, high) -> {
                var piece = s.with(1, s.m(), s.n(), high - low);
                long part = parts.address(low / each);
                Matmul.sgemm(piece, a + 4 * low * s.a().column(), b + 4 * low * s.b().row(), 0, part);
            });
            parts.add();
            MemorySegment.copy(ALL, parts.address(0), ALL, y, 4 * s.m() * s.n());
        }
        return true;
    }
}
