package flambeau.kernel.tile;

import flambeau.array.DType;
import flambeau.kernel.Parallel;

/**
 * The running sum of one long line. First the sums of chunks, then each chunk from the sum of those before it: four chunks at a time,
 * since one sum waits for the one before. Chunks are the same for any number of threads.
 */
final class RunningSum {
    static final int CHUNK = 1 << 12;
    private static final int TOGETHER = 4;

    private final boolean wide;
    private final boolean isWhole;
    private final long x;
    private final long sx;
    private final long y;
    private final long sy;
    private final int n;

    RunningSum(DType dtype, long x, long sx, long y, long sy, int n) {
        wide = dtype == DType.FLOAT64;
        isWhole = dtype == DType.INT64;
        this.x = x;
        this.sx = sx;
        this.y = y;
        this.sy = sy;
        this.n = n;
    }

    void run() {
        int chunks = n / CHUNK;
        if (isWhole) runWhole(chunks);
        else runReal(chunks);
    }

    private void runReal(int chunks) {
        var starts = new double[chunks + 1];
        Parallel.forRange(chunks, TOGETHER, (low, high) -> {
            for (long c = low; c < high; c++) starts[(int) c + 1] = sum(c * CHUNK);
        });
        for (int c = 1; c <= chunks; c++) starts[c] += starts[c - 1];
        Parallel.forRange(chunks, TOGETHER, (low, high) -> {
            if (high - low == TOGETHER) four(starts, (int) low);
            else for (long c = low; c < high; c++) one(starts[(int) c], c * CHUNK, CHUNK);
        });
        one(starts[chunks], (long) chunks * CHUNK, n - chunks * CHUNK);
    }

    private double sum(long first) {
        long at = x + first * sx;
        double a = 0, b = 0, c = 0, d = 0;
        for (int i = 0; i < CHUNK; i += 4) {
            a += TileScan.real(wide, at + i * sx);
            b += TileScan.real(wide, at + (i + 1) * sx);
            c += TileScan.real(wide, at + (i + 2) * sx);
            d += TileScan.real(wide, at + (i + 3) * sx);
        }
        return a + b + (c + d);
    }

    private void one(double start, long first, int count) {
        double sum = start;
        for (long i = first; i < first + count; i++)
            TileScan.set(wide, y + i * sy, sum += TileScan.real(wide, x + i * sx));
    }

    private void four(double[] starts, int chunk) {
        double a = starts[chunk], b = starts[chunk + 1], c = starts[chunk + 2], d = starts[chunk + 3];
        long from = x + (long) chunk * CHUNK * sx, to = y + (long) chunk * CHUNK * sy;
        long nextX = CHUNK * sx, nextY = CHUNK * sy;
        for (int i = 0; i < CHUNK; i++, from += sx, to += sy) {
            TileScan.set(wide, to, a += TileScan.real(wide, from));
            TileScan.set(wide, to + nextY, b += TileScan.real(wide, from + nextX));
            TileScan.set(wide, to + 2 * nextY, c += TileScan.real(wide, from + 2 * nextX));
            TileScan.set(wide, to + 3 * nextY, d += TileScan.real(wide, from + 3 * nextX));
        }
    }

    private void runWhole(int chunks) {
        var starts = new long[chunks + 2];
        Parallel.forRange(chunks, TOGETHER, (low, high) -> {
            for (long c = low; c < high; c++) {
                long sum = 0;
                for (long i = c * CHUNK; i < (c + 1) * CHUNK; i++) sum += TileScan.whole(x + i * sx);
                starts[(int) c + 1] = sum;
            }
        });
        for (int c = 1; c <= chunks; c++) starts[c] += starts[c - 1];
        Parallel.forRange(chunks + 1L, TOGETHER, (low, high) -> {
            for (long c = low; c < high; c++) {
                long sum = starts[(int) c];
                for (long i = c * CHUNK; i < Math.min((c + 1) * CHUNK, n); i++)
                    TileScan.set(y + i * sy, sum += TileScan.whole(x + i * sx));
            }
        });
    }
}
