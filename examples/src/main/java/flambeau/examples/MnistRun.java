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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@link MnistCommand}: reads the data, trains, writes the files, and loads what it has written.
 *
 * @param data the folder with the data; null for the packaged part
 * @param out the folder for the files
 * @param plan how to train
 * @param seed for what is told of the run: the generator has it already
 * @param stdout what is told
 */
record MnistRun(@Nullable Path data, Path out, Training.Plan plan, long seed, PrintWriter stdout) {
    private static final String CHECKPOINT = "mnist.safetensors", CHART = "loss.png", DIGITS = "predictions.png";

    /** Shifted and scaled by the mean and the standard deviation of MNIST's pixels. */
    private static final Function<BufferedImage, Tensor> TRANSFORM =
            new Compose<>(new ToTensor(), new Normalize(0.1307, 0.3081));

    /**
     * Does it all.
     *
     * @throws IOException if the data cannot be read, or a file not be written; then none is
     * @throws Training.Diverged if the loss becomes infinite or NaN; then no file is written
     */
    void run() throws IOException {
        long start = System.nanoTime();
        System.setProperty("java.awt.headless", "true"); // pictures are drawn, not shown
        boolean canDraw = Fonts.arePresent();
        var names = canDraw ? List.of(CHECKPOINT, CHART, DIGITS) : List.of(CHECKPOINT);
        try (var folder = new OutputFolder(out, names)) {
            var from = data == null ? PackagedMnist.folder() : data;
            var digits = new MNIST(from, train(true), transform(TRANSFORM));
            var test = new MNIST(from, train(false), transform(TRANSFORM));
            var training = new Training(digits, test, plan);
            describe(training, digits, test);
            training.run(stdout, Terminal.find());

            var trained = Evaluation.of(training.net(), test);
            folder.write(CHECKPOINT, file -> Safetensors.save(training.net(), file));
            if (canDraw) {
                folder.write(CHART, file -> ImageFiles.write(LossChart.draw(training.history()), file));
                folder.write(
                        DIGITS,
                        file -> ImageFiles.write(Predictions.of(trained, test).draw(), file));
            }
            folder.finish();
            print("Done in %.0f s. Written:", (System.nanoTime() - start) / 1e9);
            for (var name : names) print("  %s", folder.file(name));
            if (!canDraw)
                print("  (no %s and %s: this system has no fonts, its package fontconfig brings some)", CHART, DIGITS);
            compare(trained, test, folder.file(CHECKPOINT));
        }
    }

    private void describe(Training training, MNIST digits, MNIST test) {
        var from = data == null ? "the packaged part of MNIST" : data;
        print(
                "LeNet, %,d parameters; %,d training and %,d test digits (%s)",
                training.parameters(), digits.size(), test.size(), from);
        print(
                "Adam, learning rate %s falling; batches of %d; seed %d; %d threads",
                plan.lr(), plan.batchSize(), seed, Tensors.getNumThreads());
    }

    /** Shows that what was saved is what was trained. */
    private void compare(Evaluation trained, MNIST test, Path checkpoint) throws IOException {
        var fresh = new LeNet();
        Safetensors.load(fresh, checkpoint);
        var loaded = Evaluation.of(fresh, test);
        if (!loaded.isSame(trained))
            throw new IllegalStateException("%s in a fresh network gives %s instead of %s"
                    .formatted(checkpoint, loaded.score(), trained.score()));
        print(
                "Test accuracy %.2f %%; of a fresh network with %s loaded, %.2f %%: the same",
                100 * trained.score().accuracy(),
                CHECKPOINT,
                100 * loaded.score().accuracy());
    }

    private void print(String format, Object... values) {
        stdout.println(String.format(Locale.ROOT, format, values));
        stdout.flush();
    }
}
