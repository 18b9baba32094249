package flambeau.onednn;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was prepared before, by key: making a primitive costs a millisecond, running one may cost less than one microsecond.
 * That oneDNN has nothing for a key is remembered as well. Holds the most recently used; what it forgets is destroyed when
 * the last thread that runs it is done.
 */
final class Cache<T> {
    private static final AtomicLong MADE = new AtomicLong();

    private final int capacity;
    private final ConcurrentHashMap<Key, Entry<T>> entries = new ConcurrentHashMap<>();
    private long clock; // counts what was made; racy on purpose, like the stamps: it only orders the old

    private static final class Entry<T> {
        final Optional<T> value;
        long used;

        Entry(@Nullable T value) {
            this.value = Optional.ofNullable(value);
        }
    }

    Cache(int capacity) {
        this.capacity = capacity;
    }

    /** What {@code make} makes for {@code key}, or made before; null where it makes null. */
    @Nullable
    T get(Key key, Supplier<@Nullable T> make) {
        var entry = entries.get(key);
        if (entry == null) entry = add(key, make);
        entry.used = clock;
        return entry.value.orElse(null);
    }

    private synchronized Entry<T> add(Key key, Supplier<@Nullable T> make) {
        var entry = entries.get(key);
        if (entry != null) return entry; // made by another thread meanwhile
        if (entries.size() >= capacity) forget();
        entry = new Entry<>(make.get());
        clock++;
        MADE.incrementAndGet();
        entries.put(key, entry);
        return entry;
    }

    /** Drops the older half of what is held. It weighs nothing on the Java heap: the collector has to be asked. */
    private void forget() {
        long[] stamps =
                entries.values().stream().mapToLong(e -> e.used).sorted().toArray();
        long median = stamps[stamps.length / 2];
        entries.values().removeIf(entry -> entry.used <= median);
        System.gc();
    }

    /** What all caches have made so far. */
    static long made() {
        return MADE.get();
    }

    /** The number of keys. */
    int size() {
        return entries.size();
    }
}
