package flambeau.nn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a container holds, by name and by place. Entries that come without a name are called by their place.
 *
 * @param <T> the kind of thing
 */
final class Entries<T> implements Iterable<T> {
    private final String owner; // for messages
    private final LinkedHashMap<String, T> byName = new LinkedHashMap<>();

    Entries(String owner) {
        this.owner = owner;
    }

    /** Copies of the entries; null if one cannot be copied. */
    @SuppressWarnings("unchecked") // a copy is of the same class
    @Nullable
    Entries<T> copy(Copying copying) {
        var copy = new Entries<T>(owner);
        for (var entry : byName.entrySet()) {
            var own = copying.of(entry.getValue());
            if (own == null) return null;
            copy.byName.put(entry.getKey(), (T) own);
        }
        return copy;
    }

    Map<String, T> byName() {
        return byName;
    }

    @Override
    public Iterator<T> iterator() {
        return byName.values().iterator();
    }

    int size() {
        return byName.size();
    }

    void put(String name, @Nullable T entry) {
        if (entry == null) throw new NullPointerException("%s: entry \"%s\" is null".formatted(owner, name));
        if (name.isEmpty() || name.contains("."))
            throw new IllegalArgumentException(
                    "%s: a member's name must not be empty or have a dot, got \"%s\"".formatted(owner, name));
        byName.put(name, entry);
    }

    void add(String name, @Nullable T entry) {
        if (byName.containsKey(name))
            throw new IllegalArgumentException("%s: the name \"%s\" is taken".formatted(owner, name));
        put(name, entry);
    }

    void append(T entry) {
        add(Integer.toString(size()), entry);
    }

    void appendAll(Iterable<? extends T> entries) {
        for (var entry : entries) append(entry);
    }

    T get(String name) {
        var found = byName.get(name);
        if (found == null)
            throw new IllegalArgumentException(
                    "%s: has no entry \"%s\", only %s".formatted(owner, name, byName.keySet()));
        return found;
    }

    T get(int index) {
        return list().get(place(index, size() - 1));
    }

    void set(int index, T entry) {
        int place = place(index, size() - 1);
        put(List.copyOf(byName.keySet()).get(place), entry);
    }

    void insert(int index, T entry) {
        var all = list();
        all.add(place(index, size()), entry);
        renumber(all);
    }

    T remove(int index) {
        var all = list();
        var removed = all.remove(place(index, size() - 1));
        renumber(all);
        return removed;
    }

    /** The entries from {@code start} to {@code stop}, exclusive, as Python's slice. */
    List<T> slice(int start, int stop) {
        int n = size();
        int from = Math.clamp(start < 0 ? start + (long) n : start, 0, n);
        int to = Math.clamp(stop < 0 ? stop + (long) n : stop, from, n);
        return list().subList(from, to);
    }

    /** Every {@code step}-th of the entries from {@code start} to {@code stop}, exclusive. */
    List<T> slice(int start, int stop, int step) {
        if (step < 1) throw new IllegalArgumentException("%s: step must be positive, got %d".formatted(owner, step));
        var all = slice(start, stop);
        var some = new ArrayList<T>();
        for (int i = 0; i < all.size(); i += step) some.add(all.get(i));
        return some;
    }

    List<T> list() {
        return new ArrayList<>(byName.values());
    }

    private void renumber(List<T> all) {
        byName.clear();
        appendAll(all);
    }

    private int place(int index, int last) {
        int n = size();
        if (index < -n || index > last)
            throw new IndexOutOfBoundsException(
                    "%s: index %d is out of bounds for %d entries".formatted(owner, index, n));
        return index < 0 ? index + n : index;
    }
}
