package flambeau.tensor;

import flambeau.autograd.Guard;
import flambeau.autograd.Pass;
import flambeau.memory.Pool;
import flambeau.memory.Scope;
import flambeau.memory.Storage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a backward pass: gives back what the pass made and no longer needs, and refuses to read values that were
 * changed in place after the forward pass had used them.
 */
final class BackwardPass implements Pass<Tensor> {
    private static final ThreadLocal<@Nullable BackwardPass> RUNNING = new ThreadLocal<>();
    private static final AtomicInteger OPEN = new AtomicInteger(); // so that forward passes need not ask their thread

    private final @Nullable BackwardPass outer = RUNNING.get();
    private final @Nullable Scope scope; // null: gives nothing back
    private final long start = Storage.tick(); // what is made from now on is the pass's own
    private final Map<Storage, Integer> holds = new HashMap<>();
    private final Set<Storage> kept = new HashSet<>();
    private @Nullable Supplier<String> name; // null: no node is evaluated
    private long time;
    private boolean read;

    BackwardPass(boolean createGraph) {
        scope = createGraph ? null : Scope.open();
        RUNNING.set(this);
        OPEN.incrementAndGet();
    }

    @Override
    public void hold(Tensor dy) {
        holds.merge(dy.storage(), 1, Integer::sum);
        var sparse = SparseCarrier.in(dy);
        if (sparse != null) {
            hold(sparse.indices());
            hold(sparse.values());
        }
    }

    @Override
    public void drop(Tensor dy) {
        var sparse = SparseCarrier.in(dy);
        if (sparse != null) {
            drop(sparse.indices());
            drop(sparse.values());
        }
        var storage = dy.storage();
        var left = holds.computeIfPresent(storage, (s, n) -> n == 1 ? null : n - 1);
        if (scope != null && left == null) scope.release(storage);
    }

    @Override
    public void enter(Supplier<String> node, long recorded) {
        name = node;
        time = recorded;
        read = false;
        if (scope != null) scope.mark();
    }

    @Override
    public boolean exit() {
        name = null;
        if (scope != null) scope.releaseSinceMark(holds::containsKey);
        return read;
    }

    @Override
    public Guard outside() {
        if (scope == null) return () -> {};
        scope.outside();
        return scope::inside;
    }

    @Override
    public Tensor keep(Tensor dy) {
        var sparse = SparseCarrier.in(dy);
        if (sparse == null) return keepDense(dy);
        if (dy.requiresGrad()) return dy; // the pass creates a graph, and gives nothing back
        return new SparseCarrier(
                new SparseGradient(keepDense(sparse.indices()), keepDense(sparse.values()), sparse.size()));
    }

    private Tensor keepDense(Tensor dy) {
        var storage = dy.storage();
        boolean own = scope != null && scope.owns(storage) && holds.getOrDefault(storage, 0) == 1;
        boolean whole = dy.raw().layout().isDense() && dy.count() * dy.dtype().bytes() == storage.bytes();
        var mine = own && whole && !kept.contains(storage) ? dy : dy.clone();
        kept.add(mine.storage());
        Scope.escape(mine.storage());
        return mine;
    }

    @Override
    public Tensor lend(Tensor dy) {
        var sparse = SparseCarrier.in(dy);
        if (sparse != null) {
            lend(sparse.indices());
            lend(sparse.values());
        }
        kept.add(dy.storage());
        Scope.escape(dy.storage());
        return dy;
    }

    /** Runs {@code action} without asking whether what it reads is as the forward pass saw it. */
    static <T> T unchecked(Supplier<T> action) {
        var pass = RUNNING.get();
        if (pass == null) return action.get();
        var before = pass.name;
        pass.name = null;
        try {
            return action.get();
        } finally {
            pass.name = before;
        }
    }

    @Override
    public void close() {
        OPEN.decrementAndGet();
        if (outer == null) RUNNING.remove();
        else RUNNING.set(outer);
        if (scope == null) return;
        scope.close();
        if (outer == null) Pool.GLOBAL.ebb();
    }

    /** Checks that {@code storage}, which is about to be read, still holds what the forward pass saw. */
    static void check(Storage storage) {
        if (OPEN.get() == 0) return;
        var pass = RUNNING.get();
        if (pass == null || pass.name == null || storage.created() >= pass.start) return;
        if (!pass.holds.containsKey(storage)) pass.checkSaved(storage);
    }

    private void checkSaved(Storage storage) {
        read = true;
        if (storage.modified() > time)
            throw refusal("a tensor that ", " needs was changed in place after the forward pass had used it");
        if (storage.isInference())
            throw refusal(
                    "",
                    " needs an inference tensor, which takes no part in backward passes; use clone() in the forward"
                            + " pass");
    }

    private IllegalStateException refusal(String before, String after) {
        return new IllegalStateException("backward: " + before + (name == null ? "" : name.get()) + after);
    }
}
