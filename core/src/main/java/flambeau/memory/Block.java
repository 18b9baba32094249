package flambeau.memory;

/** A piece of memory from the C allocator; it belongs to the pool for ever, or until the pool is trimmed. */
final class Block {
    final long address; // aligned
    final int sizeClass;
    private final long base; // what malloc returned

    private Block(long base, int sizeClass) {
        this.base = base;
        this.address = Native.align(base);
        this.sizeClass = sizeClass;
    }

    /** A fresh block, or null if the system has no memory left. */
    static @org.jspecify.annotations.Nullable Block allocate(int sizeClass) {
        long base = Native.malloc(SizeClass.bytes(sizeClass) + Native.ALIGNMENT);
        return base == 0 ? null : new Block(base, sizeClass);
    }

    long bytes() {
        return SizeClass.bytes(sizeClass);
    }

    void free() {
        Native.free(base);
    }
}
