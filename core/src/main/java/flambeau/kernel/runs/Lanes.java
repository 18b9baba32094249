package flambeau.kernel.runs;

/**
 * The order of every sum over a stretch of memory. It is cut in blocks of {@value #BLOCK}; in a block, lane l adds the elements l,
 * l + 64, l + 128 .. one after the other; then the upper half of the lanes is added to the lower half until one is left; the sums
 * of the blocks are added in double. This is fast with vectors of any width up to 64, and about as accurate as a sum in double
 * that is rounded to float.
 */
public final class Lanes {
    /** The number of lanes. */
    public static final int COUNT = 64;
    /** The number of elements that lanes add before their sum is continued in double; also the size of tiles. */
    public static final int BLOCK = 2048;

    private Lanes() {}

    /** The sum of the {@code n} (at most 64) lanes from {@code at}, which are overwritten; never -0. */
    public static float sum(float[] lanes, int at, int n) {
        for (int half = COUNT / 2; half > 0; half /= 2) {
            for (int l = 0; l < n - half; l++) lanes[at + l] += lanes[at + l + half];
            n = Math.min(n, half);
        }
        return n == 0 ? 0 : lanes[at] + 0f;
    }

    /** The largest of the {@code n} lanes from {@code at}. */
    public static float max(float[] lanes, int at, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int l = 0; l < n; l++) max = Math.max(max, lanes[at + l]);
        return max;
    }

    /** The smallest of the {@code n} lanes from {@code at}. */
    public static float min(float[] lanes, int at, int n) {
        float min = Float.POSITIVE_INFINITY;
        for (int l = 0; l < n; l++) min = Math.min(min, lanes[at + l]);
        return min;
    }
}
