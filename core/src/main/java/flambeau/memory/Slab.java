package flambeau.memory;

/**
 * A block from which small storages are cut by bumping a pointer. They hold the slab, nothing holds them: when the last
 * of them is gone the slab is unreachable and its block returns as a whole. Used by one thread.
 */
final class Slab {
    static final int BYTES = 32 << 10;
    static final int LARGEST = 4 << 10;

    private final long address;
    private int used;

    Slab(long address) {
        this.address = address;
    }

    boolean fits(long bytes) {
        return used + bytes <= BYTES;
    }

    long cut(long bytes) {
        long cut = address + used;
        used += (int) Native.align(bytes);
        return cut;
    }
}
