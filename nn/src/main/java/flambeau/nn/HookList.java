package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.prepend;

import flambeau.args.Arg;
import flambeau.autograd.Guard;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hooks in the order of their registration; one may be added or removed while they are called. */
final class HookList<T> implements Iterable<T> {
    private final List<T> hooks = new CopyOnWriteArrayList<>();

    /** Adds a hook that goes when the guard is closed: at the end, or by the keyword {@code prepend} at the front. */
    Guard add(T hook, Arg<?>... args) {
        hooks.add(given(args, prepend(false)).value() ? 0 : hooks.size(), hook);
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
