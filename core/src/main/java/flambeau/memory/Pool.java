package flambeau.memory;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Hands out storages and reuses their blocks by size class.
 *
 * <p>What only the garbage collector can find to be dead comes back through one queue of phantom references, which is
 * polled when allocating. A tensor weighs nothing on the Java heap, so the collector would never hear of a full pool:
 * before the pool grows past a limit above what the last collections left alive, it asks for a collection: first for one of
 * the young generation alone, which finds tensors that died soon, and long before that limit, so that they are used again while
 * they are in the processor's cache; for a full one at the limit. A step of training fills and empties the pool; the limit stands
 * above the height of its tide, so that not each flood asks for a full collection, which would find nothing.
 */
public final class Pool {
    /** The pool of this process. */
    public static final Pool GLOBAL = new Pool();

    private static final long SMALLEST_GROWTH = 96L << 20;
    private static final long YOUNG_GROWTH =
            32L << 20; // less does not pay: a young collection takes as long as writing ten megabytes
    private static final long EBB_GROWTH = 2 * YOUNG_GROWTH; // what is less is found in time without
    private static final long LARGEST_CACHE = 2
            * SMALLEST_GROWTH; // with blocks of all sizes for one growth, a step that needs more of one size keeps the
    // others
    private static final int MOST_SWEPT = 10_000; // leases, the latest
    private static final Object COLLECTING = new Object();
    private static final long PATIENCE_NANOS = 50_000_000; // for the references that a collection found, to be queued

    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final ArrayDeque<Block>[] free = newFreeLists();
    private final Nursery nursery = new Nursery(); // used by who holds COLLECTING
    private @Nullable Lease leases; // the latest first
    private long live; // bytes of blocks in use
    private long cached; // bytes of blocks in the free lists
    private long peak; // most bytes ever held from the system
    private long requests; // blocks asked of the system so far
    private long needed; // what full collections left alive: the most, less an eighth for each one since
    private long liveAfterYoung; // the last one, young or full
    private long liveAtEbb; // the last one
    private boolean aged; // whether a full collection has made objects old since then
    private volatile long collections; // so far; changed by who holds COLLECTING
    private long cap = Long.getLong("flambeau.memory.cap", Long.MAX_VALUE);

    private Pool() {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ArrayDeque<Block>[] newFreeLists() {
        ArrayDeque[] lists = new ArrayDeque[SizeClass.COUNT];
        for (int i = 0; i < lists.length; i++) lists[i] = new ArrayDeque<Block>();
        return lists;
    }

    /**
     * A storage of {@code bytes} bytes with any content.
     *
     * @throws OutOfMemoryError if the system, or the cap, does not allow it
     */
    public Storage allocate(long bytes) {
        if (bytes > SizeClass.LARGEST) throw outOfMemory(bytes);
        var local = Local.get();
        var storage = bytes <= Slab.LARGEST ? small(local, bytes) : new Storage(block(bytes), bytes, this);
        if (local.scope != null) local.scope.made(storage);
        if (local.inference) storage.setInference();
        return storage;
    }

    private Storage small(Local local, long bytes) {
        var slab = local.slab;
        if (slab == null || !slab.fits(bytes)) {
            var block = block(Slab.BYTES);
            slab = new Slab(block.address);
            lease(slab, block);
            local.slab = slab;
        }
        return new Storage(slab.cut(bytes), bytes, slab);
    }

    private Block block(long bytes) {
        int sizeClass = SizeClass.of(bytes);
        var block = reuse(sizeClass);
        if (block == null && isNurseryFull(sizeClass)) {
            collectYoung();
            block = reuse(sizeClass);
        }
        if (block == null && mustCollect(sizeClass)) {
            collect();
            block = reuse(sizeClass);
        }
        return block != null ? block : fresh(bytes, sizeClass);
    }

    private synchronized @Nullable Block reuse(int sizeClass) {
        drain();
        var block = free[sizeClass].pollLast(); // the latest is the likeliest to be in the processor's cache
        if (block == null) return null;
        cached -= block.bytes();
        live += block.bytes();
        return block;
    }

    private synchronized boolean isNurseryFull(int sizeClass) {
        return live + SizeClass.bytes(sizeClass) > liveAfterYoung + YOUNG_GROWTH;
    }

    private synchronized boolean mustCollect(int sizeClass) {
        long bytes = SizeClass.bytes(sizeClass);
        return live + bytes > needed + Math.max(SMALLEST_GROWTH, needed / 4) || live + cached + bytes > cap;
    }

    private Block fresh(long bytes, int sizeClass) {
        long size = SizeClass.bytes(sizeClass);
        synchronized (this) {
            if (live + cached + size > cap || cached > Math.max(LARGEST_CACHE, live)) trim();
            if (live + size <= cap) {
                requests++;
                var block = Block.allocate(sizeClass);
                if (block == null && cached > 0) {
                    trim();
                    block = Block.allocate(sizeClass);
                }
                if (block != null) {
                    live += size;
                    peak = Math.max(peak, live + cached);
                    return block;
                }
            }
            throw outOfMemory(bytes);
        }
    }

    private synchronized OutOfMemoryError outOfMemory(long bytes) {
        var allowed = cap == Long.MAX_VALUE ? "no more by the system" : String.format(Locale.ROOT, "%,d", cap);
        return new OutOfMemoryError(
                String.format(Locale.ROOT, "tensor: %,d bytes asked, %,d in use, %s allowed", bytes, live, allowed));
    }

    private void collectYoung() {
        long before = collections;
        synchronized (COLLECTING) {
            if (collections != before) return; // another thread has just done it
            boolean collected = nursery.collect();
            synchronized (this) {
                if (collected) sweep();
                liveAfterYoung = live;
            }
            collections++;
        }
    }

    /**
     * Tells that what a pass needed has just died. A young collection now finds it before it grows old; where a full one in
     * the midst of the pass has made it old, a full one now keeps the next passes from needing one each.
     */
    public void ebb() {
        boolean old, much;
        synchronized (this) {
            old = aged;
            much = live > liveAtEbb + EBB_GROWTH;
        }
        if (old) collect();
        else if (much) collectYoung();
        synchronized (this) {
            if (old) aged = false;
            liveAtEbb = old || much ? live : Math.min(liveAtEbb, live);
        }
    }

    /** Ends the latest leases whose holders the collector found dead, before their references get to the queue. */
    private void sweep() {
        var lease = leases;
        for (int i = 0; lease != null && i < MOST_SWEPT; i++) {
            var next = lease.next;
            if (lease.refersTo(null)) end(lease);
            lease = next;
        }
    }

    /** Asks the collector to find dead tensors, and takes their blocks back. */
    public void collect() {
        long before = collections;
        synchronized (COLLECTING) {
            if (collections != before) return; // another thread has just done it
            // The collector hands its references over a moment later; when this one has come, so have the others,
            // nearly.
            var marker = new PhantomReference<>(new Object(), queue);
            System.gc();
            await(marker);
            synchronized (this) {
                drain();
                needed = Math.max(live, needed - needed / 8);
                liveAfterYoung = live;
                aged = true;
            }
            collections++;
        }
    }

    private void await(Reference<?> marker) {
        boolean arrived = false;
        try {
            for (long end = System.nanoTime() + PATIENCE_NANOS; System.nanoTime() < end; ) {
                var found = queue.remove(arrived ? 1 : PATIENCE_NANOS / 1_000_000);
                if (found == null && arrived) return;
                if (found == marker) arrived = true;
                else if (found instanceof Lease lease) end(lease);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Reference.reachabilityFence(marker);
    }

    synchronized Lease lease(Object holder, Block block) {
        var lease = new Lease(holder, block, queue);
        lease.next = leases;
        if (leases != null) leases.previous = lease;
        leases = lease;
        return lease;
    }

    synchronized void end(Lease lease) {
        if (lease.ended) return;
        lease.ended = true;
        lease.clear();
        if (lease.previous == null) leases = lease.next;
        else lease.previous.next = lease.next;
        if (lease.next != null) lease.next.previous = lease.previous;
        free[lease.block.sizeClass].addLast(lease.block);
        live -= lease.block.bytes();
        cached += lease.block.bytes();
    }

    private void drain() {
        for (var found = queue.poll(); found != null; found = queue.poll())
            if (found instanceof Lease lease) end(lease);
    }

    /** Gives all unused blocks back to the system. */
    public synchronized void trim() {
        drain();
        for (var list : free) {
            for (var block : list) block.free();
            list.clear();
        }
        cached = 0;
    }

    /** Sets the most bytes that this pool may hold; {@code -Dflambeau.memory.cap} sets it at the start. */
    public synchronized void setCap(long bytes) {
        if (bytes <= 0) throw new IllegalArgumentException("setCap: the cap must be positive, got " + bytes);
        cap = bytes;
    }

    /** What the pool holds at this moment, in bytes. */
    public synchronized Usage usage() {
        return new Usage(live, cached, peak, cap, requests);
    }

    /**
     * The bytes of a pool.
     *
     * @param live in use
     * @param cached unused and ready for use
     * @param peak the most that was ever held
     * @param cap the most that may be held
     * @param requests blocks that were asked of the system so far, whether given back since or not
     */
    public record Usage(long live, long cached, long peak, long cap, long requests) {}
}
