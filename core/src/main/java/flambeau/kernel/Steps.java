package flambeau.kernel;

import static java.lang.ref.Reference.reachabilityFence;

import java.util.Arrays;

/** Steps of many parameters in one hand-over to the team of threads, cut by elements whatever the sizes of the parameters are. */
final class Steps {
    private static final int PARTS = 32; // of everything: enough for threads to end together
    private static final int MIN_CHUNK = 1 << 11, MAX_CHUNK = 1 << 16; // elements a thread takes at a time
    private static final int LINE = 64;

    private final Update[] providers;
    private final Update.Step[] steps;
    private final long[] ends; // of the parameters, as if all lay one after the other

    Steps(Update[] providers, Update.Step[] steps) {
        this.providers = providers;
        this.steps = steps;
        ends = new long[steps.length];
        long end = 0;
        for (int i = 0; i < steps.length; i++) ends[i] = end += steps[i].count();
    }

    void run() {
        if (steps.length == 0) return;
        long all = ends[steps.length - 1];
        int chunk = Math.clamp(all / PARTS, MIN_CHUNK, MAX_CHUNK) / LINE * LINE;
        Parallel.forRange(all, chunk, this::run);
        reachabilityFence(steps);
    }

    private void run(long low, long high) {
        int found = Arrays.binarySearch(ends, low + 1);
        for (int i = found < 0 ? -found - 1 : found; low < high; i++) {
            long first = ends[i] - steps[i].count(), until = Math.min(high, ends[i]);
            if (until > low) update(steps[i], low - first, until - first);
            low = until;
        }
    }

    private void update(Update.Step step, long low, long high) {
        for (var provider : providers) if (provider.update(step, low, high)) break;
    }
}
