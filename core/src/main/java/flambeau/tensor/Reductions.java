package flambeau.tensor;

import static flambeau.args.Args.correction;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import flambeau.kernel.Reduce;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sums, extremes and statistics, over all dimensions or those that {@code dim} names. */
abstract sealed class Reductions extends Comparison permits Sorting {
    private static final Arg<?>[] NONE = {};
    private static final int MOST_DIMENSIONS = 64;

    Reductions() {}

    /**
     * The sum; of integers and bools it is int64.
     *
     * @param args dim (all), keepdim (false), dtype (this tensor's)
     */
    @SafeVarargs
    public final Tensor sum(Arg<? super Takes.Sum>... args) {
        var x = self().to(Promotion.summed(self().dtype(), dtype(args)));
        var reduced = reduced("sum", args);
        var y = Compute.reduce(Reduce.Op.SUM, x, reduced, 0);
        return Op.of("Sum", variant(args), shaped(y, reduced, args))
                .wrt(self(), dy -> spread(dy, reduced))
                .result();
    }

    /** The sum along one dimension. */
    public Tensor sum(int along) {
        return sum(dim(along));
    }

    /**
     * The mean of a floating tensor; of nothing it is NaN.
     *
     * @param args dim (all), keepdim (false), dtype (this tensor's)
     */
    @SafeVarargs
    public final Tensor mean(Arg<? super Takes.Sum>... args) {
        var dtype = dtype(args);
        var x = dtype == null ? self() : self().to(dtype);
        Check.that(
                x.dtype().isFloatingPoint(),
                "mean: the dtype must be floating, got %s; give dtype(FLOAT32)",
                x.dtype());
        var reduced = reduced("mean", args);
        var y = Compute.reduce(Reduce.Op.SUM, x, reduced, 0);
        double n = counted(reduced);
        var mean = Compute.binary(flambeau.kernel.Binary.DIV, y, n, x.dtype());
        return Op.of("Mean", variant(args), shaped(mean, reduced, args))
                .wrt(self(), dy -> spread(dy.div(n), reduced))
                .result();
    }

    /** The mean along one dimension. */
    public Tensor mean(int along) {
        return mean(dim(along));
    }

    /**
     * The variance: the mean of the squared distances from the mean, divided by the count less the correction.
     *
     * @param args dim (all), keepdim (false), correction (1)
     */
    @SafeVarargs
    public final Tensor var(Arg<? super Takes.Var>... args) {
        var reduced = reduced("var", args);
        double n = Math.max(counted(reduced) - given(args, correction(1)).value(), 0);
        var y = shaped(variance("var", reduced, n), reduced, args);
        return Op.of("Var", y)
                .wrt(self(), dy -> varianceGradient(dy, reduced, n))
                .result();
    }

    /**
     * The square root of the variance.
     *
     * @param args dim (all), keepdim (false), correction (1)
     */
    @SafeVarargs
    public final Tensor std(Arg<? super Takes.Var>... args) {
        var reduced = reduced("std", args);
        double n = Math.max(counted(reduced) - given(args, correction(1)).value(), 0);
        var y = shaped(new Tensor(variance("std", reduced, n).sqrt().raw()), reduced, args);
        return Op.of("Std", y)
                .wrt(self(), dy -> varianceGradient(dy.div(y.mul(2)).where(y.ne(0), 0), reduced, n))
                .result();
    }

    private Tensor variance(String op, boolean[] reduced, double n) {
        Draw.checkFloating(op, self().dtype());
        return centred(self().unrecorded(), reduced)
                .square()
                .sum(dim(dims(reduced)), keepdim(true))
                .div(n);
    }

    private Tensor varianceGradient(Tensor dy, boolean[] reduced, double n) {
        return keep(dy, reduced).mul(centred(self(), reduced).mul(2 / n));
    }

    private static Tensor centred(Tensor x, boolean[] reduced) {
        return x.sub(x.mean(dim(dims(reduced)), keepdim(true)));
    }

    /**
     * The largest elements; NaN is above all. Equal elements share the gradient.
     *
     * @param args dim (all), keepdim (false)
     */
    @SafeVarargs
    public final Tensor amax(Arg<? super Takes.Reduction>... args) {
        return extreme("amax", "Amax", 0, Reduce.Op.MAX, args);
    }

    /**
     * The smallest elements; NaN is below all. Equal elements share the gradient.
     *
     * @param args dim (all), keepdim (false)
     */
    @SafeVarargs
    public final Tensor amin(Arg<? super Takes.Reduction>... args) {
        return extreme("amin", "Amin", 0, Reduce.Op.MIN, args);
    }

    private Tensor extreme(String op, String node, int variant, Reduce.Op kernel, Arg<?>[] args) {
        var reduced = reduced(op, args);
        boolean all = given(args, dim()).dims().length == 0;
        Check.that(!all || self().count() > 0, "%s: an empty tensor has no extreme", op);
        for (int d = 0; d < reduced.length; d++)
            Check.that(!reduced[d] || self().size(d) > 0, "%s: dimension %d is empty and has no extreme", op, d);
        var y = Compute.reduce(kernel, self(), reduced, 0);
        return Op.of(node, variant, shaped(y, reduced, args))
                .wrt(self(), dy -> {
                    boolean nan = y.count() == 1 && y.isnan().isTrue();
                    var winners = (nan ? self().isnan() : self().eq(y.unrecorded())).to(dy.dtype());
                    var share = winners.div(winners.sum(dim(dims(reduced)), keepdim(true)));
                    return keep(dy, reduced).mul(share);
                })
                .result();
    }

    /** The largest element; NaN is above all. */
    public Tensor max() {
        return extreme("max", "Max", 1, Reduce.Op.MAX, NONE);
    }

    /** The smallest element; NaN is below all. */
    public Tensor min() {
        return extreme("min", "Min", 1, Reduce.Op.MIN, NONE);
    }

    /**
     * The largest elements along a dimension, and where the first of each stands.
     *
     * @param args keepdim (false)
     */
    @SafeVarargs
    public final ValuesIndices max(int along, Arg<? super Takes.Extreme>... args) {
        return chosen(
                "max", "Max", Reduce.Op.MAX, along, given(args, keepdim(false)).value());
    }

    /**
     * The smallest elements along a dimension, and where the first of each stands.
     *
     * @param args keepdim (false)
     */
    @SafeVarargs
    public final ValuesIndices min(int along, Arg<? super Takes.Extreme>... args) {
        return chosen(
                "min", "Min", Reduce.Op.MIN, along, given(args, keepdim(false)).value());
    }

    private ValuesIndices chosen(String op, String node, Reduce.Op kernel, int along, boolean keep) {
        int d = self().shape().dim(op, along);
        boolean scalar = self().dim() == 0;
        var shape = self().shape();
        var index = place(op, kernel, along);
        var each = scalar ? index : index.unsqueeze(d);
        var y = self().unrecorded().gather(d, each);
        var values = Op.of(
                        node,
                        keep || scalar
                                ? y
                                : new Tensor(y.raw().as(y.raw().layout().select(d, 0))))
                .wrt(
                        self(),
                        dy -> Tensors.filled(shape, 0, dy.dtype())
                                .scatterAdd(d, each, keep || scalar ? dy : dy.unsqueeze(d)))
                .result();
        return new ValuesIndices(values, keep ? each : index);
    }

    /** Where the largest element stands, counted in rows. */
    public Tensor argmax() {
        Check.that(self().count() > 0, "argmax: an empty tensor has no extreme");
        return self().unrecorded().reshape(-1).argmax(0);
    }

    /** Where the smallest element stands, counted in rows. */
    public Tensor argmin() {
        Check.that(self().count() > 0, "argmin: an empty tensor has no extreme");
        return self().unrecorded().reshape(-1).argmin(0);
    }

    /** Where the first of the largest elements along a dimension stands (int64). */
    public Tensor argmax(int along) {
        Check.that(self().dtype() != DType.BOOL, "argmax: takes no bool tensor");
        return place("argmax", Reduce.Op.MAX, along);
    }

    /** Where the first of the smallest elements along a dimension stands (int64). */
    public Tensor argmin(int along) {
        Check.that(self().dtype() != DType.BOOL, "argmin: takes no bool tensor");
        return place("argmin", Reduce.Op.MIN, along);
    }

    private Tensor place(String name, Reduce.Op op, int along) {
        int d = self().shape().dim(name, along);
        if (self().dim() == 0) return Tensors.zeros(Shape.SCALAR, Args.dtype(DType.INT64));
        Check.that(self().size(d) > 0, "%s: dimension %d is empty and has no extreme", name, d);
        var order = IntStream.concat(IntStream.range(0, self().dim()).filter(i -> i != d), IntStream.of(d));
        var x = self().array().as(self().raw().layout().permute(order.toArray()));
        var y = Array.empty(self().shape().without(d), DType.INT64);
        if (y.count() > 0) Kernels.argReduce(op, x, y);
        return new Tensor(y);
    }

    /**
     * Whether one element is not 0.
     *
     * @param args dim (all), keepdim (false)
     */
    @SafeVarargs
    public final Tensor any(Arg<? super Takes.Reduction>... args) {
        var reduced = reduced("any", args);
        return truth(shaped(Compute.reduce(Reduce.Op.ANY, self().ne(0), reduced, 0), reduced, args));
    }

    /**
     * Whether no element is 0.
     *
     * @param args dim (all), keepdim (false)
     */
    @SafeVarargs
    public final Tensor all(Arg<? super Takes.Reduction>... args) {
        var reduced = reduced("all", args);
        return truth(shaped(Compute.reduce(Reduce.Op.ALL, self().ne(0), reduced, 1), reduced, args));
    }

    /** Of uint8 it is uint8, as in PyTorch. */
    private Tensor truth(Tensor y) {
        return self().dtype() == DType.UINT8 ? y.to(DType.UINT8) : y;
    }

    /** The product of all elements; of integers and bools it is int64. */
    public Tensor prod() {
        var reduced = reduced("prod", NONE);
        var x = self().to(Promotion.summed(self().dtype(), null));
        var y = shaped(Compute.reduce(Reduce.Op.PROD, x, reduced, 1), reduced, NONE);
        return Op.of("Prod", y)
                .wrt(self(), dy -> {
                    boolean divides = !self().eq(0).any().isTrue();
                    return dy.mul(
                            divides ? y.div(self()) : others(self().reshape(-1)).reshape(self().shape()));
                })
                .result();
    }

    /** For each element of a vector the product of all others, without a division: halves of pairs, from the root down. */
    private static Tensor others(Tensor x) {
        if (x.count() == 1) return Tensors.onesLike(x);
        boolean odd = x.count() % 2 == 1;
        var pairs = (odd ? Tensors.cat(List.of(x, Tensors.filled(Shape.of(1), 1, x.dtype())), 0) : x).reshape(-1, 2);
        Tensor left = pairs.select(1, 0), right = pairs.select(1, 1);
        var outside = others(left.mul(right));
        var all =
                Tensors.stack(List.of(outside.mul(right), outside.mul(left)), 1).reshape(-1);
        return odd ? all.narrow(0, 0, (int) x.count()) : all;
    }

    /** Summed to {@code target}, which broadcasts to this shape: the gradient of broadcasting. */
    Tensor sumTo(Shape target, String by) {
        int missing = self().dim() - target.rank();
        Check.that(missing >= 0, "%s: gradient %s does not fit %s", by, self().shape(), target);
        var reduced = new boolean[self().dim()];
        for (int d = 0; d < reduced.length; d++) {
            int wanted = d < missing ? 1 : target.get(d - missing);
            reduced[d] = d < missing || wanted == 1 && self().size(d) != 1;
            Check.that(
                    wanted == self().size(d) || wanted == 1,
                    "%s: gradient %s does not fit %s",
                    by,
                    self().shape(),
                    target);
        }
        int[] dims = dims(reduced);
        return (dims.length == 0 ? self() : self().sum(dim(dims), keepdim(true))).reshape(target);
    }

    private static @Nullable DType dtype(Arg<?>[] args) {
        var dtype = given(args, Dtype.class);
        return dtype == null ? null : dtype.value();
    }

    /** PyTorch numbers the reduction of all dimensions 0, that of some 1. */
    private static int variant(Arg<?>[] args) {
        return given(args, dim()).dims().length == 0 ? 0 : 1;
    }

    /** Which dimensions are reduced: those of the keyword dim, or all. */
    private boolean[] reduced(String op, Arg<?>[] args) {
        Check.that(
                self().dim() <= MOST_DIMENSIONS,
                "%s: takes at most %d dimensions, got %d",
                op,
                MOST_DIMENSIONS,
                self().dim());
        var reduced = new boolean[self().dim()];
        var dims = given(args, dim()).dims();
        if (dims.length == 0) java.util.Arrays.fill(reduced, true);
        for (int along : dims) {
            int d = self().shape().dim(op, along);
            if (reduced.length == 0) continue;
            Check.that(!reduced[d], "%s: dimension %d is named twice", op, d);
            reduced[d] = true;
        }
        return reduced;
    }

    private static int[] dims(boolean[] reduced) {
        return IntStream.range(0, reduced.length).filter(d -> reduced[d]).toArray();
    }

    private double counted(boolean[] reduced) {
        double n = 1;
        for (int d = 0; d < reduced.length; d++) if (reduced[d]) n *= self().size(d);
        return n;
    }

    /** {@code y}, in which reduced dimensions have size 1, without them unless keepdim. */
    private Tensor shaped(Tensor y, boolean[] reduced, Arg<?>[] args) {
        if (given(args, keepdim(false)).value()) return y;
        return new Tensor(y.raw().as(Layout.contiguous(without(reduced)))); // and no view of something that nobody sees
    }

    private Shape without(boolean[] reduced) {
        return Shape.of(IntStream.range(0, reduced.length)
                .filter(d -> !reduced[d])
                .map(self()::size)
                .toArray());
    }

    /** {@code dy} with the reduced dimensions back, of size 1. */
    private Tensor keep(Tensor dy, boolean[] reduced) {
        var shape = self().shape();
        for (int d = 0; d < reduced.length; d++) if (reduced[d]) shape = shape.with(d, 1);
        return dy.reshape(shape);
    }

    private Tensor spread(Tensor dy, boolean[] reduced) {
        return keep(dy, reduced).expand(self().shape());
    }
}
