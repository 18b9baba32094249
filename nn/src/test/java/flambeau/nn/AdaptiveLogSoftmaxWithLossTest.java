package flambeau.nn;

import static flambeau.args.Args.atol;
import static flambeau.args.Args.divValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import org.junit.jupiter.api.Test;

class AdaptiveLogSoftmaxWithLossTest {
    private final AdaptiveLogSoftmaxWithLoss softmax;
    private final Tensor x;
    private final Tensor target = Tensors.tensor(0L, 9, 4, 2, 6);

    AdaptiveLogSoftmaxWithLossTest() {
        Tensors.manualSeed(3);
        softmax = new AdaptiveLogSoftmaxWithLoss(8, 10, new int[] {3, 6}, divValue(2));
        x = Tensors.randn(5, 8).mul(3);
    }

    @Test
    void probabilitiesOfAllClassesSumToOne() {
        assertTrue(softmax.logProb(x).exp().sum(1).allclose(Tensors.ones(5), atol(1e-5)));
    }

    @Test
    void outputsAreThoseOfTheTargets() {
        var result = softmax.apply(x, target);
        var all = softmax.logProb(x).gather(1, target.unsqueeze(1)).squeeze(1);
        assertTrue(result.output().allclose(all, atol(1e-5)));
        assertTrue(result.loss().allclose(all.mean().neg(), atol(1e-5)));
        assertEquals(
                0, softmax.apply(x.select(0, 1), target.select(0, 1)).output().dim());
    }

    @Test
    void predictionsAreTheMostLikelyOfWhereTheHeadLeads() {
        var best = softmax.predict(x);
        var all = softmax.logProb(x).argmax(1);
        var head = softmax.head.apply(x).argmax(1);
        assertTrue(best.torchEquals(head.where(head.lt(3), all)));
    }

    @Test
    void allUsedClustersLearn() {
        softmax.apply(x, target).loss().backward();
        softmax.namedParameters().forEach((name, p) -> assertNotNull(p.grad(), name));
    }

    @Test
    void wrongCalls() {
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveLogSoftmaxWithLoss(8, 10, new int[] {6, 3}));
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveLogSoftmaxWithLoss(8, 10, new int[] {10}));
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveLogSoftmaxWithLoss(8, 10, new int[] {}));
        assertThrows(IndexOutOfBoundsException.class, () -> softmax.apply(x, target.add(1)));
        assertThrows(IllegalArgumentException.class, () -> softmax.apply(x, target.narrow(0, 0, 2)));
    }
}
