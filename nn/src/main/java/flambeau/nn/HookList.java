package flambeau.nn;

import flambeau.autograd.Guard;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hooks in the order of their registration; one may be added or removed while they are called. */
final class HookList<T> implements Iterable<T> {
    private final List<T> hooks = new CopyOnWriteArrayList<>();

    /** Adds a hook that goes when the guard is closed. */
    Guard add(T hook) {
        hooks.add(hook);
        return () -> hooks.remove(hook);
    }

    /** Adds the hooks of another list. */
    void addAll(HookList<T> others) {
        hooks.addAll(others.hooks);
    }

    boolean isEmpty() {
        return hooks.isEmpty();
    }

    @Override
    public Iterator<T> iterator() {
        return hooks.iterator();
    }
}
