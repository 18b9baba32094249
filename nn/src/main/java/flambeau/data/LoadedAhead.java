package flambeau.data;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Batches that threads load ahead, in order. Each batch has a thread that ends with it, so that there is nothing to
 * close: an iterator that nobody uses any more starts no others.
 */
final class LoadedAhead<B> implements Iterator<B> {
    private final Iterator<int[]> order;
    private final Function<int[], B> load;
    private final int ahead;
    private final Semaphore workers;
    private final Queue<FutureTask<B>> started = new ArrayDeque<>();

    LoadedAhead(Iterator<int[]> order, Function<int[], B> load, int numWorkers, int prefetchFactor) {
        this.order = order;
        this.load = load;
        ahead = Math.multiplyExact(numWorkers, prefetchFactor);
        workers = new Semaphore(numWorkers);
    }

    @Override
    public boolean hasNext() {
        return !started.isEmpty() || order.hasNext();
    }

    @Override
    public B next() {
        start();
        var first = started.poll();
        if (first == null) throw new NoSuchElementException("DataLoader: there are no more batches");
        try {
            return first.get();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            if (cause instanceof RuntimeException failure) throw failure;
            if (cause instanceof Error error) throw error;
            throw new AssertionError("loading throws nothing else", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("DataLoader: interrupted while waiting for a batch", e);
        } finally {
            start(); // so that the next ones are loaded while the caller works with this one
        }
    }

    private void start() {
        while (started.size() < ahead && order.hasNext()) {
            var indices = order.next();
            var workers = this.workers; // a task must not hold its iterator
            var load = this.load;
            var task = new FutureTask<>(() -> {
                workers.acquire();
                try {
                    return load.apply(indices);
                } finally {
                    workers.release();
                }
            });
            started.add(task);
            Thread.ofVirtual().name("flambeau-data").start(task);
        }
    }
}
