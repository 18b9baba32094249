package flambeau.kernel.runs;

import flambeau.memory.Pool;
import flambeau.memory.Scope;
import flambeau.memory.Storage;
import org.jspecify.annotations.Nullable;

/** Off-heap scratch of the calling thread: a few places that grow and stay. */
public final class Scratch {
    private static final ThreadLocal<Scratch> LOCAL = ThreadLocal.withInitial(Scratch::new);
    private static final int PLACES = 8;

    private final @Nullable Storage[] storages = new Storage[PLACES];

    private Scratch() {}

    /** The calling thread's. */
    public static Scratch get() {
        return LOCAL.get();
    }

    /** The address of {@code bytes} bytes at a place, which may hold anything; valid until that place is asked for again. */
    public long address(int place, long bytes) {
        var storage = storages[place];
        if (storage == null || storage.bytes() < bytes) {
            if (storage != null) storage.release();
            storage = Pool.GLOBAL.allocate(Math.max(bytes, 8192));
            Scope.escape(storage);
            storages[place] = storage;
        }
        return storage.address();
    }
}
