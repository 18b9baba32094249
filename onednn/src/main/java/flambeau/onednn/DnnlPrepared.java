package flambeau.onednn;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.kernel.Gemm;
import flambeau.kernel.Kernels;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** Products of some rows at a time with one right factor. Fewer rows are computed as if there were as many. */
final class DnnlPrepared implements Gemm.Prepared {
    private final Array b;
    private final @Nullable Array bias;
    private final Matmul.Sizes sizes;
    private final RightFactor right;

    DnnlPrepared(Array b, @Nullable Array bias, Matmul.Sizes sizes, RightFactor right) {
        this.b = b;
        this.bias = bias;
        this.sizes = sizes;
        this.right = right;
    }

    @Override
    public void times(Array a, Array y) {
        long n = a.shape().get(0), rows = sizes.m();
        if (!a.layout().isContiguous()) {
            Kernels.matmul(a, b, bias, y);
            return;
        }
        long from = a.address(), to = y.address(), done = 0;
        for (; done + rows <= n; done += rows) right.times(from + 4 * done * sizes.k(), to + 4 * done * sizes.n());
        if (done < n) some(n - done, from + 4 * done * sizes.k(), to + 4 * done * sizes.n());
        Reference.reachabilityFence(a);
        Reference.reachabilityFence(y);
        Reference.reachabilityFence(this);
    }

    private void some(long n, long a, long y) {
        long bytes = 4 * sizes.m() * sizes.k();
        var scratch = Scratch.borrow(bytes + 4 * sizes.m() * sizes.n());
        long from = scratch.address(), to = from + bytes;
        MemorySegment.copy(ALL, a, ALL, from, 4 * n * sizes.k());
        right.times(from, to);
        MemorySegment.copy(ALL, to, ALL, y, 4 * n * sizes.n());
        scratch.giveBack();
    }

    @Override
    public void close() {
        right.close();
        Reference.reachabilityFence(b);
    }
}
