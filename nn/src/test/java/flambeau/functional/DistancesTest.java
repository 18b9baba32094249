package flambeau.functional;

import static flambeau.args.Args.broadcast;
import static flambeau.args.Args.margin;
import static flambeau.args.Args.p;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.swap;
import static flambeau.args.Reduction.NONE;
import static flambeau.functional.F.cosineSimilarity;
import static flambeau.functional.F.pairwiseDistance;
import static flambeau.functional.F.pdist;
import static flambeau.functional.F.tripletMarginLoss;
import static flambeau.functional.F.tripletMarginWithDistanceLoss;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.array.Shape;
import flambeau.tensor.Tensors;
import org.junit.jupiter.api.Test;

class DistancesTest {
    @Test
    void gradients() {
        var a = pattern(11, 3, 4);
        var b = pattern(13, 3, 4).add(0.05);
        var c = pattern(7, 3, 4).add(0.11);
        assertGradients(x -> cosineSimilarity(x.getFirst(), x.getLast()), a, b);
        assertGradients(x -> pairwiseDistance(x.getFirst(), x.getLast(), p(3)), a, b);
        assertGradients(x -> pdist(x.getFirst(), p(1.5)), b);
        assertGradients(x -> tripletMarginLoss(x.get(0), x.get(1), x.get(2), margin(2), swap(true)), a, b, c);
    }

    @Test
    void pairsOfRows() {
        var x = Tensors.tensor(0.0, 0, 3, 4, 0, 8).toDouble().reshape(3, 2);
        assertValues(pdist(x), sizes(3), 5, 8, 5);
        assertEquals(Shape.of(0), pdist(x.narrow(0, 0, 1)).shape());
    }

    @Test
    void zeroHasNoDirection() {
        assertValues(cosineSimilarity(pattern(5, 1, 3).mul(0), pattern(5, 1, 3)), sizes(1), 0);
    }

    @Test
    void tripletsTakeAnyDistance() {
        var a = pattern(5, 2, 3);
        var loss = tripletMarginWithDistanceLoss(
                a, a.add(1), a.sub(2), (x, y) -> x.sub(y).abs().sum(-1), margin(4), reduction(NONE));
        assertValues(loss, sizes(2), 1, 1);
    }

    @Test
    void tripletsOfOtherShapesMustBeMeant() {
        var a = pattern(5, 2, 3);
        var one = pattern(5, 1, 3);
        assertThrows(IllegalArgumentException.class, () -> tripletMarginLoss(a, one, a));
        assertEquals(
                Shape.of(2),
                tripletMarginLoss(a, one, a, broadcast(true), reduction(NONE)).shape());
    }
}
