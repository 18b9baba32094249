package flambeau.examples;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.shuffle;
import static flambeau.args.Args.train;
import static flambeau.functional.F.crossEntropy;
import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.noGrad;
import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.array.DType;
import flambeau.data.DataLoader;
import flambeau.data.TensorDataset;
import flambeau.optim.SGD;
import flambeau.tensor.Tensor;
import flambeau.vision.datasets.MNIST;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The LeNet's training follows PyTorch's, which tools/record_lenet.py has recorded, from the seed alone. */
class RecordedTrainingTest {
    private static final int EPOCHS = 5, BATCH_SIZE = 32;
    private static final double LR = 0.005;

    @Test
    void lossesAndAccuraciesArePyTorchs() throws IOException {
        var recorded = recorded(); // two accuracies, then losses
        manualSeed(0);
        var net = new LeNet();
        var optimizer = new SGD(net.parameters(), lr(LR), momentum(0.9));
        var digits = digits(true);
        var loader = new DataLoader<>(digits, batchSize(BATCH_SIZE), shuffle(true));
        int next = 2;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            optimizer.groups().getFirst().lr(LR * (EPOCHS - epoch) / EPOCHS);
            for (var batch : loader) {
                optimizer.zeroGrad();
                var loss = crossEntropy(net.apply(batch.x()), batch.y());
                loss.backward();
                optimizer.step();
                if (next == recorded.length) continue;
                double expected = recorded[next++];
                assertEquals(expected, loss.item().doubleValue(), 1e-4 * expected, "loss of step " + (next - 3));
            }
        }
        assertEquals(recorded[0], accuracy(net, digits), 0.003, "accuracy on the training images");
        assertEquals(recorded[1], accuracy(net, digits(false)), 0.003, "accuracy on the test images");
    }

    private static double[] recorded() throws IOException {
        try (var in = Objects.requireNonNull(RecordedTrainingTest.class.getResourceAsStream("lenet.txt"))) {
            var words = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ");
            return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
        }
    }

    /** Images [n, 1, 28, 28] and labels [n]. */
    private static TensorDataset digits(boolean training) throws IOException {
        var digits = new MNIST(PackagedMnist.folder(), train(training));
        var x = digits.data()
                .unsqueeze(1)
                .to(DType.FLOAT32)
                .div(255)
                .sub(0.1307)
                .div(0.3081);
        return new TensorDataset(x, digits.targets());
    }

    private static double accuracy(LeNet net, TensorDataset digits) {
        Tensor x = digits.tensors().get(0), labels = digits.tensors().get(1);
        try (var _ = noGrad()) {
            var right = net.apply(x).argmax(1).eq(labels);
            return right.to(DType.FLOAT64).mean().item().doubleValue();
        }
    }
}
