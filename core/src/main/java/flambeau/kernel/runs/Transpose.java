package flambeau.kernel.runs;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.kernel.Parallel;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Copies whose fastest dimension differs between source and target, as from [n, c, h, w] to [n, h, w, c] order. A block is read in
 * runs of the source, transposed in tiles, and written in runs of the target.
 */
final class Transpose {
    private static final int FEW = 32; // a dimension of at most so many places lies in one block
    private static final int WIDE = 64; // places along q of a block where both dimensions are more than few
    private static final int PLACE = 3; // in scratch
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final long LOW = 0xffffffffL;
    private static final int BLOCKS_AT_A_TIME = 16;
    private static final ThreadLocal<int[][]> TILES = ThreadLocal.withInitial(() -> new int[2][Lanes.BLOCK]);

    private final Grid grid; // operand 0 is y, 1 is x
    private final int p; // the dimension along which x is contiguous; y is along the last, q
    private final int sizeP, sizeQ, blockP, blockQ;
    private final long blocksP, blocksQ;
    private final boolean wide;

    private Transpose(Grid grid, int p) {
        this.grid = grid;
        this.p = p;
        sizeP = grid.size(p);
        sizeQ = grid.size(grid.rank() - 1);
        wide = sizeP > FEW && sizeQ > FEW && LITTLE;
        blockQ = sizeQ <= FEW ? sizeQ : Math.min(sizeQ, wide ? WIDE : Lanes.BLOCK / Math.min(sizeP, FEW));
        blockP = Math.min(sizeP, Lanes.BLOCK / (wide ? WIDE : blockQ));
        blocksP = Math.ceilDiv((long) sizeP, blockP);
        blocksQ = Math.ceilDiv((long) sizeQ, blockQ);
    }

    /** Copies x to y if it is such a copy; the elements have four bytes. */
    static boolean copy(Array x, Array y) {
        if (y.count() < 16) return false;
        var grid = Grid.over(y, x);
        int p = across(grid);
        if (p >= 0) new Transpose(grid, p).run();
        return p >= 0;
    }

    /** Whether x lies across a dense y, in blocks of many rows and columns. */
    static boolean isWide(Array x, Array y) {
        if (y.count() < Lanes.BLOCK || y.dtype().bytes() != 4 || !y.layout().isDense()) return false;
        var grid = Grid.over(y, x);
        int p = across(grid);
        return p >= 0 && grid.size(p) > FEW && grid.inner() > FEW;
    }

    /** The dimension along which x is contiguous, where that is not the one along which y is; else -1. */
    private static int across(Grid grid) {
        int last = grid.rank() - 1;
        if (grid.stride(0, last) != 1 || grid.stride(1, last) <= 1) return -1;
        for (int p = 0; p < last; p++) if (grid.stride(1, p) == 1 && grid.size(p) > 1) return p;
        return -1;
    }

    private void run() {
        long outer = grid.count() / sizeP / sizeQ;
        Parallel.forRange(outer * blocksP * blocksQ, BLOCKS_AT_A_TIME, (low, high) -> {
            for (long i = low; i < high; i++)
                block(i / blocksQ / blocksP, (int) (i / blocksQ % blocksP) * blockP, (int) (i % blocksQ) * blockQ);
        });
    }

    private void block(long outer, int lowP, int lowQ) {
        int p = Math.min(blockP, sizeP - lowP), q = Math.min(blockQ, sizeQ - lowQ);
        int last = grid.rank() - 1;
        long x = address(1, outer) + 4 * (lowP + lowQ * grid.stride(1, last)), stepX = 4 * grid.stride(1, last);
        long y = address(0, outer) + 4 * (lowP * grid.stride(0, this.p) + lowQ), stepY = 4 * grid.stride(0, this.p);
        if (wide) {
            wide(x, stepX, y, stepY, p, q);
            return;
        }
        var tiles = TILES.get();
        if (stepX == 4L * p) Floats.load(x, tiles[0], 0, p * q);
        else for (int j = 0; j < q; j++) Floats.load(x + j * stepX, tiles[0], j * p, p);
        transpose(tiles[0], tiles[1], p, q);
        if (stepY == 4L * q) Floats.store(tiles[1], 0, y, p * q);
        else for (int i = 0; i < p; i++) Floats.store(tiles[1], i * q, y + i * stepY, q);
    }

    /** The address of place 0 along p and q; {@code outer} counts the places of all other dimensions. */
    private long address(int operand, long outer) {
        long rest = outer, at = grid.address(operand, 0);
        for (int d = grid.rank() - 2; d >= 0; d--) {
            if (d == p) continue;
            at += rest % grid.size(d) * grid.stride(operand, d) * 4;
            rest /= grid.size(d);
        }
        return at;
    }

    private static void transpose(int[] x, int[] y, int p, int q) {
        if (p < q) for (int i = 0; i < p; i++) for (int j = 0; j < q; j++) y[i * q + j] = x[j * p + i];
        else for (int j = 0; j < q; j++) for (int i = 0; i < p; i++) y[i * q + j] = x[j * p + i];
    }

    /** Reads two rows at a time, two elements as a word, so that four elements take two loads and two stores. */
    private static void wide(long x, long stepX, long y, long stepY, int p, int q) {
        long tile = Scratch.get().address(PLACE, 4L * Lanes.BLOCK);
        int j = 0;
        for (; j < q - 1; j += 2) pair(x + j * stepX, x + (j + 1) * stepX, tile + 4L * j, p);
        for (; j < q; j++)
            for (int i = 0; i < p; i++) Floats.copy(x + j * stepX + 4L * i, tile + 4L * (WIDE * i + j), 4);
        for (int i = 0; i < p; i++) Floats.copy(tile + 4L * WIDE * i, y + i * stepY, 4L * q);
    }

    private static void pair(long first, long second, long tile, int p) {
        int i = 0;
        for (; i < p - 1; i += 2) {
            long a = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, first + 4L * i),
                    b = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, second + 4L * i);
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, tile + 4L * WIDE * i, a & LOW | b << 32);
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, tile + 4L * WIDE * i + 4L * WIDE, a >>> 32 | b & ~LOW);
        }
        if (i < p) {
            Floats.copy(first + 4L * i, tile + 4L * WIDE * i, 4);
            Floats.copy(second + 4L * i, tile + 4L * WIDE * i + 4, 4);
        }
    }
}
