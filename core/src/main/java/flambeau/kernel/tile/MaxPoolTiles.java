package flambeau.kernel.tile;

/** Tiles for a row of an image and a line of windows. */
final class MaxPoolTiles {
    int[] keys = {};
    int[] best = {};
    int[] place = {};
    long[] longs = {};

    MaxPoolTiles fit(int row, int line) {
        if (keys.length < row) keys = new int[row];
        if (best.length < line) {
            best = new int[line];
            place = new int[line];
            longs = new long[line];
        }
        return this;
    }
}
