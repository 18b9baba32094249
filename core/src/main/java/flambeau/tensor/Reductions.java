package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Reduce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums, means and products, over all dimensions or those that {@code dim} names. */
abstract sealed class Reductions extends Comparison permits Extremes {
    Reductions() {}

    /**
     * The sum; of integers and bools it is int64.
     *
     * @param args dim (all), keepdim (false), dtype (this tensor's), to which elements are converted first
     */
    @SafeVarargs
    public final Tensor sum(Arg<? super Takes.Sum>... args) {
        var dtype = Promotion.summed(self().dtype(), dtype(args));
        boolean whole = !self().dtype().isFloatingPoint() && dtype == DType.INT64; // folded in it anyway
        var x = whole ? self() : self().to(dtype);
        var reduced = Reduced.of("sum", self(), args);
        var y = Compute.reduce(Reduce.Op.SUM, x, reduced.marks(), 0, dtype);
        return Op.of("Sum", reduced.variant(), reduced.shaped(y))
                .wrt(x, reduced::spread)
                .result();
    }

    /** The sum along one dimension. */
    public Tensor sum(int along) {
        return sum(dim(along));
    }

    /**
     * The sum of those elements that are not NaN; of integers and bools it is int64.
     *
     * @param args dim (all), keepdim (false), dtype (this tensor's), to which elements are converted first
     */
    @SafeVarargs
    public final Tensor nansum(Arg<? super Takes.Sum>... args) {
        if (!self().dtype().isFloatingPoint()) return sum(args);
        var reduced = Reduced.of("nansum", self(), args);
        var dtype = dtype(args);
        var as = dtype == null ? self().dtype() : dtype;
        var y = Compute.reduce(Reduce.Op.SUM, self().unrecorded().plain(as), reduced.marks(), 0);
        if (!as.isFloatingPoint() || new Tensor(y).isnan().any().isTrue()) { // else there was none to leave out
            double infinity = Double.POSITIVE_INFINITY;
            var x = Curves.nanToNum(self().unrecorded(), 0, infinity, -infinity).plain(as);
            y = Compute.reduce(Reduce.Op.SUM, x, reduced.marks(), 0);
        }
        return Op.of("Nansum", reduced.shaped(y))
                .wrt(
                        self(),
                        dy -> reduced.spread(dy)
                                .to(self().dtype())
                                .mul(self().isnan().logicalNot()))
                .result();
    }

    /**
     * The mean of a floating tensor; of nothing it is NaN.
     *
     * @param args dim (all), keepdim (false), dtype (this tensor's), to which elements are converted first
     */
    @SafeVarargs
    public final Tensor mean(Arg<? super Takes.Sum>... args) {
        var dtype = dtype(args);
        var x = dtype == null ? self() : self().to(dtype);
        Check.that(
                x.dtype().isFloatingPoint(),
                "mean: the dtype must be floating, got %s; give dtype(FLOAT32)",
                x.dtype());
        var reduced = Reduced.of("mean", self(), args);
        double n = reduced.count();
        boolean narrow = x.dtype().bytes() == 2; // whose sum could overflow
        var sum = Compute.reduce(Reduce.Op.SUM, narrow ? x.plain(DType.FLOAT32) : x, reduced.marks(), 0);
        var mean = Compute.binary(Binary.DIV, sum, n, sum.dtype()).plain(x.dtype());
        return Op.of("Mean", reduced.variant(), reduced.shaped(mean))
                .wrt(x, dy -> reduced.spread(dy.div(n)))
                .result();
    }

    /** The mean along one dimension. */
    public Tensor mean(int along) {
        return mean(dim(along));
    }

    /**
     * The mean of those elements of a floating tensor that are not NaN.
     *
     * @param args dim (all), keepdim (false), dtype (this tensor's)
     */
    @SafeVarargs
    public final Tensor nanmean(Arg<? super Takes.Sum>... args) {
        Draw.checkFloating("nanmean", self().dtype());
        var reduced = Reduced.of("nanmean", self(), args);
        var present = self().unrecorded().isnan().logicalNot().to(DType.INT64);
        return nansum(args).div(reduced.shaped(Compute.reduce(Reduce.Op.SUM, present, reduced.marks(), 0)));
    }

    /**
     * How many elements are not 0, in int64.
     *
     * @param args dim (all)
     */
    @SafeVarargs
    public final Tensor countNonzero(Arg<? super Takes.Count>... args) {
        var reduced = Reduced.of("countNonzero", self(), args);
        var x = self().dtype() == DType.BOOL
                ? self().unrecorded()
                : self().unrecorded().ne(0);
        return reduced.shaped(Compute.reduce(Reduce.Op.SUM, x, reduced.marks(), 0, DType.INT64));
    }

    /** How many elements along one dimension are not 0, in int64. */
    public Tensor countNonzero(int along) {
        return countNonzero(dim(along));
    }

    /**
     * The product; of integers and bools it is int64.
     *
     * @param args dim (all; at most one), keepdim (false), dtype (this tensor's), to which elements are converted first
     */
    @SafeVarargs
    public final Tensor prod(Arg<? super Takes.Sum>... args) {
        int[] dims = given(args, dim()).dims();
        Check.that(dims.length <= 1, "prod: takes at most one dimension, got %d", dims.length);
        var reduced = Reduced.of("prod", self(), args);
        Check.that(dims.length == 1 || !given(args, keepdim(false)).value(), "prod: keepdim needs a dimension");
        var x = self().to(Promotion.summed(self().dtype(), dtype(args)));
        var y = reduced.shaped(Compute.reduce(Reduce.Op.PROD, x, reduced.marks(), 1));
        return Op.of("Prod", reduced.variant(), y)
                .wrt(x, dy -> productGradient(x, reduced, y, dy))
                .result();
    }

    /** The product along one dimension. */
    public Tensor prod(int along) {
        return prod(dim(along));
    }

    private static Tensor productGradient(Tensor x, Reduced reduced, Tensor y, Tensor dy) {
        if (x.dim() == 0) return dy.reshape();
        if (!x.unrecorded().eq(0).any().isTrue())
            return reduced.keep(dy).mul(reduced.keep(y).div(x));
        if (!reduced.isAll()) return reduced.keep(dy).mul(others(x, reduced.dims()[0]));
        return dy.mul(others(x.reshape(-1), 0).reshape(x.shape()));
    }

    /** For each element the product of all others along a dimension, without a division: halves of pairs, from the root down. */
    private static Tensor others(Tensor x, int d) {
        int n = x.size(d);
        if (n <= 1) return Tensors.onesLike(x);
        int half = n / 2;
        Tensor left = x.narrow(d, 0, half), right = x.narrow(d, half, half);
        var pairs = left.mul(right);
        if (n % 2 == 1) pairs = Tensors.cat(List.of(pairs, x.narrow(d, n - 1, 1)), d);
        var outside = others(pairs, d);
        var inner = outside.narrow(d, 0, half);
        var all = List.of(inner.mul(right), inner.mul(left));
        return n % 2 == 0
                ? Tensors.cat(all, d)
                : Tensors.cat(List.of(all.get(0), all.get(1), outside.narrow(d, half, 1)), d);
    }

    /**
     * Summed to a shape that broadcasts to this one.
     *
     * @param size its sizes
     */
    public Tensor sumToSize(int... size) {
        for (int n : size) Check.that(n >= 0, "sumToSize: a size must not be negative, got %d", n);
        var target = Shape.of(size);
        if (target.equals(self().shape())) return self();
        int missing = self().dim() - size.length;
        boolean fits = missing >= 0;
        for (int d = 0; fits && d < size.length; d++) fits = size[d] == 1 || size[d] == self().size(d + missing);
        Check.that(fits, "sumToSize: %s does not broadcast to %s", target, self().shape());
        return sumTo(target, "sumToSize");
    }

    /** Summed to {@code target}, which broadcasts to this shape: the gradient of broadcasting. */
    Tensor sumTo(Shape target, String by) {
        int missing = self().dim() - target.rank();
        Check.that(missing >= 0, "%s: gradient %s does not fit %s", by, self().shape(), target);
        int reducedCount = 0;
        var dims = new int[self().dim()];
        for (int d = 0; d < dims.length; d++) {
            int wanted = d < missing ? 1 : target.get(d - missing);
            if (d < missing || wanted == 1 && self().size(d) != 1) dims[reducedCount++] = d;
            Check.that(
                    wanted == self().size(d) || wanted == 1,
                    "%s: gradient %s does not fit %s",
                    by,
                    self().shape(),
                    target);
        }
        if (reducedCount == 0) return self().reshape(target);
        var summed = self().sum(dim(java.util.Arrays.copyOf(dims, reducedCount)), keepdim(true));
        return missing == 0 ? summed : summed.reshape(target);
    }

    static @Nullable DType dtype(Arg<?>[] args) {
        var dtype = given(args, Dtype.class);
        return dtype == null ? null : dtype.value();
    }
}
