package flambeau.kernel.vector;

import java.util.concurrent.LinkedBlockingQueue;

/**
 * The thread that drives loops until C2 has compiled them. Vector code is a thousand times slower before, so that a pass takes
 * milliseconds at first and microseconds in the end.
 */
final class Warmer implements Runnable {
    private static final long FAST = 10_000; // nanoseconds of a pass that is compiled
    private static final int OFTEN = 30; // so many passes must be fast
    private static final long LONGEST = 8_000_000_000L; // for one operation on a busy machine; then it is given up
    private static final long ALLOWANCE =
            2_000_000_000L; // of the processor's time in all, and a share of what the process has lived
    private static final int SHARE = 20;
    private static final long WORTH =
            300_000_000; // what others may spend on an operation before the allowance is overdrawn
    private static final int PAUSE = 10;

    private static final LinkedBlockingQueue<Warmth> QUEUE = new LinkedBlockingQueue<>();
    private static final long BORN = System.nanoTime();
    private static boolean started;

    private Warmer() {}

    @SuppressWarnings("ThreadPriorityCheck") // a wish, on which nothing relies
    static synchronized void queue(Warmth warmth) {
        QUEUE.add(warmth);
        if (started) return;
        started = true;
        var thread = Thread.ofPlatform().daemon().name("flambeau-warmer").unstarted(new Warmer());
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @Override
    public void run() {
        long spent = 0;
        try {
            while (true) {
                var next = next(spent);
                long start = System.nanoTime();
                if (drive(next, start)) next.done();
                spent += System.nanoTime() - start;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whose turn it is: beyond the allowance an operation's that has cost as much as driving its loops will. */
    private static Warmth next(long spent) throws InterruptedException {
        while (true) {
            var next = QUEUE.take();
            if (spent < ALLOWANCE + (System.nanoTime() - BORN) / SHARE || next.asked() > WORTH) return next;
            QUEUE.add(next);
            Thread.sleep(PAUSE);
        }
    }

    /** Runs passes until they are fast; false if that takes too long. */
    private static boolean drive(Warmth warmth, long start) {
        int fast = 0;
        for (long before = start; before - start < LONGEST; ) {
            warmth.pass();
            long now = System.nanoTime();
            fast = now - before < FAST ? fast + 1 : 0;
            if (fast == OFTEN) return true;
            before = now;
        }
        return false;
    }
}
