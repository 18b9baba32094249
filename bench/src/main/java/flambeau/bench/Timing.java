package flambeau.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a workload took, by the rule of PyTorch's program: warm up for a third of the time, then time blocks of k iterations
 * that last at least a millisecond.
 *
 * @param medianMs the median over blocks, of one iteration
 * @param minMs the least over blocks, of one iteration
 * @param iterations all that were timed
 */
record Timing(double medianMs, double minMs, long iterations) {
    private static final int WARM = 3;
    private static final int BLOCKS = 5;

    static Timing of(Runnable step, double seconds) {
        warm(step, seconds / 3);
        double one = once(step);
        int k = Math.max(1, (int) (1e-3 / one) + (one >= 1e-3 ? 0 : 1));
        var blocks = new double[1024];
        int n = 0;
        for (double end = now() + seconds; n < BLOCKS || now() < end; n++) {
            if (n == blocks.length) blocks = Arrays.copyOf(blocks, 2 * n);
            double start = now();
            for (int i = 0; i < k; i++) step.run();
            blocks[n] = (now() - start) / k;
        }
        Arrays.sort(blocks, 0, n);
        return new Timing(blocks[n / 2] * 1e3, blocks[0] * 1e3, (long) n * k);
    }

    static void warm(Runnable step, double seconds) {
        double start = now();
        for (int n = 0; n < WARM || now() - start < seconds; n++) step.run();
    }

    private static double once(Runnable step) {
        double start = now();
        step.run();
        double one = now() - start;
        if (one >= 1e-3) return one;
        start = now();
        for (int i = 0; i < 20; i++) step.run();
        return (now() - start) / 20;
    }

    private static double now() {
        return System.nanoTime() * 1e-9;
    }

    /** The line that PyTorch's program prints too. */
    String json(Workload workload, int threads) {
        var gflops = workload.flop() == 0
                ? ""
                : String.format(Locale.ROOT, ", \"gflops\": %.2f", workload.flop() / medianMs * 1e-6);
        return String.format(
                Locale.ROOT,
                "{\"peer\": \"flambeau\", \"workload\": \"%s\", \"threads\": %d, \"median_ms\": %.6f, \"min_ms\":"
                        + " %.6f, \"iters\": %d, \"per_s\": %.3f, \"version\": \"%s\"%s}",
                workload.name(),
                threads,
                medianMs,
                minMs,
                iterations,
                1e3 / medianMs,
                Version.TEXT,
                gflops);
    }
}
