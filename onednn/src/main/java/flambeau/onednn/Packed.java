package flambeau.onednn;

import flambeau.array.Array;
import flambeau.memory.Storage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Weights in a plan's memory order, kept while they do not change: a network in use copies them once, a network in training
 * not at all beyond what it needs at the moment.
 */
final class Packed {
    private static final long ALIGNMENT = 64;

    private static final Map<Storage, Packed> LATEST = new WeakHashMap<>();

    private final Plan plan;
    private final long address;
    private final long modified;
    private @Nullable MemorySegment memory;

    private Packed(Array w, Plan plan) {
        this.plan = plan;
        address = w.address();
        modified = w.storage().stamp();
    }

    /**
     * Operand {@code i} of the plan, copied before; null for a caller who is the first to ask since the weights have changed,
     * and copies them for itself: there may be no second.
     */
    static @Nullable MemorySegment find(Array w, Plan plan, int i) {
        synchronized (LATEST) {
            var packed = LATEST.get(w.storage());
            if (packed == null || !packed.isOf(w, plan, i)) {
                LATEST.put(w.storage(), new Packed(w, plan));
                return null;
            }
            var memory = packed.memory;
            if (memory == null) {
                memory = Arena.ofAuto().allocate(plan.bytes(i), ALIGNMENT);
                plan.copyTogether(i, w.address(), memory.address());
                packed.memory = memory;
            }
            return memory;
        }
    }

    private boolean isOf(Array w, Plan other, int i) {
        return modified == w.storage().stamp() && address == w.address() && plan.agrees(other, i);
    }
}
