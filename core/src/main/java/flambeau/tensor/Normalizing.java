package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Softmax and its logarithm. */
abstract sealed class Normalizing extends Factoring permits Changing {
    Normalizing() {}

    /**
     * {@code exp(x) / sum exp(x)} along a dimension.
     *
     * @param args dtype to which the input is converted first (none)
     */
    @SafeVarargs
    public final Tensor softmax(int along, Arg<? super Takes.Softmax>... args) {
        return softmax("softmax", false, along, given(args, Dtype.class));
    }

    /**
     * {@code log(exp(x) / sum exp(x))} along a dimension, without overflow.
     *
     * @param args dtype to which the input is converted first (none)
     */
    @SafeVarargs
    public final Tensor logSoftmax(int along, Arg<? super Takes.Softmax>... args) {
        return softmax("logSoftmax", true, along, given(args, Dtype.class));
    }

    private Tensor softmax(String op, boolean log, int along, @Nullable Dtype dtype) {
        var x = dtype == null ? self() : self().to(dtype.value());
        int d = x.shape().dim(op, along);
        Check.that(
                x.dtype().isFloatingPoint() || x.count() == 0, "%s: the dtype must be floating, got %s", op, x.dtype());
        var y = new Tensor(Array.empty(x.raw().layout().fresh(), x.dtype()));
        if (y.count() > 0) Kernels.softmax(log, rows(x.array(), d), rows(y.raw(), d));
        return Op.of(log ? "LogSoftmax" : "Softmax", y)
                .wrt(x, dy -> softmaxGradient(log, d, dy, y))
                .result();
    }

    /** With dimension {@code d} as the last, along which kernels work. */
    private static Array rows(Array x, int d) {
        int last = x.shape().rank() - 1;
        if (d == last) return x;
        if (last < 0) return x.as(x.layout().insert(0));
        var order = IntStream.rangeClosed(0, last)
                .map(i -> i == d ? last : i == last ? d : i)
                .toArray();
        return x.as(x.layout().permute(order));
    }

    private static Tensor softmaxGradient(boolean log, int d, Tensor dy, Tensor y) {
        if (GradMode.isEnabled()) { // to be differentiated in turn
            if (log) return dy.sub(y.exp().mul(dy.sum(dim(d), keepdim(true))));
            return y.mul(dy.sub(dy.mul(y).sum(dim(d), keepdim(true))));
        }
        var dx = Array.empty(y.raw().layout().fresh(), y.dtype());
        if (dx.count() > 0) Kernels.softmaxBackward(log, rows(dy.array(), d), rows(y.array(), d), rows(dx, d));
        return new Tensor(dx);
    }
}
