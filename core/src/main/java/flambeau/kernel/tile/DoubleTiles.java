package flambeau.kernel.tile;

import java.lang.foreign.MemorySegment;

/** Tiles of double for functions: the inputs a and b (the result of one input replaces a, that of two is c), and room. */
final class DoubleTiles {
    /** The elements of a tile: six of them fit the first-level cache. */
    static final int SIZE = Tiles.SIZE / 2;

    final double[] a = new double[SIZE];
    final double[] b = new double[SIZE];
    final double[] c = new double[SIZE];
    final double[] t = new double[SIZE];
    final long[] bits = new long[SIZE];
    final long[] inputA =
            new long[SIZE]; // the bits of the inputs, to which those elements come back that are out of range
    final long[] inputB = new long[SIZE];

    static void bits(double[] from, long[] to, int n) {
        MemorySegment.copy(MemorySegment.ofArray(from), 0, MemorySegment.ofArray(to), 0, 8L * n);
    }

    static void bits(long[] from, double[] to, int n) {
        MemorySegment.copy(MemorySegment.ofArray(from), 0, MemorySegment.ofArray(to), 0, 8L * n);
    }
}
