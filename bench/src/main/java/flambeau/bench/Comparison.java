package flambeau.bench;

import flambeau.bench.Peer.None;
import flambeau.bench.Peer.Time;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** One workload here and in PyTorch, in turn, at one number of threads. */
final class Comparison {
    static final String HEAD = """
        | workload | threads | Flambeau ms | PyTorch eager ms | eager / Flambeau | PyTorch's best mode | ms | best / Flambeau |
        |---|---:|---:|---:|---:|---|---:|---:|
        """;

    private final String workload;
    private final int threads;
    private final double seconds;
    private final Peer torch;
    private final Peer flambeau;

    private TorchMode best = TorchMode.EAGER;
    private final Set<String> versions = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> eager = new ArrayList<>();
    private final List<Double> fastest = new ArrayList<>();

    Comparison(String workload, int threads, double seconds, Peer torch, Peer flambeau) {
        this.workload = workload;
        this.threads = threads;
        this.seconds = seconds;
        this.torch = torch;
        this.flambeau = flambeau;
    }

    /** Finds PyTorch's best mode by a run of each. */
    void choose(List<TorchMode> modes) throws InterruptedException {
        double least = Double.POSITIVE_INFINITY;
        for (var mode : modes) {
            double ms = ms(torch, mode);
            if (!(ms < least)) continue; // NaN: it does not work
            least = ms;
            best = mode;
        }
    }

    /** A run of each side. */
    void round() throws InterruptedException {
        eager.add(ms(torch, TorchMode.EAGER));
        fastest.add(best == TorchMode.EAGER ? eager.getLast() : ms(torch, best));
        ours.add(ms(flambeau, TorchMode.EAGER));
    }

    /** Milliseconds; NaN, with a note, if it does not work. */
    private double ms(Peer peer, TorchMode mode) throws InterruptedException {
        return switch (peer.time(workload, threads, seconds, mode.words())) {
            case Time time -> {
                if (peer == torch) versions.add(time.version());
                yield time.ms();
            }
            case None none -> {
                notes.add("%s does not work: %s".formatted(peer == torch ? mode.name() : "Flambeau", none.why()));
                yield Double.NaN;
            }
        };
    }

    /** Of PyTorch, if it ran. */
    Set<String> versions() {
        return versions;
    }

    /** What did not work, and why. */
    Set<String> notes() {
        return notes;
    }

    /** The line of the table. */
    String row() {
        return "| %s | %d | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        workload,
                        threads,
                        ms(ours),
                        ms(eager),
                        ratio(eager),
                        best.name(),
                        ms(fastest),
                        best == TorchMode.EAGER ? "the same" : ratio(fastest));
    }

    private static String ms(List<Double> times) {
        double ms = median(times);
        return Double.isNaN(ms) ? "-" : String.format(Locale.ROOT, ms < 1 ? "%.4f" : ms < 100 ? "%.2f" : "%.0f", ms);
    }

    private String ratio(List<Double> theirs) {
        var ratios = IntStream.range(0, ours.size())
                .mapToObj(i -> theirs.get(i) / ours.get(i))
                .sorted()
                .toList();
        return Double.isNaN(ratios.getLast())
                ? "-"
                : String.format(
                        Locale.ROOT, "**%.2f** (%.2f .. %.2f)", median(ratios), ratios.getFirst(), ratios.getLast());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
