package flambeau.examples;

import static flambeau.args.Args.batchSize;
import static flambeau.functional.F.crossEntropy;
import static flambeau.tensor.Tensors.noGrad;

import flambeau.data.DataLoader;
import flambeau.vision.datasets.MNIST;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a network makes of digits.
 *
 * @param score how well it does
 * @param predicted what it takes each for
 */
record Evaluation(Score score, int[] predicted) {
    private static final int BATCH = 500;

    /** Whether the other network does the same with each digit. */
    boolean isSame(Evaluation other) {
        return score.equals(other.score) && Arrays.equals(predicted, other.predicted);
    }

    static Evaluation of(LeNet net, MNIST digits) {
        var score = Score.NONE;
        var predicted = IntStream.builder();
        net.eval();
        try (var _ = noGrad()) {
            for (var batch : new DataLoader<>(digits, batchSize(BATCH))) {
                var scores = net.apply(batch.x());
                score = score.plus(Score.of(crossEntropy(scores, batch.y()), scores, batch.y()));
                for (int digit : scores.argmax(1).toIntArray()) predicted.add(digit);
            }
        }
        return new Evaluation(score, predicted.build().toArray());
    }
}
