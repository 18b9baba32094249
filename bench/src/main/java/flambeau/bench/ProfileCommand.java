package flambeau.bench;

import flambeau.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flambeau bench profile}: what workloads spend their time in. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Samples each workload once it is warm and prints the shares of native kernels, Java kernels and"
                + " all around them: modules, gradients, memory.")
public final class ProfileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "just these workloads")
    private List<String> only = List.of();

    @Option(
            names = "--image",
            defaultValue = "bench/data/images/photo_500x374.jpg",
            description = "the picture of image_pipeline (${DEFAULT-VALUE})")
    private Path image;

    @Option(names = "--threads", defaultValue = "1", description = "threads (${DEFAULT-VALUE})")
    private int threads;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "seconds that a workload warms up, and is sampled (${DEFAULT-VALUE})")
    private double seconds;

    @Override
    public Integer call() throws IOException {
        if (threads < 1) throw refused("--threads must be at least 1, got " + threads);
        if (!(seconds > 0)) throw refused("--seconds must be positive, got " + seconds);
        Tensors.setNumThreads(threads);
        System.out.printf("| workload | oneDNN | Java kernels | around them |%n|---|---:|---:|---:|%n");
        for (var workload : new Workloads(image).named(only, this::refused)) {
            var step = workload.step().get();
            Timing.warm(step, seconds);
            var profile = Profile.of(() -> Timing.warm(step, seconds));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f %% | %.0f %% | %.0f %% |%n",
                    workload.name(),
                    profile.share(Profile.Place.NATIVE),
                    profile.share(Profile.Place.KERNEL),
                    profile.share(Profile.Place.AROUND));
        }
        return 0;
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
