package flambeau.kernel;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The team of threads on which Java kernels run: the caller and parked workers. Workers never spin, so that they take no
 * core from a native library's own team.
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

    private static final ReentrantLock TEAM = new ReentrantLock(); // one job at a time; whoever comes second works alone
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
        if (count <= chunk || threads == 1 || !TEAM.tryLock()) {
            for (long low = 0; low < count; low += chunk) body.run(low, Math.min(low + chunk, count));
            return;
        }
        try {
            if (TEAM.getHoldCount() > 1) { // a body that calls us again
                for (long low = 0; low < count; low += chunk) body.run(low, Math.min(low + chunk, count));
                return;
            }
            var job = new Job(count, chunk, body);
            int helpers = (int) Math.min(threads - 1L, (count - 1) / chunk);
            hire(helpers);
            for (int i = 0; i < helpers; i++) workers[i].start(job);
            job.work();
            for (int i = 0; i < helpers; i++) workers[i].await(job);
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

    private static final class Job {
        private final AtomicLong next = new AtomicLong();
        private final long count;
        private final long chunk;
        private final Body body;
        private final Thread caller = Thread.currentThread();
        private volatile @Nullable Throwable failure;

        Job(long count, long chunk, Body body) {
            this.count = count;
            this.chunk = chunk;
            this.body = body;
        }

        void work() {
            try {
                for (long low = next.getAndAdd(chunk); low < count; low = next.getAndAdd(chunk))
                    body.run(low, Math.min(low + chunk, count));
            } catch (Throwable e) {
                failure = e;
                next.set(count);
            }
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
            thread = Thread.ofPlatform().daemon().name("flambeau-" + (number + 1)).start(this);
        }

        void start(Job next) {
            job = next;
            LockSupport.unpark(thread);
        }

        void await(Job done) {
            for (int spins = 0; job == done; spins++) {
                if (spins < 200) Thread.onSpinWait();
                else LockSupport.park(this);
            }
        }

        @Override
        public void run() {
            while (true) {
                var current = job;
                if (current == null) {
                    LockSupport.park(this);
                    continue;
                }
                current.work();
                job = null;
                LockSupport.unpark(current.caller);
            }
        }
    }
}
