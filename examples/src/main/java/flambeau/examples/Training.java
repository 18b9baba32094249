package flambeau.examples;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.shuffle;

import flambeau.data.DataLoader;
import flambeau.data.Sample;
import flambeau.nn.CrossEntropyLoss;
import flambeau.optim.Adam;
import flambeau.vision.datasets.MNIST;
import java.io.PrintWriter;
import java.util.Locale;

/** Trains a LeNet on digits, and tests it after each epoch. */
final class Training {
    /**
     * How to train.
     *
     * @param epochs how often each image is used
     * @param batchSize images a step
     * @param lr the learning rate of the first epoch; it falls by the same amount each epoch, so that the network settles
     */
    record Plan(int epochs, int batchSize, double lr) {
        double lr(int epoch) {
            return lr * (epochs - epoch + 1) / epochs;
        }
    }

    /** The loss is no number any more. The message says what to do. */
    static final class Diverged extends RuntimeException {
        private static final long serialVersionUID = 1;

        Diverged(String message) {
            super(message);
        }
    }

    private static final int MOMENTS_PER_EPOCH = 20;

    private final LeNet net = new LeNet();
    private final CrossEntropyLoss criterion = new CrossEntropyLoss();
    private final History history = new History();
    private final MNIST digits;
    private final MNIST test;
    private final Plan plan;

    Training(MNIST digits, MNIST test, Plan plan) {
        this.digits = digits;
        this.test = test;
        this.plan = plan;
    }

    /** How many numbers are learnt. */
    long parameters() {
        return net.parameters().stream().mapToLong(p -> p.numel()).sum();
    }

    LeNet net() {
        return net;
    }

    History history() {
        return history;
    }

    /**
     * Trains, and shows how.
     *
     * @throws Diverged if the loss becomes infinite or NaN
     */
    void run(PrintWriter out, Terminal terminal) {
        var optimizer = new Adam(net.parameters(), lr(plan.lr));
        var loader = new DataLoader<>(digits, batchSize(plan.batchSize), shuffle(true));
        for (int epoch = 1; epoch <= plan.epochs; epoch++) {
            var progress = new Progress(out, terminal, label(epoch), digits.size());
            optimizer.groups().getFirst().lr(plan.lr(epoch));
            var training = epoch(epoch, loader, optimizer, progress);
            var tested = Evaluation.of(net, test).score();
            history.add(new History.Epoch(epoch, training, tested));
            progress.done(String.format(
                    Locale.ROOT,
                    "loss %.5f  accuracy %.2f %%  test accuracy %.2f %%  %.1f s",
                    training.loss(),
                    100 * training.accuracy(),
                    100 * tested.accuracy(),
                    progress.seconds()));
        }
    }

    private String label(int epoch) {
        int width = Integer.toString(plan.epochs).length();
        return String.format(Locale.ROOT, "Epoch %" + width + "d/%d", epoch, plan.epochs);
    }

    private Score epoch(int epoch, DataLoader<Sample> loader, Adam optimizer, Progress progress) {
        Score whole = Score.NONE, moment = Score.NONE;
        net.train();
        for (var batch : loader) {
            optimizer.zeroGrad();
            var scores = net.apply(batch.x());
            var loss = criterion.apply(scores, batch.y());
            loss.backward();
            optimizer.step();

            var step = Score.of(loss, scores, batch.y());
            if (!Double.isFinite(step.loss()))
                throw new Diverged("the loss became %s in epoch %d, a learning rate below %s may help"
                        .formatted(step.loss(), epoch, plan.lr));
            whole = whole.plus(step);
            moment = moment.plus(step);
            progress.update(whole);
            if (moment.images() * MOMENTS_PER_EPOCH < digits.size() && whole.images() < digits.size()) continue;
            history.add(new History.Moment(epoch - 1 + (double) whole.images() / digits.size(), moment.loss()));
            moment = Score.NONE;
        }
        return whole;
    }
}
