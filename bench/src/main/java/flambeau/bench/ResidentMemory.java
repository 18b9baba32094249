package flambeau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/** Runs a workload for many steps and tells how much memory the process held meanwhile. Linux only. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** The line of PyTorch's program for its scenarios: resident memory in MiB every {@code every} steps, and its peak. */
    static String json(String label, Runnable step, int steps, int every, int threads) throws IOException {
        var resident = new ArrayList<Long>();
        long start = System.nanoTime();
        for (int i = 0; i <= steps; i++) {
            if (i % every == 0) resident.add(megabytes("VmRSS"));
            if (i < steps) step.run();
        }
        double mean = (System.nanoTime() - start) * 1e-6 / steps;
        return String.format(
                Locale.ROOT,
                "{\"peer\": \"flambeau\", \"workload\": \"%s\", \"threads\": %d, \"steps\": %d, \"rss_mb\": %s, "
                        + "\"peak_rss_mb\": %d, \"mean_ms\": %.4f}",
                label,
                threads,
                steps,
                resident,
                megabytes("VmHWM"),
                mean);
    }

    private static long megabytes(String field) throws IOException {
        for (var line : Files.readAllLines(STATUS)) {
            if (line.startsWith(field + ":")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
        throw new IOException(STATUS + ": has no field " + field);
    }
}
