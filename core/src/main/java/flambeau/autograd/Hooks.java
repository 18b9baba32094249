package flambeau.autograd;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hooks in the order in which they were registered; threads may add and remove while others run them. */
final class Hooks<T> {
    private record Entry<T>(T hook, Object identity) {}

    private final List<Entry<T>> entries = new CopyOnWriteArrayList<>();

    RemovableHandle add(T hook) {
        var entry = new Entry<>(hook, new Object());
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Those that are registered now. */
    List<T> now() {
        return entries.stream().map(Entry::hook).toList();
    }
}
