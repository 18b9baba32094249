package flambeau.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Memory that a call needs while it runs. There are as many as calls have ever run at once; each keeps the largest size
 * that it was asked for, so that a steady state allocates nothing.
 */
final class Scratch {
    private static final long ALIGNMENT =
            4096; // pages: oneDNN's packed panels then never share one with the caller's data

    // The last one given back: with one thread at work, borrowing is one atomic exchange.
    private static final AtomicReference<@Nullable Scratch> SPARE = new AtomicReference<>();
    private static final ConcurrentLinkedDeque<Scratch> SPARES = new ConcurrentLinkedDeque<>();

    private MemorySegment memory = MemorySegment.NULL;

    private Scratch() {}

    /** At least {@code bytes} bytes with any content, until {@link #giveBack}. */
    static Scratch borrow(long bytes) {
        var scratch = SPARE.getAndSet(null);
        if (scratch == null) scratch = SPARES.pollLast();
        if (scratch == null) scratch = new Scratch();
        if (scratch.memory.byteSize() < bytes) {
            // The collector frees it: whoever still writes to the old one holds it.
            scratch.memory = Arena.ofAuto().allocate(bytes + bytes / 4, ALIGNMENT);
        }
        return scratch;
    }

    /** Where the memory is. */
    long address() {
        return memory.address();
    }

    /** Lets another call use the memory. */
    void giveBack() {
        if (!SPARE.compareAndSet(null, this)) SPARES.addLast(this);
    }
}
