package flambeau.functional;

import static flambeau.args.Args.dilation;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.channelShuffle;
import static flambeau.functional.F.conv2d;
import static flambeau.functional.F.fold;
import static flambeau.functional.F.pixelShuffle;
import static flambeau.functional.F.pixelUnshuffle;
import static flambeau.functional.F.unfold;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Tensors;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void convolutionIsAProductWithColumns() {
        var x = pattern(11, 2, 3, 6, 5);
        var w = pattern(13, 4, 3, 3, 2);
        var columns = unfold(x, kernel(3, 2), padding(1), stride(2, 1));
        var y = w.reshape(4, -1).matmul(columns).reshape(2, 4, 3, 6);
        assertTrue(y.allclose(conv2d(x, w, padding(1), stride(2, 1))));
    }

    @Test
    void foldCountsWindows() {
        var ones = Tensors.ones(1, 4, 4).toDouble();
        assertValues(fold(ones, 3, 2), sizes(1, 1, 3, 3), 1, 2, 1, 2, 4, 2, 1, 2, 1);
    }

    @Test
    void gradients() {
        assertGradients(x -> unfold(x.getFirst(), 2, dilation(2), padding(1)), pattern(11, 1, 2, 4, 5));
        assertGradients(x -> fold(x.getFirst(), new int[] {4, 5}, kernel(2), stride(2, 1)), pattern(11, 1, 8, 8));
        assertGradients(x -> pixelShuffle(x.getFirst(), 2), pattern(11, 1, 8, 2, 3));
        assertGradients(x -> pixelUnshuffle(x.getFirst(), 2), pattern(11, 1, 2, 4, 6));
        assertGradients(x -> channelShuffle(x.getFirst(), 3), pattern(11, 1, 6, 2, 3));
    }

    @Test
    void shufflesUndoEachOther() {
        var x = pattern(19, 2, 3, 4, 6);
        assertTrue(pixelShuffle(pixelUnshuffle(x, 2), 2).torchEquals(x));
        assertTrue(channelShuffle(channelShuffle(pattern(7, 1, 6, 2), 2), 3).torchEquals(pattern(7, 1, 6, 2)));
    }
}
