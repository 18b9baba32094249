package flambeau.examples;

import static flambeau.args.Args.train;
import static flambeau.args.Args.transform;

import flambeau.io.Safetensors;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import flambeau.vision.datasets.MNIST;
import flambeau.vision.io.ImageFiles;
import flambeau.vision.transforms.Compose;
import flambeau.vision.transforms.Normalize;
import flambeau.vision.transforms.ToTensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
            "Files written: mnist.safetensors (the network), loss.png (how loss and accuracy changed) and predictions.png"
                    + " (test digits and what the network takes them for).",
            "Exit status: 0; 1 if training fails; 2 if an option, the data or the output folder is wrong."
        })
public final class MnistCommand implements Callable<Integer> {
    private static final String CHECKPOINT = "mnist.safetensors", CHART = "loss.png", DIGITS = "predictions.png";
    private static final List<String> FILES = List.of(CHECKPOINT, CHART, DIGITS);

    /** Shifted and scaled by the mean and the standard deviation of MNIST's pixels. */
    private static final Function<BufferedImage, Tensor> TRANSFORM =
            new Compose<>(new ToTensor(), new Normalize(0.1307, 0.3081));

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder with MNIST's four files (default: the packaged part, 10,000 training and 2,000 test images)")
    private @Nullable Path data;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "10", description = "how often each image is used (${DEFAULT-VALUE})")
    private int epochs;

    @Option(names = "--batch-size", paramLabel = "N", defaultValue = "32", description = "images a step (${DEFAULT-VALUE})")
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
        System.setProperty("java.awt.headless", "true"); // pictures are drawn, not shown
        Tensors.manualSeed(seed);
        try {
            run(spec.commandLine().getOut());
            return 0;
        } catch (IOException e) {
            return failed(e, 2);
        } catch (ArithmeticException e) {
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

    private void run(PrintWriter stdout) throws IOException {
        long start = System.nanoTime();
        try (var folder = new OutputFolder(out, FILES)) {
            var from = data == null ? PackagedMnist.folder() : data;
            var digits = new MNIST(from, train(true), transform(TRANSFORM));
            var test = new MNIST(from, train(false), transform(TRANSFORM));
            var training = new Training(digits, test, new Training.Plan(epochs, batchSize, lr));
            print(stdout, "LeNet, %,d parameters; %s", training.parameters(), describe(digits, test));
            print(stdout, "Adam, learning rate %s falling; batches of %d; seed %d; %d threads", lr, batchSize, seed, Tensors.getNumThreads());
            training.run(stdout, Terminal.find());

            var trained = Evaluation.of(training.net(), test);
            folder.write(CHECKPOINT, file -> Safetensors.save(training.net(), file));
            folder.write(CHART, file -> ImageFiles.write(LossChart.draw(training.history()), file));
            folder.write(DIGITS, file -> ImageFiles.write(Predictions.of(trained, test).draw(), file));
            folder.finish();
            print(stdout, "Done in %.0f s. Written:", (System.nanoTime() - start) / 1e9);
            for (var name : FILES) print(stdout, "  %s", folder.file(name));
            compare(trained, test, folder.file(CHECKPOINT), stdout);
        }
    }

    private String describe(MNIST digits, MNIST test) {
        var part = data == null ? "the packaged part of MNIST" : data;
        return String.format(Locale.ROOT, "%,d training and %,d test digits (%s)", digits.size(), test.size(), part);
    }

    /** Shows that what was saved is what was trained. */
    private static void compare(Evaluation trained, MNIST test, Path checkpoint, PrintWriter stdout) throws IOException {
        var fresh = new LeNet();
        Safetensors.load(fresh, checkpoint);
        var loaded = Evaluation.of(fresh, test);
        if (!loaded.isSame(trained))
            throw new ArithmeticException("%s in a fresh network gives another test accuracy: %s instead of %s"
                    .formatted(checkpoint, loaded.score().accuracy(), trained.score().accuracy()));
        print(
                stdout,
                "Test accuracy %.2f %%; of a fresh network with %s loaded, %.2f %%: the same",
                100 * trained.score().accuracy(),
                CHECKPOINT,
                100 * loaded.score().accuracy());
    }

    private static void print(PrintWriter stdout, String format, Object... values) {
        stdout.println(String.format(Locale.ROOT, format, values));
        stdout.flush();
    }
}
