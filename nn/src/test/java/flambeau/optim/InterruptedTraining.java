package flambeau.optim;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.epochs;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.p;
import static flambeau.args.Args.shuffle;
import static flambeau.args.Args.stepsPerEpoch;
import static flambeau.functional.F.crossEntropy;
import static flambeau.tensor.Tensors.randint;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;

import flambeau.data.DataLoader;
import flambeau.data.Sample;
import flambeau.data.TensorDataset;
import flambeau.io.Checkpoint;
import flambeau.nn.BatchNorm1d;
import flambeau.nn.Dropout;
import flambeau.nn.Linear;
import flambeau.nn.ReLU;
import flambeau.nn.Sequential;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A training that writes a checkpoint after every step and prints its losses; made to be killed. */
final class InterruptedTraining {
    private static final int SAMPLES = 52; // the last batch of each epoch is smaller

    private final Path file;
    private final Sequential net;
    private final AdamW optimizer;
    private final OneCycleLR scheduler;
    private final DataLoader<Sample> loader;
    private long step;

    InterruptedTraining(Path file) throws IOException {
        this.file = file;
        var data = Generator.getDefault().manualSeed(3);
        var x = randn(SAMPLES, 6);
        var y = randint(0, 3, shape(SAMPLES));
        data.manualSeed(5);
        net = new Sequential(
                new Linear(6, 16), new BatchNorm1d(16), new ReLU(), new Dropout(p(0.3)), new Linear(16, 3));
        optimizer = new AdamW(net.parameters(), lr(1e-2));
        scheduler = new OneCycleLR(optimizer, 0.05, epochs(1000), stepsPerEpoch(7));
        loader = new DataLoader<>(new TensorDataset(x, y), batchSize(8), shuffle(true));
        if (!Files.exists(file)) return;
        var checkpoint = Checkpoint.load(file);
        net.loadStateDict(Checkpoint.part(checkpoint, "model"));
        optimizer.loadStateDict(Checkpoint.part(checkpoint, "optimizer"));
        scheduler.loadStateDict(Checkpoint.part(checkpoint, "scheduler"));
        loader.loadStateDict(Checkpoint.part(checkpoint, "loader"));
        var rest = (Map<?, ?>) checkpoint;
        Generator.getDefault().setState((Tensor) rest.get("generator"));
        step = (long) rest.get("step");
    }

    /** The number of steps that were taken. */
    long step() {
        return step;
    }

    void run(long until, Consumer<Integer> report) throws IOException {
        while (step < until)
            for (var batch : loader) {
                if (step >= until) return;
                optimizer.zeroGrad();
                var loss = crossEntropy(net.apply(batch.x()), batch.y());
                loss.backward();
                optimizer.step();
                scheduler.step();
                step++;
                save();
                report.accept(Float.floatToRawIntBits(loss.item().floatValue()));
            }
    }

    private void save() throws IOException {
        Checkpoint.save(
                Map.of(
                        "model", net.stateDict(),
                        "optimizer", optimizer.stateDict(),
                        "scheduler", scheduler.stateDict(),
                        "loader", loader.stateDict(),
                        "generator", Generator.getDefault().getState(),
                        "step", step),
                file);
    }

    /** The losses, as bits, of steps up to {@code until} from where {@code file} stands. */
    static List<Integer> losses(Path file, long until) throws IOException {
        var losses = new ArrayList<Integer>();
        new InterruptedTraining(file).run(until, losses::add);
        return losses;
    }

    /** Trains until it is killed. */
    public static void main(String[] args) throws IOException {
        new InterruptedTraining(Path.of(args[0])).run(7000, System.out::println);
    }
}
