package flambeau.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the storages that its thread allocates while it is open, and gives those back at its end that were not kept.
 * Scopes nest; what an inner scope keeps belongs to the outer one.
 */
public final class Scope implements AutoCloseable {
    private final @Nullable Scope outer;
    private final List<Storage> made = new ArrayList<>();
    private final Set<Storage> kept = new HashSet<>();
    private int mark;
    private boolean closed;

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** Opens a scope on this thread. */
    public static Scope open() {
        var local = Local.get();
        return local.scope = new Scope(local.scope);
    }

    /** Lets {@code storage} outlive this scope. */
    public void keep(Storage storage) {
        kept.add(storage);
    }

    /** Lets {@code storage} outlive the scopes that are open on this thread. */
    public static void escape(Storage storage) {
        for (var scope = Local.get().scope; scope != null; scope = scope.outer) scope.keep(storage);
    }

    void made(Storage storage) {
        made.add(storage);
    }

    /** What this thread makes does not belong to this scope, its innermost, until {@link #inside}. */
    public void outside() {
        Local.get().scope = outer;
    }

    /** What this thread makes belongs to no scope until the guard is closed. */
    public static Outside none() {
        var local = Local.get();
        var before = local.scope;
        local.scope = null;
        return () -> local.scope = before;
    }

    /** Ends {@link #none}. */
    @FunctionalInterface
    public interface Outside extends AutoCloseable {
        @Override
        void close();
    }

    /** Ends {@link #outside}. */
    public void inside() {
        Local.get().scope = this;
    }

    /** Whether {@code storage} was made inside and is not to outlive this scope. */
    public boolean owns(Storage storage) {
        return position(storage) >= 0 && !kept.contains(storage);
    }

    /** Gives {@code storage} back if this scope owns it. */
    public void release(Storage storage) {
        int at = position(storage);
        if (at < 0 || kept.contains(storage)) return;
        made.remove(at);
        mark = Math.min(mark, made.size());
        storage.release();
    }

    /** Remembers this moment for {@link #releaseSinceMark}. */
    public void mark() {
        mark = made.size();
    }

    /** Gives back what was made since the mark, unless {@code needed}. */
    public void releaseSinceMark(Predicate<Storage> needed) {
        for (int i = made.size() - 1; i >= mark; i--) {
            var storage = made.get(i);
            if (needed.test(storage) || kept.contains(storage)) continue;
            made.remove(i);
            storage.release();
        }
    }

    private int position(Storage storage) {
        for (int i = made.size() - 1; i >= 0; i--) if (made.get(i) == storage) return i;
        return -1;
    }

    /**
     * Gives back what was made inside and not kept.
     *
     * @throws IllegalStateException if a scope inside is still open, or another thread opened this one
     */
    @Override
    public void close() {
        if (closed) return;
        var local = Local.get();
        if (local.scope != this)
            throw new IllegalStateException("scope: must be closed by the thread that opened it, innermost first");
        closed = true;
        local.scope = outer;
        for (var storage : made) {
            if (!kept.contains(storage)) storage.release("the end of its scope");
            else if (outer != null) outer.made(storage);
        }
    }
}
