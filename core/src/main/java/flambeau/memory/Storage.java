package flambeau.memory;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run of off-heap bytes. It needs no closing: the {@link Pool} takes it back when nothing refers to it any more. */
public final class Storage {
    private static final AtomicLong CLOCK = new AtomicLong();

    private long address; // 0: not there yet
    private final long bytes;
    private Object holder; // the lease of a block of its own, the slab that it keeps alive, or who fills it

    private final long created = CLOCK.get();
    private long modified;
    private boolean shared;
    private boolean inference;
    private boolean pinned;
    private final boolean foreign;
    private @Nullable String released; // by what, once its bytes may belong to somebody else

    Storage(long address, long bytes, Slab slab) {
        this.address = address;
        this.bytes = bytes;
        this.holder = slab;
        this.foreign = false;
    }

    Storage(Block block, long bytes, Pool pool) {
        this.address = block.address;
        this.bytes = bytes;
        this.holder = pool.lease(this, block);
        this.foreign = false;
    }

    private Storage(long address, long bytes, Object owner) {
        this.address = address;
        this.bytes = bytes;
        this.holder = owner;
        this.foreign = true;
    }

    /** Bytes that belong to {@code owner}, which lives as long as the storage, and that others may change unnoticed. */
    public static Storage foreign(long address, long bytes, Object owner) {
        return new Storage(address, bytes, owner);
    }

    private Storage(long bytes, Supplier<Storage> content) {
        this.bytes = bytes;
        this.holder = content;
        this.foreign = false;
    }

    /** A storage that takes its bytes from {@code content} when they are read for the first time. */
    public static Storage lazy(long bytes, Supplier<Storage> content) {
        return new Storage(bytes, content);
    }

    /**
     * Where the bytes are.
     *
     * @throws IllegalStateException if they were given back
     */
    public long address() {
        if (released != null) throw new IllegalStateException("tensor: its memory was given back by " + released);
        long at = address;
        return at != 0 ? at : filled();
    }

    private synchronized long filled() {
        if (address == 0 && holder instanceof Supplier<?> content && content.get() instanceof Storage source) {
            if (source.bytes() < bytes) throw new AssertionError("a storage gets as many bytes as it has");
            holder = source;
            address = source.address();
        }
        return address;
    }

    /** By the address: cheaper than that of other objects, which a backward pass would make and write down for each storage. */
    @Override
    public int hashCode() {
        long at = address;
        return (int) ((at != 0 ? at : filled()) / Native.ALIGNMENT);
    }

    /** The length in bytes. */
    public long bytes() {
        return bytes;
    }

    /** Gives the bytes back now. The caller knows that nobody needs them; who looks all the same gets an exception. */
    public void release() {
        release("the operation that it was lent to");
    }

    void release(String by) {
        if (released != null || pinned) return;
        released = by;
        if (holder instanceof Lease lease) Pool.GLOBAL.end(lease);
        else if (holder instanceof Storage source) source.release(by);
    }

    /** Lets the garbage collector alone give the bytes back: somebody else than a tensor looks at them. */
    public void pin() {
        pinned = true;
    }

    /** A number that is the same at a later call if the bytes are, too: what copies of them are remembered by. */
    public long stamp() {
        return foreign ? CLOCK.incrementAndGet() : modified;
    }

    /** Notes that the bytes were changed in place. */
    public void touch() {
        modified = CLOCK.incrementAndGet();
    }

    /** Counts the changes of {@code other}, of which this is a copy that takes its place. */
    public void follow(Storage other) {
        modified = other.modified;
    }

    /** The time of the last change in place, by {@link #now()}; 0 if there was none. */
    public long modified() {
        return modified;
    }

    /** The time at which this storage was made, by {@link #now()}. */
    public long created() {
        return created;
    }

    /** A count of all changes in place so far: the clock of {@link #modified()} and {@link #created()}. */
    public static long now() {
        return CLOCK.get();
    }

    /** Moves the clock on: what is made from now on is later than all that was. */
    public static long tick() {
        return CLOCK.incrementAndGet();
    }

    /** Says whether what this thread allocates from now on is for inference alone; returns what was said before. */
    public static boolean inferOnly(boolean value) {
        var local = Local.get();
        boolean before = local.inference;
        local.inference = value;
        return before;
    }

    /** Whether this was allocated for inference alone. */
    public boolean isInference() {
        return inference;
    }

    void setInference() {
        inference = true;
    }

    /** Notes that a second tensor reads these bytes. */
    public void share() {
        shared = true;
    }

    /** Whether a second tensor may read these bytes. */
    public boolean isShared() {
        return shared;
    }
}
