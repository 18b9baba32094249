package flambeau.bench;

import flambeau.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flambeau bench}: times workloads and prints a JSON line for each. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Times workloads and prints a JSON line for each, as bench/peers/bench_torch.py does for PyTorch.",
        subcommands = {
            CompareCommand.class,
            OpsCommand.class,
            OptimCommand.class,
            PeakCommand.class,
            ProfileCommand.class
        })
public final class BenchCommand implements Callable<Integer> {
    /** What is not timed step by step: a start from nothing, and long runs whose memory is watched. */
    enum Scenario {
        coldstart,
        rss_lenet,
        growth
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--threads",
            defaultValue = "1",
            description = "threads that work on one operation (${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "just these workloads")
    private List<String> only = List.of();

    @Option(names = "--seconds", defaultValue = "3", description = "seconds for each workload (${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--image",
            defaultValue = "bench/data/images/photo_500x374.jpg",
            description = "the picture of image_pipeline (${DEFAULT-VALUE})")
    private Path image;

    @Option(names = "--steps", description = "steps of a scenario (as PyTorch's program: 2000 and 20000)")
    private int steps;

    @Option(names = "--scenario", description = "run this instead: ${COMPLETION-CANDIDATES}")
    private @Nullable Scenario scenario;

    @Option(names = "--list", description = "print the names of the workloads")
    private boolean list;

    @Override
    public Integer call() throws IOException {
        if (threads < 1) throw refused("--threads must be at least 1, got " + threads);
        if (!(seconds > 0)) throw refused("--seconds must be positive, got " + seconds);
        if (steps < 0) throw refused("--steps must be positive, got " + steps);
        Tensors.setNumThreads(threads);
        Tensors.manualSeed(0);
        var workloads = new Workloads(image);
        if (list) workloads.all().forEach(workload -> System.out.println(workload.name()));
        else if (scenario == Scenario.coldstart) System.out.println(Perceptrons.firstOutput());
        else if (scenario != null) watch(workloads);
        else time(workloads);
        return 0;
    }

    private void time(Workloads workloads) {
        for (var workload : workloads.named(only, this::refused))
            System.out.println(Timing.of(workload.step().get(), seconds).json(workload, threads));
    }

    private void watch(Workloads workloads) throws IOException {
        boolean lenet = scenario == Scenario.rss_lenet;
        int n = steps > 0 ? steps : lenet ? 2000 : 20000;
        var label = (lenet ? "rss_lenet_train_" : "growth_mlp_tiny_") + n;
        var workload = workloads
                .named(List.of(lenet ? "lenet_train" : "mlp_tiny_train"), this::refused)
                .getFirst();
        System.out.println(ResidentMemory.json(label, workload.step().get(), n, Math.max(n / 10, 1), threads));
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
