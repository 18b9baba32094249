package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Layout;
import java.util.stream.IntStream;

/** Ways in which the same elements can lie in memory. */
enum Disguise {
    TRANSPOSED {
        @Override
        Tensor wear(Tensor x) {
            var reversed = IntStream.range(0, x.dim()).map(d -> x.dim() - 1 - d).toArray();
            return x.permute(reversed).contiguous().permute(reversed).detach();
        }
    },
    SLICED {
        @Override
        Tensor wear(Tensor x) {
            var larger = x.shape();
            for (int d = 0; d < x.dim(); d++) larger = larger.with(d, 2 * x.size(d) + 1);
            var layout = Layout.contiguous(larger);
            for (int d = 0; d < x.dim(); d++) layout = layout.slice(d, 1, x.size(d), 2);
            return moved(x, layout, larger.count());
        }
    },
    CHANNELS_LAST {
        @Override
        Tensor wear(Tensor x) {
            return x.dim() < 3 ? x : moved(x, Layout.channelsLast(x.shape()), x.numel());
        }
    };

    abstract Tensor wear(Tensor x);

    private static Tensor moved(Tensor x, Layout layout, long count) {
        var whole = Array.empty(flambeau.array.Shape.of((int) count), x.dtype());
        whole.zero();
        var y = new Tensor(whole.as(layout));
        return y.copy_(x);
    }
}
