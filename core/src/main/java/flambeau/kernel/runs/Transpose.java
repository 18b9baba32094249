package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.kernel.Parallel;

/**
 * Copies whose fastest dimension differs between source and target, as from [n, c, h, w] to [n, h, w, c] order. A block is read in
 * runs of the source, transposed in tiles, and written in runs of the target.
 */
final class Transpose {
    private static final int FEW = 32; // a dimension of at most so many places lies in one block
    private static final int BLOCKS_AT_A_TIME = 16;
    private static final ThreadLocal<int[][]> TILES = ThreadLocal.withInitial(() -> new int[2][Lanes.BLOCK]);

    private final Grid grid; // operand 0 is y, 1 is x
    private final int p; // the dimension along which x is contiguous; y is along the last, q
    private final int sizeP, sizeQ, blockP, blockQ;
    private final long blocksP, blocksQ;

    private Transpose(Grid grid, int p) {
        this.grid = grid;
        this.p = p;
        sizeP = grid.size(p);
        sizeQ = grid.size(grid.rank() - 1);
        blockQ = sizeQ <= FEW ? sizeQ : Math.min(sizeQ, Lanes.BLOCK / Math.min(sizeP, FEW));
        blockP = Math.min(sizeP, Lanes.BLOCK / blockQ);
        blocksP = Math.ceilDiv((long) sizeP, blockP);
        blocksQ = Math.ceilDiv((long) sizeQ, blockQ);
    }

    /** Copies x to y if it is such a copy; the elements have four bytes. */
    static boolean copy(Array x, Array y) {
        if (y.count() < 16) return false;
        var grid = Grid.over(y, x);
        int last = grid.rank() - 1;
        if (grid.stride(0, last) != 1 || grid.stride(1, last) == 1) return false;
        for (int p = 0; p < last; p++)
            if (grid.stride(1, p) == 1 && grid.size(p) > 1) {
                new Transpose(grid, p).run();
                return true;
            }
        return false;
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
}
