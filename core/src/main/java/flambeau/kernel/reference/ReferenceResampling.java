package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.Taps;
import flambeau.kernel.Resampling;

/** Sums of the elements of lines: for each new element a loop over those that it is made of. */
final class ReferenceResampling implements Resampling {
    @Override
    public boolean resample(Array x, int dim, Taps taps, Array y) {
        Elements in = Elements.of(x), out = Elements.of(y);
        int n = taps.inputs(), m = taps.outputs();
        long inner = 1;
        for (int d = dim + 1; d < y.shape().rank(); d++) inner *= y.shape().get(d);
        for (long i = 0; i < out.count; i++) {
            long outer = i / inner / m, column = i % inner;
            int o = (int) (i / inner % m);
            double sum = 0;
            for (int k = taps.first()[o]; k < taps.first()[o + 1]; k++)
                sum += taps.weight()[k] * in.getDouble((outer * n + taps.place()[k]) * inner + column);
            out.setDouble(i, sum);
        }
        return true;
    }
}
