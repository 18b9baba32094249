package flambeau.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.kernel.tile.TileProvider;
import flambeau.kernel.vector.VectorProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What vectors decline is for tiles, as it is in a program. */
final class VectorPoolingTest extends PoolingContract {
    private final Pooling vector = VectorProvider.eager().pooling();
    private final Pooling tile = new TileProvider().pooling();

    @Override
    protected Pooling kernel() {
        return new Pooling() {
            @Override
            public boolean max(Array x, Array y, @Nullable Array index, Window window) {
                return vector.max(x, y, index, window) || tile.max(x, y, index, window);
            }

            @Override
            public boolean maxBackward(Array dy, Array index, Array dx, Window window) {
                return tile.maxBackward(dy, index, dx, window);
            }

            @Override
            public boolean maxOver(Array x, Array y, Array index, Spans[] spans) {
                return tile.maxOver(x, y, index, spans);
            }

            @Override
            public boolean average(Array x, Array y, Spans[] spans) {
                return tile.average(x, y, spans);
            }

            @Override
            public boolean averageBackward(Array dy, Array dx, Spans[] spans) {
                return tile.averageBackward(dy, dx, spans);
            }
        };
    }

    @Test
    void aWindowOfNothingButPaddingIsLeftToOthers() {
        var window = new Window(new int[] {2, 2}, new int[] {1, 1}, new int[] {3, 0}, new int[] {3, 1});
        var x = Samples.zeros(Layout.channelsLast(Shape.of(1, 64, 2, 2)), DType.FLOAT32);
        var y = Samples.zeros(Layout.channelsLast(Shape.of(1, 64, 5, 1)), DType.FLOAT32);
        assertFalse(vector.max(x, y, null, window)); // the third window sees rows -1 and 2 of 2
    }

    @Test
    void manyChannelsThatLieTogetherAreTaken() {
        var window = new Window(new int[] {3, 3}, new int[] {2, 2}, new int[] {1, 1}, new int[] {1, 1});
        Shape in = Shape.of(1, 64, 8, 8), out = Shape.of(1, 64, 4, 4);
        var x = Samples.zeros(Layout.channelsLast(in), DType.FLOAT32);
        var y = Samples.zeros(Layout.channelsLast(out), DType.FLOAT32);
        var place = Samples.zeros(Layout.channelsLast(out), DType.INT32);
        assertTrue(vector.max(x, y, place, window));
        assertTrue(vector.max(x, y, null, window));
        assertFalse(vector.max(Samples.zeros(Layout.contiguous(in), DType.FLOAT32), y, null, window));
    }
}
