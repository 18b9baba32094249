package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Kernels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of sequences that lie one step after the other, the longest sequence first: step t has as many rows as sequences
 * reach it. Steps are numbered as they are taken, from the last to the first if reversed.
 */
final class Steps {
    private final int[] sizes;
    private final int[] starts;
    private final boolean reverse;
    private final int first; // sequence
    final int rows;

    Steps(int[] sizes, boolean reverse) {
        this.sizes = sizes;
        this.reverse = reverse;
        first = 0;
        starts = new int[sizes.length];
        int at = 0;
        for (int t = 0; t < sizes.length; t++) {
            starts[t] = at;
            at = Math.addExact(at, sizes[t]);
        }
        rows = at;
    }

    private Steps(Steps all, int low, int high) {
        reverse = all.reverse;
        first = low;
        sizes = new int[all.count()];
        starts = new int[all.count()];
        int sum = 0;
        for (int t = 0; t < sizes.length; t++) {
            sizes[t] = Math.clamp(all.sizes[t] - low, 0, high - low);
            starts[t] = all.starts[t] + low;
            sum += sizes[t];
        }
        rows = sum;
    }

    /** The steps of the sequences from {@code low} to {@code high}. */
    Steps part(int low, int high) {
        return new Steps(this, low, high);
    }

    /** The rows of these sequences in {@code x}, which has one for each of all sequences. */
    Array own(Array x) {
        return x.shape().get(0) == sequences() ? x : slice(x, first, sequences());
    }

    int count() {
        return sizes.length;
    }

    /** The number of sequences. */
    int sequences() {
        return sizes[0];
    }

    private int time(int k) {
        return reverse ? sizes.length - 1 - k : k;
    }

    /** The sequences that take step k. */
    int size(int k) {
        return sizes[time(k)];
    }

    /** The sequences that take step k and go on. */
    private int next(int k) {
        return k + 1 < sizes.length ? Math.min(size(k + 1), size(k)) : 0;
    }

    /** The rows of step k. */
    Array rows(Array x, int k) {
        return slice(x, starts[time(k)], size(k));
    }

    private static Array slice(Array x, int start, int length) {
        return x.as(x.layout().slice(0, start, length, 1));
    }

    /** The first {@code n} rows. */
    static Array top(Array x, int n) {
        return x.shape().get(0) == n ? x : slice(x, 0, n);
    }

    /** The states from which step k starts: those after the step before, and {@code first} of sequences that begin here. */
    Array before(Array states, Array first, int k) {
        int n = size(k);
        if (k == 0) return top(first, n);
        int m = size(k - 1);
        var last = rows(states, k - 1);
        if (m >= n) return top(last, n);
        var joined = Array.empty(Layout.contiguous(Shape.of(n, first.shape().get(1))), first.dtype());
        Kernels.copy(last, top(joined, m));
        Kernels.copy(slice(first, m, n - m), slice(joined, m, n - m));
        return joined;
    }

    /** The states from which all steps start, one below the other in the order of {@code states}. */
    Array allBefore(Array states, Array first) {
        var all = Array.empty(states.shape(), states.dtype());
        for (int k = 0; k < count(); k++) Kernels.copy(before(states, first, k), rows(all, k));
        return all;
    }

    /** The states of the sequences for which step k is the last, into the rows of these sequences. */
    void finish(Array states, Array last, int k) {
        int from = next(k), n = size(k) - from;
        if (n > 0) Kernels.copy(slice(rows(states, k), from, n), slice(last, from, n));
    }

    /** The rows of step k, recorded. */
    Tensor rows(Tensor x, int k) {
        return x.narrow(0, starts[time(k)], size(k));
    }

    /** Like {@link #before(Array, Array, int)}, recorded. */
    Tensor before(Tensor last, Tensor first, int k) {
        int n = size(k), m = k == 0 ? 0 : size(k - 1);
        if (m == 0) return first.narrow(0, 0, n);
        return m >= n ? last.narrow(0, 0, n) : Tensors.cat(List.of(last, first.narrow(0, m, n - m)), 0);
    }

    /** The states of the sequences for which step k is the last; null if there are none. */
    @Nullable
    Tensor finished(Tensor state, int k) {
        int from = next(k), n = size(k) - from;
        return n == 0 ? null : state.narrow(0, from, n);
    }

    boolean isReverse() {
        return reverse;
    }
}
