package flambeau.examples;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.shuffle;
import static flambeau.tensor.Tensors.noGrad;

import flambeau.data.DataLoader;
import flambeau.nn.CrossEntropyLoss;
import flambeau.optim.Adam;
import flambeau.tensor.Tensor;
import flambeau.vision.datasets.MNIST;
import java.io.PrintStream;
import java.util.Locale;

/** Trains a LeNet on digits, and tests it after each epoch. */
final class Training {
    /**
     * How to train.
     *
     * @param epochs how often each image is used
     * @param batchSize images a step
     * @param lr the learning rate of the first epoch; it falls by the same amount each epoch, so that the last ones settle
     */
    record Plan(int epochs, int batchSize, double lr) {
        double lr(int epoch) {
            return lr * (epochs - epoch + 1) / epochs;
        }
    }

    private static final int TEST_BATCH = 500;
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

    LeNet net() {
        return net;
    }

    History history() {
        return history;
    }

    /**
     * Trains, and shows how.
     *
     * @throws ArithmeticException if the loss becomes infinite or NaN
     */
    void run(PrintStream out, Terminal terminal) {
        var optimizer = new Adam(net.parameters(), lr(plan.lr));
        var loader = new DataLoader<>(digits, batchSize(plan.batchSize), shuffle(true));
        for (int epoch = 1; epoch <= plan.epochs; epoch++) {
            int width = Integer.toString(plan.epochs).length();
            var label = String.format(Locale.ROOT, "Epoch %" + width + "d/%d", epoch, plan.epochs);
            var progress = new Progress(out, terminal, label, digits.size());
            optimizer.groups().getFirst().lr(plan.lr(epoch));
            var trained = epoch(epoch, loader, optimizer, progress);
            var tested = test(net, test).score();
            history.add(new History.Epoch(epoch, trained, tested));
            progress.done(String.format(
                    Locale.ROOT,
                    "loss %.5f  accuracy %.2f %%  test accuracy %.2f %%  %.1f s",
                    trained.loss(),
                    100 * trained.accuracy(),
                    100 * tested.accuracy(),
                    progress.seconds()));
        }
    }

    private Score epoch(int epoch, DataLoader<flambeau.data.Sample> loader, Adam optimizer, Progress progress) {
        var sofar = new Score();
        var moment = new Score();
        net.train();
        for (var batch : loader) {
            optimizer.zeroGrad();
            var scores = net.apply(batch.x());
            var loss = criterion.apply(scores, batch.y());
            loss.backward();
            optimizer.step();

            var step = Score.of(loss, scores, batch.y());
            if (!Double.isFinite(step.loss()))
                throw new ArithmeticException("the loss became %s in epoch %d: try a smaller --lr than %s"
                        .formatted(step.loss(), epoch, plan.lr));
            sofar = sofar.plus(step);
            moment = moment.plus(step);
            progress.update(sofar.images(), sofar.loss(), sofar.accuracy());
            if (moment.images() * MOMENTS_PER_EPOCH >= digits.size() || sofar.images() == digits.size()) {
                history.add(new History.Moment(epoch - 1 + (double) sofar.images() / digits.size(), moment.loss()));
                moment = new Score();
            }
        }
        return sofar;
    }
}
