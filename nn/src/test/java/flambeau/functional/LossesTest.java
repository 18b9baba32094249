package flambeau.functional;

import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.ignoreIndex;
import static flambeau.args.Args.labelSmoothing;
import static flambeau.args.Args.numClasses;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.args.Reduction.NONE;
import static flambeau.args.Reduction.SUM;
import static flambeau.functional.F.crossEntropy;
import static flambeau.functional.F.logSoftmax;
import static flambeau.functional.F.mseLoss;
import static flambeau.functional.F.nllLoss;
import static flambeau.functional.F.oneHot;
import static flambeau.functional.F.softmax;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Expected numbers: PyTorch 2.13. */
class LossesTest {
    private static final int[] SCALAR = {};

    private final Tensor scores = pattern(11, 3, 4), labels = tensor(1L, 3L, 0L);
    private final Tensor weights = tensor(1.0, 2.0, 0.5, 0.25).toDouble();
    private final Tensor probabilities = softmax(pattern(13, 3, 4), 1);

    @Test
    void crossEntropyOfClassIndices() {
        assertValues(crossEntropy(scores, labels), SCALAR, 1.0140638220147091);
        assertValues(
                crossEntropy(scores, labels, weight(weights), reduction(NONE)),
                sizes(3),
                1.033999450858306,
                0.2687647617454628,
                1.450132693633123);
    }

    @Test
    void labelSmoothingSpreadsTheTarget() {
        assertValues(crossEntropy(scores, labels, weight(weights), labelSmoothing(0.1)), SCALAR, 0.9005769740168736);
    }

    @Test
    void ignoredTargetsDoNotCount() {
        assertValues(
                crossEntropy(scores, labels, weight(weights), ignoreIndex(3), labelSmoothing(0.2)),
                SCALAR,
                0.8593393480557733);
        assertValues(crossEntropy(scores, labels, ignoreIndex(3), reduction(SUM)), SCALAR, 1.9671324190622759);
        assertValues(crossEntropy(scores, labels, ignoreIndex(3), labelSmoothing(0.3)), SCALAR, 1.1804412095311378);
        var none = full(shape(3), -100);
        assertTrue(Double.isNaN(crossEntropy(scores, none).item().doubleValue()));
    }

    @Test
    void crossEntropyOfProbabilities() {
        assertValues(crossEntropy(scores, probabilities), SCALAR, 1.5719490669374059);
        assertValues(
                crossEntropy(scores, probabilities, weight(weights), labelSmoothing(0.1)), SCALAR, 1.6081715395432326);
        assertValues(
                crossEntropy(scores, probabilities, reduction(NONE)),
                sizes(3),
                1.6715565204288505,
                1.8333648386082366,
                1.2109258417751305);
    }

    @Test
    void crossEntropyOfOneSampleAndOfImages() {
        assertValues(crossEntropy(scores.get(0), tensor(2L)), SCALAR, 1.516999725429153);
        var images = pattern(11, 2, 3, 2);
        var classes = tensor(new long[][] {{0, 2}, {1, -100}});
        assertValues(crossEntropy(images, classes), SCALAR, 1.6359677838378073);
        assertValues(
                crossEntropy(images, classes, reduction(NONE)),
                sizes(2, 2),
                2.02797574385531,
                1.6019518638028019,
                1.2779757438553099,
                0.0);
    }

    @Test
    void nllLossTakesLogProbabilities() {
        assertValues(nllLoss(logSoftmax(scores, 1), labels, weight(weights)), SCALAR, 0.8470452019190435);
    }

    @Test
    void lossesOfAnEmptyBatchAreNaN() {
        assertTrue(
                Double.isNaN(crossEntropy(zeros(0, 3), zeros(0).toLong()).item().doubleValue()));
        assertTrue(Double.isNaN(mseLoss(zeros(0), zeros(0)).item().doubleValue()));
    }

    @Test
    void mseLossIsTheMeanOfTheSquares() {
        Tensor a = pattern(11, 2, 3), b = pattern(13, 2, 3);
        assertValues(mseLoss(a, b), SCALAR, 1.4166666666666667);
        assertValues(mseLoss(a, b, reduction(SUM)), SCALAR, 8.5);
        assertEquals(
                shape(2, 3),
                mseLoss(a, b.get(0), broadcast(true), reduction(NONE)).shape());
    }

    @Test
    void oneHotCountsTheClasses() {
        var y = oneHot(tensor(new long[][] {{0, 2}, {1, 0}}));
        assertEquals(DType.INT64, y.dtype());
        assertEquals(shape(2, 2, 3), y.shape());
        assertArrayEquals(new long[] {1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0}, y.toLongArray());
        assertEquals(shape(3, 7), oneHot(labels, numClasses(7)).shape());
    }

    @Test
    void gradients() {
        assertGradients(in -> crossEntropy(in.getFirst(), labels, weight(weights), labelSmoothing(0.1)), scores);
        assertGradients(in -> crossEntropy(in.getFirst(), labels, ignoreIndex(3), reduction(SUM)), scores);
        assertGradients(in -> crossEntropy(in.get(0), in.get(1), weight(weights)), scores, probabilities);
        assertGradients(in -> nllLoss(in.getFirst(), tensor(2L)), pattern(11, 3));
        assertGradients(in -> mseLoss(in.get(0), in.get(1), reduction(NONE)), scores, pattern(13, 3, 4));
    }
}
