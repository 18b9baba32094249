package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.p;
import static flambeau.args.Args.training;
import static flambeau.tensor.Tensors.empty;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RandomSource;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;

/** Dropout. */
abstract sealed class Dropping extends Normalization permits Recurrent {
    Dropping() {}

    /**
     * In training, each element becomes 0 with probability p, and the others are divided by {@code 1 - p}; otherwise x itself.
     *
     * <p>The mask is PyTorch's for the same seed: {@code bernoulli(1 - p)}, in row-major order. Source: Hinton et al.,
     * Improving neural networks by preventing co-adaptation of feature detectors.
     *
     * @param x any shape, floating
     * @param args p (0.5), training (true), inplace (false), generator (the default one)
     * @return x's shape
     * @throws IllegalArgumentException if p is not in [0, 1], or x is not floating
     */
    @SafeVarargs
    public static Tensor dropout(Tensor x, Arg<? super Takes.Dropout>... args) {
        double p = given(args, p(0.5)).value();
        if (!(p >= 0 && p <= 1)) throw Refusal.of("dropout: p must be in [0, 1], got %s", p);
        if (p == 0 || !given(args, training(true)).value() || x.numel() == 0) return x;
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("dropout: the dtype must be floating, got %s", x.dtype());
        boolean inplace = given(args, inplace(false)).value();
        if (p == 1) return inplace ? x.mul_(0) : x.mul(0);
        var source = given(args, RandomSource.class);
        var mask = empty(x.shape(), Args.dtype(x.dtype()))
                .bernoulli_(1 - p, Args.generator(source == null ? Generator.getDefault() : source))
                .div_(1 - p);
        return inplace ? x.mul_(mask) : x.mul(mask);
    }
}
