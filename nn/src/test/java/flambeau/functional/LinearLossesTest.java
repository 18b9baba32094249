package flambeau.functional;

import static flambeau.args.Args.batchChunkSize;
import static flambeau.args.Args.chunkingMethod;
import static flambeau.args.Args.ignoreIndex;
import static flambeau.args.Args.linearBias;
import static flambeau.args.Args.options;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.functional.F.linearCrossEntropy;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.pattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.ChunkingMethod;
import flambeau.args.LinearCrossEntropyOptions;
import flambeau.args.Reduction;
import flambeau.tensor.Autograd;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearLossesTest {
    private final Tensor x = pattern(11, 5, 3), w = pattern(13, 4, 3), b = pattern(5, 4), target = labels();
    private final Tensor shares = pattern(7, 4).abs().add(0.5);
    private final LinearCrossEntropyOptions twos = new LinearCrossEntropyOptions(batchChunkSize(2));

    private static Tensor labels() {
        return Tensors.tensor(1L, 0, 3, 2, 1);
    }

    @Test
    void chunksGiveTheSame() {
        for (var reduction : List.of(Reduction.NONE, Reduction.SUM, Reduction.MEAN)) {
            var whole = linearCrossEntropy(
                    x, w, target, linearBias(b), weight(shares), ignoreIndex(2), reduction(reduction));
            var parts = linearCrossEntropy(
                    x, w, target, linearBias(b), weight(shares), ignoreIndex(2), reduction(reduction), options(twos));
            assertTrue(whole.allclose(parts), reduction.name());
        }
    }

    @Test
    void gradientsOfChunks() {
        assertGradients(
                in -> linearCrossEntropy(
                        in.get(0), in.get(1), target, linearBias(in.get(2)), ignoreIndex(3), options(twos)),
                x,
                w,
                b);
    }

    @Test
    void secondGradientsOfChunks() {
        assertTrue(Autograd.gradgradcheck(
                in -> List.of(linearCrossEntropy(in.get(0), in.get(1), target, options(twos))),
                List.of(x.clone().requiresGrad_(), w.clone().requiresGrad_())));
    }

    @Test
    void chunksOfTheInputsSize() {
        assertEquals(64, ChunkingMethod.aspectRatio(1).rows(1000, 64, 1000));
        assertEquals(16, ChunkingMethod.aspectRatio(4).rows(1000, 64, 1000));
        assertEquals(3, new LinearCrossEntropyOptions().rows(3, 64, 2) + 1);
        var both = new LinearCrossEntropyOptions(batchChunkSize(7), chunkingMethod(ChunkingMethod.aspectRatio(1)));
        assertThrows(IllegalArgumentException.class, () -> both.rows(1000, 64, 1000));
    }
}
