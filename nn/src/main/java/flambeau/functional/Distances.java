package flambeau.functional;

import static flambeau.args.Args.computeMode;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;
import static flambeau.args.Args.p;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.ComputeMode;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;

/** How near vectors are to each other. */
abstract sealed class Distances extends Shuffling permits RegressionLosses {
    Distances() {}

    /**
     * {@code x1 x2 / (max(|x1|, eps) max(|x2|, eps))} along a dimension.
     *
     * @param x1 any shape
     * @param x2 a shape that broadcasts with it
     * @param args dim (1), eps (1e-8)
     * @return the common shape without the dimension
     * @throws IllegalArgumentException if neither is floating, or shapes do not agree
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    @SafeVarargs
    public static Tensor cosineSimilarity(Tensor x1, Tensor x2, Arg<? super Takes.CosineSimilarity>... args) {
        double least = given(args, eps(1e-8)).value();
        var dtype = DType.promote(x1.dtype(), x2.dtype());
        if (!dtype.isFloatingPoint())
            throw Refusal.of("cosineSimilarity: one of both must be floating, got %s and %s", x1.dtype(), x2.dtype());
        var shape = Shape.broadcast("cosineSimilarity", x1.shape(), x2.shape());
        int d = shape.dim("cosineSimilarity", given(args, dim(1)).dims()[0]);
        return direction(x1.to(dtype).expand(shape), d, least)
                .mul(direction(x2.to(dtype).expand(shape), d, least))
                .sum(d);
    }

    private static Tensor direction(Tensor x, int d, double least) {
        var length = x.norm(2, dim(d), keepdim(true));
        var value = length.detach();
        return x.div(length.add(value.clampMin(least).sub(value))); // the bound passes gradients on, as in PyTorch
    }

    /**
     * The norm of order p of {@code x1 - x2 + eps} along the last dimension.
     *
     * @param x1 [.., d]
     * @param x2 a shape that broadcasts with it
     * @param args p (2), eps (1e-6), keepdim (false)
     * @return the common shape without the last dimension, with keepdim with size 1 there
     * @throws IllegalArgumentException if shapes do not agree
     */
    @SafeVarargs
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2, Arg<? super Takes.PairwiseDistance>... args) {
        var difference = x1.sub(x2).add(given(args, eps(1e-6)).value());
        return Op.named("Norm", 1, difference.norm(given(args, p(2)).value(), dim(-1), given(args, keepdim(false))));
    }

    /**
     * The norms of order p of the differences between all pairs of rows, the pairs (0, 1), (0, 2), .. (1, 2), ..
     *
     * @param x [n, d], floating
     * @param args p (2)
     * @return [n (n - 1) / 2]
     * @throws IllegalArgumentException if the input is no matrix, not floating, or p is negative
     */
    @SafeVarargs
    public static Tensor pdist(Tensor x, Arg<? super Takes.Pdist>... args) {
        double p = given(args, p(2)).value();
        if (x.dim() != 2)
            throw Refusal.of(
                    "pdist: the input must be [n, d], got %s", x.shape().text());
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("pdist: the dtype must be floating, got %s", x.dtype());
        if (!(p >= 0)) throw Refusal.of("pdist: p must not be negative, got %s", p);
        int n = x.size(0);
        if (n < 2) return x.reshape(-1).narrow(0, 0, 0);
        var all = x.cdist(x, Args.p(p), computeMode(ComputeMode.DONOT_USE_MM_FOR_EUCLID_DIST));
        var pairs = new long[Math.multiplyExact(n, n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) pairs[count++] = (long) i * n + j;
        return Op.named("Pdist", all.reshape(-1).indexSelect(0, Tensors.tensor(pairs)));
    }
}
