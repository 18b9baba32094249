package flambeau.onednn;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.kernel.Gemm;
import flambeau.kernel.Kernels;
import flambeau.kernel.Parallel;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products of some rows at a time with one right factor. Fewer rows are computed as if there were as many. */
final class DnnlPrepared implements Gemm.Prepared {
    private final Array b;
    private final @Nullable Array bias;
    private final Matmul.Sizes sizes;
    private final long band; // columns
    private final List<RightFactor> bands;

    private DnnlPrepared(Array b, @Nullable Array bias, Matmul.Sizes sizes, long band, List<RightFactor> bands) {
        this.b = b;
        this.bias = bias;
        this.sizes = sizes;
        this.band = band;
        this.bands = bands;
    }

    /** With b cut into so many bands of columns, on which threads can work; null where oneDNN has nothing good. */
    static @Nullable DnnlPrepared of(Array b, @Nullable Array bias, Matmul.Sizes sizes, long count) {
        long band = Math.ceilDiv(sizes.n(), count), at = b.address(), biasAt = bias == null ? 0 : bias.address();
        var bands = new ArrayList<RightFactor>();
        for (long j = 0; j < sizes.n(); j += band) {
            var some = sizes.with(1, sizes.m(), Math.min(band, sizes.n() - j), sizes.k());
            var right = RightFactor.of(some, at + 4 * j * sizes.b().column(), bias == null ? 0 : biasAt + 4 * j);
            if (right == null) {
                bands.forEach(RightFactor::close);
                return null;
            }
            bands.add(right);
        }
        return new DnnlPrepared(b, bias, sizes, band, bands);
    }

    @Override
    public void times(Array a, Array y) {
        long n = a.shape().get(0), rows = sizes.m();
        if (!a.layout().isContiguous()) {
            Kernels.matmul(a, b, bias, y);
            return;
        }
        long from = a.address(), to = y.address(), done = 0;
        for (; done + rows <= n; done += rows) all(from + 4 * done * sizes.k(), to + 4 * done * sizes.n());
        if (done < n) some(n - done, from + 4 * done * sizes.k(), to + 4 * done * sizes.n());
        Reference.reachabilityFence(a);
        Reference.reachabilityFence(y);
        Reference.reachabilityFence(this);
    }

    private void all(long a, long y) {
        if (bands.size() == 1) bands.getFirst().times(a, y);
        else
            Parallel.forRange(bands.size(), 1, (low, high) -> {
                for (long i = low; i < high; i++) bands.get((int) i).times(a, y + 4 * i * band);
            });
    }

    private void some(long n, long a, long y) {
        long bytes = 4 * sizes.m() * sizes.k();
        var scratch = Scratch.borrow(bytes + 4 * sizes.m() * sizes.n());
        long from = scratch.address(), to = from + bytes;
        MemorySegment.copy(ALL, a, ALL, from, 4 * n * sizes.k());
        all(from, to);
        MemorySegment.copy(ALL, to, ALL, y, 4 * n * sizes.n());
        scratch.giveBack();
    }

    @Override
    public void close() {
        bands.forEach(RightFactor::close);
        Reference.reachabilityFence(b);
    }
}
