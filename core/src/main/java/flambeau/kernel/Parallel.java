package flambeau.kernel;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The team of threads on which kernels run, the only one: the caller and workers, who park when there is nothing to do for
 * some microseconds.
 *
 * <p>Work is cut in chunks of a size that the caller fixes, so results do not depend on the number of threads.
 */
public final class Parallel {
    /** Work on the elements from {@code low} to {@code high}, exclusive. */
    @FunctionalInterface
    public interface Body {
        /** Does the work. */
        void run(long low, long high);
    }

    private static final int SPINS =
            1000; // about 20 us of waiting awake, which is what it takes to wake a parked thread
    private static final ReentrantLock TEAM =
            new ReentrantLock(); // one job at a time; whoever comes second works alone
    private static volatile int threads = Runtime.getRuntime().availableProcessors();
    private static Worker[] workers = {};

    private Parallel() {}

    /** The number of threads that work on one kernel; at first the number of processors. */
    public static int threads() {
        return threads;
    }

    /**
     * Sets the number of threads that work on one kernel, here and in native libraries.
     *
     * @throws IllegalArgumentException if {@code n} is less than 1
     */
    public static void setThreads(int n) {
        if (n < 1) throw new IllegalArgumentException("setNumThreads: must be at least 1, got " + n);
        threads = n;
        Kernels.providers().threads(n);
    }

    /** Runs {@code body} on [0, count) in chunks of {@code chunk}, the last being shorter; returns when all are done. */
    public static void forRange(long count, long chunk, Body body) {
        boolean alone = count <= chunk || threads == 1 || TEAM.isHeldByCurrentThread(); // a body that calls us again
        if (alone || !TEAM.tryLock()) {
            for (long low = 0; low < count; low += chunk) body.run(low, Math.min(low + chunk, count));
            return;
        }
        try {
            var job = new Job(count, chunk, body);
            int helpers = (int) Math.min(threads - 1L, (count - 1) / chunk);
            hire(helpers);
            for (int i = 0; i < helpers; i++) workers[i].start(job);
            job.work();
            job.await();
            job.rethrow();
        } finally {
            TEAM.unlock();
        }
    }

    private static void hire(int n) {
        if (workers.length >= n) return;
        var more = java.util.Arrays.copyOf(workers, n);
        for (int i = workers.length; i < n; i++) more[i] = new Worker(i);
        workers = more;
    }

    /** Chunks that threads take until there are none; over when all are done, be a worker still on its way or not. */
    private static final class Job {
        private final AtomicLong next = new AtomicLong();
        private final AtomicLong left;
        private final long count;
        private final long chunk;
        private final Thread caller = Thread.currentThread();
        private volatile @Nullable Body body; // null once it is over: a parked worker must not keep tensors alive
        private volatile @Nullable Throwable failure;

        Job(long count, long chunk, Body body) {
            this.count = count;
            this.chunk = chunk;
            this.body = body;
            this.left = new AtomicLong((count + chunk - 1) / chunk);
        }

        void work() {
            for (long low = next.getAndAdd(chunk); low < count; low = next.getAndAdd(chunk)) {
                try {
                    var work = body;
                    if (work != null && failure == null) work.run(low, Math.min(low + chunk, count));
                } catch (Throwable e) {
                    failure = e;
                }
                if (left.decrementAndGet() == 0) LockSupport.unpark(caller);
            }
        }

        void await() {
            for (int spins = 0; left.get() > 0; spins++) {
                if (spins < SPINS) Thread.onSpinWait();
                else LockSupport.park(this);
            }
            body = null;
        }

        void rethrow() {
            var e = failure;
            if (e instanceof RuntimeException r) throw r;
            if (e instanceof Error r) throw r;
        }
    }

    private static final class Worker implements Runnable {
        private final Thread thread;
        private volatile @Nullable Job job;

        Worker(int number) {
            thread = Thread.ofPlatform()
                    .daemon()
                    .name("flambeau-" + (number + 1))
                    .unstarted(this);
            thread.start();
        }

        void start(Job next) {
            job = next;
            LockSupport.unpark(thread);
        }

        @Override
        public void run() {
            Job last = null;
            for (int spins = 0; ; spins++) {
                var current = job;
                if (current != last && current != null) {
                    current.work();
                    last = current;
                    spins = 0;
                } else if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                    spins = 0;
                }
            }
        }
    }
}
