package flambeau.kernel.tile;

import flambeau.kernel.runs.Grid;

/** Walks over the rows of a grid of three operands: the addresses of their beginnings, without a division a row. */
final class Rows {
    final long[] at = new long[3];
    private final Grid grid;
    private final int[] bytes;
    private final int[] place;
    private final int fixed; // the dimension that stands still

    /** From place {@code low} of dimension {@code fixed}, which stands still; -1: from row {@code low}. */
    Rows(Grid grid, int[] bytes, int fixed, long low) {
        this.grid = grid;
        this.bytes = bytes;
        this.fixed = fixed;
        place = new int[grid.rank()];
        for (int k = 0; k < 3; k++) at[k] = grid.address(k, 0);
        if (fixed >= 0) {
            move(fixed, low);
            return;
        }
        long rest = low;
        for (int d = grid.rank() - 2; d >= 0; d--) {
            place[d] = Math.toIntExact(rest % grid.size(d));
            rest /= grid.size(d);
            move(d, place[d]);
        }
    }

    private void move(int d, long steps) {
        for (int k = 0; k < 3; k++) at[k] += steps * grid.stride(k, d) * bytes[k];
    }

    /** Goes to the next row, if there is one. */
    boolean next() {
        for (int d = grid.rank() - 2; d >= 0; d--) {
            if (d == fixed) continue;
            move(d, 1);
            if (++place[d] < grid.size(d)) return true;
            move(d, -grid.size(d));
            place[d] = 0;
        }
        return false;
    }
}
