package flambeau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flambeau bench compare}: alternates with PyTorch's program, workload by workload, and prints the ratios. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Runs each workload here and in PyTorch in turn and prints the ratios of the times as a table: to"
                + " PyTorch's default eager mode and to its best mode, the median over rounds and its spread.")
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--torch", required = true, paramLabel = "PYTHON", description = "a Python that has torch")
    private Path python;

    @Option(
            names = "--program",
            defaultValue = "bench/peers/bench_torch.py",
            description = "PyTorch's program (${DEFAULT-VALUE})")
    private Path program;

    @Option(names = "--threads", split = ",", defaultValue = "1,2", description = "thread counts (${DEFAULT-VALUE})")
    private List<Integer> threads = List.of();

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "just these workloads")
    private List<String> only = List.of();

    @Option(names = "--rounds", defaultValue = "5", description = "runs of each side (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "seconds a run (${DEFAULT-VALUE})")
    private double seconds;

    @Option(names = "--eager", description = "do not look for PyTorch's best mode")
    private boolean eager;

    @Option(names = "--plain", description = "run Flambeau without the kernels of jdk.incubator.vector")
    private boolean plain;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "also write the table to this file, in the place that it marks if it does")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1) throw refused("--rounds must be at least 1, got " + rounds);
        if (!(seconds > 0)) throw refused("--seconds must be positive, got " + seconds);
        for (int n : threads) if (n < 1) throw refused("--threads must be at least 1, got " + n);
        if (!Files.isRegularFile(program)) throw refused("--program: there is no file " + program);
        var workloads = new Workloads(Path.of("")).named(only, this::refused);
        var report = new Report(output);
        report.add("%s%n%n".formatted(Machine.text()));
        report.add(PeakCommand.table(threads));
        report.add("%n%s".formatted(Comparison.HEAD));
        compare(workloads, report);
        return 0;
    }

    private void compare(List<Workload> workloads, Report report) throws IOException, InterruptedException {
        var torch = new Peer(List.of(python.toString(), program.toString()));
        var flambeau = new Peer(Processes.flambeau(!plain));
        Set<String> versions = new LinkedHashSet<>(), notes = new LinkedHashSet<>();
        for (var workload : workloads) {
            for (int n : threads) {
                var comparison = new Comparison(workload.name(), n, seconds, torch, flambeau);
                var modes = eager ? List.of(TorchMode.EAGER) : TorchMode.of(workload.name());
                comparison.choose(modes);
                for (int round = 0; round < rounds; round++) comparison.round();
                report.add(comparison.row());
                versions.addAll(comparison.versions());
                notes.addAll(comparison.notes());
            }
        }
        report.add("%nPyTorch %s; %d rounds of %s s%n".formatted(String.join(", ", versions), rounds, seconds));
        for (var note : notes) report.add("%n- %s".formatted(note));
        if (!notes.isEmpty()) report.add("%n".formatted());
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
