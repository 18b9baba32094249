package flambeau.nn;

import static flambeau.args.Args.freeze;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.offsets;
import static flambeau.args.Args.paddingIdx;
import static flambeau.args.Args.perSampleWeights;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.BagMode;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    @Test
    void thePaddingRowIsZeroAtFirst() {
        var layer = new Embedding(4, 2, paddingIdx(-1));
        assertEquals(3, layer.paddingIdx.value());
        assertArrayEquals(new double[2], layer.weight.get(3).toDoubleArray());
    }

    @Test
    void pretrainedRowsAreFrozenUnlessAskedFor() {
        assertFalse(Embedding.fromPretrained(randn(3, 2)).weight.requiresGrad());
        assertTrue(Embedding.fromPretrained(randn(3, 2), freeze(false)).weight.requiresGrad());
        assertFalse(EmbeddingBag.fromPretrained(randn(3, 2), mode(BagMode.SUM))
                .weight
                .requiresGrad());
    }

    @Test
    void bagsTakeOffsetsAndFactors() {
        var bag = EmbeddingBag.fromPretrained(ones(5, 1), mode(BagMode.SUM));
        var x = arange(4);
        assertArrayEquals(new double[] {1, 3}, bag.apply(x, offsets(arange(2))).toDoubleArray());
        assertArrayEquals(
                new double[] {4},
                bag.apply(x.view(1, 4), perSampleWeights(ones(1, 4))).toDoubleArray());
        assertArrayEquals(new double[] {2, 2}, bag.apply(x.view(2, 2)).toDoubleArray());
    }

    @Test
    void refusals() {
        wrong(() -> new Embedding(-1, 2), ARGUMENT, "Embedding: sizes must not be negative, got -1 and 2")
                .assertRefused();
        wrong(() -> new Embedding(3, 2, paddingIdx(3)), ARGUMENT, "Embedding: paddingIdx must be in [-3, 3), got 3")
                .assertRefused();
        wrong(
                        () -> Embedding.fromPretrained(ones(3)),
                        ARGUMENT,
                        "Embedding.fromPretrained: embeddings must be [n, d], got [3]")
                .assertRefused();
        wrong(() -> new Bilinear(0, 2, 3), ARGUMENT, "Bilinear: in1Features must be at least 1, got 0")
                .assertRefused();
    }
}
