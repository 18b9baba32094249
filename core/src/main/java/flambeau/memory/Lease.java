package flambeau.memory;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/** A block in use: it ends when its holder (a storage or a slab) is released or becomes unreachable. */
final class Lease extends PhantomReference<Object> {
    final Block block;

    @Nullable
    Lease next; // all leases hang in a list of the pool, else the references themselves would be collected

    @Nullable
    Lease previous;

    boolean ended;

    Lease(Object holder, Block block, ReferenceQueue<Object> queue) {
        super(holder, queue);
        this.block = block;
    }
}
