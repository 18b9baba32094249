package flambeau.functional;

import static flambeau.args.Args.ceilMode;
import static flambeau.args.Args.dilation;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.maxPool1d;
import static flambeau.functional.F.maxPool1dWithIndices;
import static flambeau.functional.F.maxPool2d;
import static flambeau.functional.F.maxPool2dWithIndices;
import static flambeau.functional.F.maxPool3d;
import static flambeau.functional.F.maxPool3dWithIndices;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Expected numbers: PyTorch 2.13. */
class PoolingTest {
    private final Tensor x = pattern(11, 1, 1, 5, 5);

    @Test
    void theStrideIsTheKernelAndCeilModeHangsOver() {
        assertValues(maxPool2d(x, 3, ceilMode(true)), sizes(1, 1, 2, 2), 1.25, 1.0, 1.0, 1.25);
        assertValues(maxPool2d(x, 3), sizes(1, 1, 1, 1), 1.25);
    }

    @Test
    void indicesTellThePlaceInThePlane() {
        var found = maxPool2dWithIndices(x, kernel(3, 2), stride(2, 1), padding(1));
        assertValues(
                found.values(),
                sizes(1, 1, 3, 6),
                0.0,
                1.25,
                1.25,
                0.75,
                1.0,
                1.0,
                1.0,
                1.0,
                1.25,
                1.25,
                0.75,
                -0.25,
                1.0,
                1.0,
                0.5,
                1.25,
                1.25,
                0.25);
        assertEquals(DType.INT64, found.indices().dtype());
        assertArrayEquals(
                new long[] {5, 1, 1, 7, 4, 4, 15, 15, 12, 12, 18, 19, 15, 15, 21, 23, 23, 24},
                found.indices().toLongArray());
    }

    @Test
    void dilationSpreadsTheWindow() {
        var found = maxPool2dWithIndices(x, 2, dilation(2), stride(2));
        assertValues(found.values(), sizes(1, 1, 2, 2), 1.25, 1.25, 1.25, 1.25);
        assertArrayEquals(new long[] {12, 12, 12, 12}, found.indices().toLongArray());
    }

    @Test
    void oneSpaceAxisAndNoBatch() {
        var found = maxPool1dWithIndices(pattern(11, 2, 7), 3, stride(2));
        assertValues(found.values(), sizes(2, 3), 1.25, 1.0, 1.0, 0.75, 0.5, 1.25);
        assertArrayEquals(new long[] {1, 4, 4, 0, 3, 5}, found.indices().toLongArray());
    }

    @Test
    void threeSpaceAxes() {
        var found = maxPool3dWithIndices(pattern(11, 1, 2, 4, 4), 2);
        assertValues(found.values(), sizes(1, 1, 2, 2), 1.25, 1.25, 1.25, 1.0);
        assertArrayEquals(new long[] {1, 23, 12, 15}, found.indices().toLongArray());
    }

    @Test
    void anEmptyBatchGivesAnEmptyBatch() {
        assertEquals("[0, 1, 2, 2]", maxPool2d(x.narrow(0, 0, 0), 2).shape().text());
    }

    @Test
    void viewsAreRead() {
        var turned = pattern(11, 1, 1, 4, 6).transpose(2, 3);
        assertTrue(maxPool2d(turned, 2).torchEquals(maxPool2d(turned.contiguous(), 2)));
    }

    @Test
    void gradients() {
        assertGradients(in -> maxPool2d(in.getFirst(), 2, stride(1), padding(1)), pattern(29, 1, 2, 3, 4));
        assertGradients(in -> maxPool1d(in.getFirst(), 2), pattern(29, 2, 6));
        assertGradients(in -> maxPool3d(in.getFirst(), kernel(1, 2, 2)), pattern(29, 1, 2, 2, 4));
    }
}
