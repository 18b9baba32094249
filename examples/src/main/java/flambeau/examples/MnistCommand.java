package flambeau.examples;

import flambeau.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flambeau mnist}: trains a network to read digits, and shows how well it does. */
@Command(
        name = "mnist",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Trains a LeNet to read handwritten digits, and shows how well it does.",
        footer = {
            "",
            "Files written: mnist.safetensors (the network), loss.png (how loss and accuracy changed) and"
                    + " predictions.png (test digits and what the network takes them for).",
            "Exit status: 0; 1 if training fails; 2 if an option, the data or the output folder is wrong."
        })
public final class MnistCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder with MNIST's four files (default: the packaged part, 10,000 training and 2,000 test"
                    + " images)")
    private @Nullable Path data;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "10",
            description = "how often each image is used (${DEFAULT-VALUE})")
    private int epochs;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "32",
            description = "images a step (${DEFAULT-VALUE})")
    private int batchSize;

    @Option(
            names = "--lr",
            paramLabel = "X",
            defaultValue = "0.002",
            description = "learning rate of the first epoch, which then falls in equal steps (${DEFAULT-VALUE})")
    private double lr;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "seed of weights and order: the same seed gives the same losses (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads that work on one operation (default: as many as there are processors)")
    private @Nullable Integer threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "flambeau-mnist",
            description = "folder for the files that are written (${DEFAULT-VALUE})")
    private Path out;

    /** The command. */
    public MnistCommand() {}

    @Override
    public Integer call() {
        check();
        Tensors.manualSeed(seed);
        try {
            new MnistRun(
                            data,
                            out,
                            new Training.Plan(epochs, batchSize, lr),
                            seed,
                            spec.commandLine().getOut())
                    .run();
            return 0;
        } catch (IOException e) {
            return failed(e, 2);
        } catch (Training.Diverged e) {
            return failed(e, 1);
        }
    }

    private void check() {
        if (epochs < 1) throw refused("--epochs must be at least 1, got " + epochs);
        if (batchSize < 1) throw refused("--batch-size must be at least 1, got " + batchSize);
        if (!(lr > 0 && lr < Double.POSITIVE_INFINITY)) throw refused("--lr must be positive, got " + lr);
        if (threads != null && threads < 1) throw refused("--threads must be at least 1, got " + threads);
        if (threads != null) Tensors.setNumThreads(threads);
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private int failed(Exception e, int status) {
        spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
        return status;
    }
}
