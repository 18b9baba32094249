package flambeau.kernel.tile;

/** Tiles for some rows of an image and some lines of windows. */
final class MaxPoolTiles {
    int[] rows = {};
    int[] keys = {};
    int[] best = {};
    int[] place = {};
    int[] shift = {};
    int[] from = {};
    long[] longs = {};

    MaxPoolTiles fit(int image, int windows) {
        if (rows.length < image) rows = new int[image];
        if (best.length < windows) {
            keys = new int[windows];
            best = new int[windows];
            place = new int[windows];
            shift = new int[windows];
            from = new int[windows];
            longs = new long[windows];
        }
        return this;
    }
}
