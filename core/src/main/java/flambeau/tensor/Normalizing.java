package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;
import static flambeau.args.Args.dim;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** Softmax and its logarithm. */
abstract sealed class Normalizing extends Products permits InPlace {
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
        int d = x.shape().dim(op, along), last = x.dim() - 1;
        Check.that(x.dtype().isFloatingPoint(), "%s: the dtype must be floating, got %s", op, x.dtype());
        if (x.dim() == 0) return softmaxOfRows(log, x.unsqueeze(0)).squeeze(0);
        return d == last ? softmaxOfRows(log, x) : softmaxOfRows(log, x.transpose(d, last)).transpose(d, last);
    }

    private static Tensor softmaxOfRows(boolean log, Tensor x) {
        var out = Array.empty(x.shape(), x.dtype());
        if (out.count() > 0) Kernels.softmax(log, x.array(), out);
        var y = new Tensor(out);
        return Op.of(log ? "LogSoftmax" : "Softmax", y)
                .wrt(x, dy -> softmaxGradient(log, dy, y))
                .result();
    }

    private static Tensor softmaxGradient(boolean log, Tensor dy, Tensor y) {
        if (GradMode.isEnabled()) { // to be differentiated in turn
            if (log) return dy.sub(y.exp().mul(dy.sum(dim(-1), keepdim(true))));
            return y.mul(dy.sub(dy.mul(y).sum(dim(-1), keepdim(true))));
        }
        var dx = Array.empty(y.shape(), y.dtype());
        if (dx.count() > 0) Kernels.softmaxBackward(log, dy.array(), y.array(), dx);
        return new Tensor(dx);
    }
}
