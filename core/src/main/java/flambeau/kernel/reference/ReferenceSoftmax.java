package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.Softmax;

/** Softmax: for each row its maximum, its sum, its results. */
final class ReferenceSoftmax implements Softmax {
    private static int length(Array x) {
        return x.shape().rank() == 0 ? 1 : x.shape().get(-1);
    }

    @Override
    public boolean softmax(boolean log, Array x, Array y) {
        var in = Elements.of(x);
        var out = Elements.of(y);
        int m = length(x);
        for (long row = 0; row < in.count; row += m) {
            double max = Double.NEGATIVE_INFINITY, sum = 0;
            for (long i = row; i < row + m; i++) max = Math.max(max, in.getDouble(i));
            for (long i = row; i < row + m; i++) sum += Math.exp(in.getDouble(i) - max);
            double logSum = Math.log(sum);
            for (long i = row; i < row + m; i++) {
                double x0 = in.getDouble(i) - max;
                out.setDouble(i, log ? x0 - logSum : Math.exp(x0) / sum);
            }
        }
        return true;
    }

    @Override
    public boolean backward(boolean log, Array dy, Array y, Array dx) {
        var grad = Elements.of(dy);
        var out = Elements.of(y);
        var in = Elements.of(dx);
        int m = length(y);
        for (long row = 0; row < out.count; row += m) {
            double sum = 0;
            for (long i = row; i < row + m; i++) sum += log ? grad.getDouble(i) : grad.getDouble(i) * out.getDouble(i);
            for (long i = row; i < row + m; i++) {
                double g = grad.getDouble(i), v = out.getDouble(i);
                in.setDouble(i, log ? g - Math.exp(v) * sum : v * (g - sum));
            }
        }
        return true;
    }
}
