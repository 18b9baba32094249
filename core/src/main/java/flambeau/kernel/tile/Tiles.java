package flambeau.kernel.tile;

import flambeau.kernel.runs.Lanes;
import java.lang.foreign.MemorySegment;

/** The tiles of a thread. */
final class Tiles {
    /** The elements of a tile: three of them fit the first-level cache. */
    static final int SIZE = Lanes.BLOCK;

    private static final ThreadLocal<Tiles> LOCAL = ThreadLocal.withInitial(Tiles::new);

    final float[] a = new float[SIZE];
    final float[] b = new float[SIZE];
    final float[] c = new float[SIZE];
    final float[] d = new float[SIZE];
    final float[] e = new float[SIZE];
    final float[] saved = new float[SIZE]; // these two no function of one tile overwrites
    final float[] kept = new float[SIZE];
    final int[] ints = new int[SIZE];
    final int[] ints2 = new int[SIZE];
    final int[] ints3 = new int[SIZE];
    final byte[] bytes = new byte[SIZE];
    final DoubleTiles wide = new DoubleTiles();
    final double[] doubles = new double[SIZE];
    final long[] longs = new long[SIZE];

    private Tiles() {}

    static Tiles get() {
        return LOCAL.get();
    }

    /** Copies the bits of {@code n} elements. */
    static void bits(float[] from, int[] to, int n) {
        MemorySegment.copy(MemorySegment.ofArray(from), 0, MemorySegment.ofArray(to), 0, 4L * n);
    }

    /** Copies the bits of {@code n} elements. */
    static void bits(int[] from, float[] to, int n) {
        MemorySegment.copy(MemorySegment.ofArray(from), 0, MemorySegment.ofArray(to), 0, 4L * n);
    }
}
