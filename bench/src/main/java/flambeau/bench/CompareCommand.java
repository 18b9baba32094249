package flambeau.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flambeau bench compare}: alternates with PyTorch's program, workload by workload, and prints the ratios. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Runs each workload here and in PyTorch in turn and prints the ratio of the times.")
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

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1) throw new ParameterException(spec.commandLine(), "--rounds must be at least 1, got " + rounds);
        if (!Files.isRegularFile(program))
            throw new ParameterException(spec.commandLine(), "--program: there is no file " + program);
        System.out.printf(
                "%-20s %7s %14s %14s   %s%n", "workload", "threads", "PyTorch ms", "Flambeau ms", "ratio (spread)");
        var names = new Workloads(Path.of("")).named(only, why -> new ParameterException(spec.commandLine(), why));
        for (var workload : names) for (int n : threads) compare(workload.name(), n);
        return 0;
    }

    private void compare(String workload, int n) throws IOException, InterruptedException {
        var ratios = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        var what = List.of("--threads", "" + n, "--only", workload, "--seconds", "" + seconds);
        for (int round = 0; round < rounds; round++) {
            theirs.add(medianMs(command(List.of(python.toString(), program.toString()), what)));
            ours.add(medianMs(command(Processes.flambeau("bench"), what)));
            ratios.add(theirs.getLast() / ours.getLast());
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-20s %7d %14.4f %14.4f   %.2f (%.2f .. %.2f)%n",
                workload,
                n,
                median(theirs),
                median(ours),
                median(ratios),
                ratios.getFirst(),
                ratios.getLast());
    }

    private static List<String> command(List<String> program, List<String> what) {
        var command = new ArrayList<>(program);
        command.addAll(what);
        return command;
    }

    private static double medianMs(List<String> command) throws IOException, InterruptedException {
        var line = Processes.lastLine(command);
        return new ObjectMapper().readTree(line).required("median_ms").asDouble();
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
