package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.kernel.Parallel;

/**
 * Elementwise calls whose operands do not all lie in the same order. They are cut in pieces; what is not a run already is gathered
 * in scratch, and results are scattered from there.
 */
public final class Strided {
    private static final int PIECE = Lanes.BLOCK;
    static final int LONG_ROW = 64; // rows of at least so many elements are walked where they lie
    private static final int PIECES_AT_A_TIME = 16;

    /** Work on {@code n} elements; operand k begins at address {@code at[k]} and steps by {@code step[k]} elements, 0 or 1. */
    @FunctionalInterface
    public interface Body {
        void run(long[] at, int[] step, int n);
    }

    private final Grid grid;
    private final int operands;
    private final boolean rows;
    private final long piecesPerRow;

    private Strided(Grid grid, int operands) {
        this.grid = grid;
        this.operands = operands;
        rows = grid.inner() >= LONG_ROW;
        piecesPerRow = rows ? (grid.inner() + PIECE - 1) / PIECE : 1;
    }

    /** Runs {@code body} over all elements: the result is operand 0, the inputs follow and are broadcast to its shape. */
    public static void run(Body body, Array... operands) {
        if (operands[0].count() == 0) return;
        var all = new Strided(Grid.over(operands), operands.length);
        Parallel.forRange(all.pieces(), PIECES_AT_A_TIME, (low, high) -> {
            var at = new long[operands.length];
            var step = new int[operands.length];
            for (long piece = low; piece < high; piece++) all.piece(piece, body, at, step);
        });
    }

    private long pieces() {
        return rows ? grid.count() / grid.inner() * piecesPerRow : (grid.count() + PIECE - 1) / PIECE;
    }

    private void piece(long piece, Body body, long[] at, int[] step) {
        long row = piecesPerRow == 1 ? piece : piece / piecesPerRow, column = (piece - row * piecesPerRow) * PIECE;
        long low = rows ? row * grid.inner() + column : piece * PIECE;
        int n = (int) Math.min(PIECE, rows ? grid.inner() - column : grid.count() - low);
        boolean scattered = false;
        for (int k = 0; k < operands; k++) {
            step[k] = rows ? (int) grid.innerStride(k) : grid.isDense(k) ? 1 : 2;
            if (step[k] == 1 || step[k] == 0 && k > 0) {
                at[k] = rows ? grid.address(k, row, column) : grid.address(k, low);
            } else {
                at[k] = Scratch.get().address(k, PIECE * 8L);
                step[k] = 1;
                if (k > 0) grid.gather(k, low, n, at[k]);
                else scattered = true;
            }
        }
        body.run(at, step, n);
        if (scattered) grid.scatter(0, low, n, at[0]);
    }
}
