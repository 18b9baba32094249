package peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The timing rule of bench_torch.py, and its line of JSON. */
public final class Timing {
    private static final double MILLI = 1e-3;

    private Timing() {}

    /**
     * Times the workloads that {@code args} ask for.
     *
     * @param peer as in {@code djl}
     * @param workloads by name; each makes its network and returns one step
     * @param args {@code [--threads N] [--only a,b] [--seconds S]}
     */
    public static void run(String peer, String version, String[] args, Map<String, Supplier<Runnable>> workloads) {
        var options = options(args);
        int threads = Integer.parseInt(options.getOrDefault("--threads", "1"));
        double seconds = Double.parseDouble(options.getOrDefault("--seconds", "3"));
        var only = options.containsKey("--only") ? Set.of(options.get("--only").split(",")) : workloads.keySet();
        for (var workload : new TreeMap<>(workloads).entrySet()) {
            if (!only.contains(workload.getKey())) continue;
            try {
                var times = times(workload.getValue().get(), seconds);
                print(peer, version, workload.getKey(), threads, times);
            } catch (RuntimeException | LinkageError e) {
                System.err.println("FAILED " + peer + " " + workload.getKey() + ": " + e);
            }
        }
    }

    /** What {@code --threads} says, for libraries that must know before they start. */
    public static int threads(String[] args) {
        return Integer.parseInt(options(args).getOrDefault("--threads", "1"));
    }

    private static Map<String, String> options(String[] args) {
        var options = new TreeMap<String, String>();
        for (int i = 0; i + 1 < args.length; i += 2) options.put(args[i], args[i + 1]);
        return options;
    }

    /** Seconds an iteration, block by block, sorted. */
    private static List<Double> times(Runnable step, double seconds) {
        long start = System.nanoTime();
        for (int n = 0; n < 3 || since(start) < seconds / 3; n++) step.run();
        double one = block(step, 1);
        if (one < MILLI) one = block(step, 20);
        int k = one < MILLI ? (int) (MILLI / one) + 1 : 1;
        var times = new ArrayList<Double>();
        for (start = System.nanoTime(); times.size() < 5 || since(start) < seconds; ) times.add(block(step, k));
        Collections.sort(times);
        return times;
    }

    private static double block(Runnable step, int k) {
        long start = System.nanoTime();
        for (int i = 0; i < k; i++) step.run();
        return since(start) / k;
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) * 1e-9;
    }

    private static void print(String peer, String version, String workload, int threads, List<Double> times) {
        double median = 1e3 * times.get(times.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "{\"peer\": \"%s\", \"workload\": \"%s\", \"threads\": %d, \"median_ms\": %.6f, \"min_ms\": %.6f,"
                        + " \"per_s\": %.3f, \"version\": \"%s\"}%n",
                peer,
                workload,
                threads,
                median,
                1e3 * times.get(0),
                1e3 / median,
                version);
    }
}
