package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.Counting;
import org.jspecify.annotations.Nullable;

/** Places and counts: a loop over the elements. */
final class ReferenceCounting implements Counting {
    @Override
    public boolean search(Array sorted, @Nullable Array sorter, Array values, boolean right, Array index) {
        Elements sequence = Elements.of(sorted), in = Elements.of(values), out = Elements.of(index);
        var order = sorter == null ? null : Elements.of(sorter);
        int n = sorted.shape().get(-1);
        long each = sorted.shape().rank() == 1 ? in.count : values.shape().get(-1);
        for (long i = 0; i < in.count; i++) {
            long row = i / each * n, low = 0, high = n;
            while (low < high) {
                long middle = (low + high) >>> 1, at = row + (order == null ? middle : order.getLong(row + middle));
                if (isBehind(sequence, at, in, i, right)) high = middle;
                else low = middle + 1;
            }
            out.setLong(i, low);
        }
        return true;
    }

    private static boolean isBehind(Elements sequence, long at, Elements values, long i, boolean right) {
        if (!sequence.isFloating()) {
            long a = sequence.getLong(at), v = values.getLong(i);
            return right ? a > v : a >= v;
        }
        double a = sequence.getDouble(at), v = values.getDouble(i);
        return right ? a > v : a >= v;
    }

    @Override
    public boolean bincount(Array x, @Nullable Array weights, Array y) {
        Elements in = Elements.of(x), out = Elements.of(y);
        var weight = weights == null ? null : Elements.of(weights);
        for (long i = 0; i < in.count; i++) {
            long bin = in.getLong(i);
            if (weight == null) out.setLong(bin, out.getLong(bin) + 1);
            else out.setDouble(bin, out.getDouble(bin) + weight.getDouble(i));
        }
        return true;
    }

    @Override
    public boolean histogram(Array x, double low, double high, Array y) {
        Elements in = Elements.of(x), out = Elements.of(y);
        for (long i = 0; i < in.count; i++) {
            double v = in.getDouble(i);
            if (!(v >= low && v <= high)) continue;
            long bin = Math.min((long) ((v - low) * out.count / (high - low)), out.count - 1);
            out.setDouble(bin, out.getDouble(bin) + 1);
        }
        return true;
    }
}
