package flambeau.kernel.vector;

/**
 * Whether the loops of one operation have been compiled. Until then the provider declines it, and counts what others spend on it:
 * when that is enough to make compiling worth its price, a background thread drives the loops.
 */
final class Warmth {
    private static final long PATIENCE = 50_000_000; // nanoseconds of work

    private final Runnable pass;
    private volatile boolean ready;
    private boolean queued;
    private long asked; // races lose some, which does not matter

    /**
     * The warmth of loops that {@code pass} runs.
     *
     * @param pass takes every branch of the loops, and some microseconds once they are compiled
     * @param always whether to be warm from the start, as tests want it
     */
    Warmth(boolean always, Runnable pass) {
        this.pass = pass;
        ready = always;
    }

    /** Whether the loops are fast; {@code nanos} is about what the others need for this call. */
    boolean isReady(long nanos) {
        if (ready) return true;
        asked += nanos;
        if (asked > PATIENCE && !queued) {
            queued = true;
            Warmer.queue(this);
        }
        return false;
    }

    /** About what others have spent on the operation, in nanoseconds. */
    long asked() {
        return asked;
    }

    void pass() {
        pass.run();
    }

    void done() {
        ready = true;
    }
}
