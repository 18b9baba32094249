package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.interpolation;
import static flambeau.args.Args.keepdim;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Dim;
import flambeau.args.Interpolation;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import flambeau.kernel.Sort;
import java.util.List;
import java.util.stream.IntStream;

/** The elements at certain places of the order: medians, quantiles, modes. */
abstract sealed class Selecting extends Integrals permits Counts {
    Selecting() {}

    /**
     * The element at place {@code k} of the order along a dimension, the smallest being at 1.
     *
     * @param args dim (-1), keepdim (false)
     */
    @SafeVarargs
    public final ValuesIndices kthvalue(int k, Arg<? super Takes.Reduction>... args) {
        int d = along("kthvalue", given(args, dim(-1)));
        checkOrdered("kthvalue");
        int n = self().dim() == 0 ? 1 : self().size(d);
        Check.that(n > 0, "kthvalue: dimension %d is empty", d);
        Check.that(k >= 1 && k <= n, "kthvalue: k must be in [1, %d], got %d", n, k);
        boolean keep = given(args, keepdim(false)).value();
        return taken("Kthvalue", 0, d, ranked(Sort.Rank.KTH, k - 1, d), keep);
    }

    private void checkOrdered(String op) {
        Check.that(self().dtype() != DType.BOOL, "%s: takes no bool tensor", op);
    }

    /** Where the elements of a rank stand, in this shape without dimension d. */
    final Tensor ranked(Sort.Rank rank, long k, int d) {
        if (self().dim() == 0) return Tensors.zeros(self().shape(), Args.dtype(DType.INT64));
        var index = Array.empty(self().shape().with(d, 1), DType.INT64);
        if (index.count() > 0) Kernels.rank(rank, k, self().array(), d, index);
        return new Tensor(index.as(Layout.contiguous(self().shape().without(d))));
    }

    /** The median; the lower of two, NaN if there is one. Equal elements share the gradient. */
    public Tensor median() {
        return middle("median", "Median", Sort.Rank.MEDIAN);
    }

    /** The median of those elements that are not NaN; the lower of two. Equal elements share the gradient. */
    public Tensor nanmedian() {
        return middle("nanmedian", "Nanmedian", Sort.Rank.NANMEDIAN);
    }

    private Tensor middle(String op, String node, Sort.Rank rank) {
        checkOrdered(op);
        var x = self();
        Number ofNothing = x.dtype().isFloatingPoint() ? (Number) Double.NaN : (Number) Long.MIN_VALUE;
        var flat = x.unrecorded().reshape(-1);
        var y = x.count() == 0
                ? Tensors.filled(Shape.SCALAR, ofNothing, x.dtype())
                : flat.gather(0, flat.ranked(rank, 0, 0).reshape(1)).reshape();
        return Op.of(node, new Tensor(y.raw()))
                .wrt(x, dy -> {
                    var equal = (y.isnan().isTrue() ? x.isnan() : x.eq(y)).to(dy.dtype());
                    return dy.mul(equal.div(equal.sum()));
                })
                .result();
    }

    /**
     * The medians along a dimension, and where they stand; the lower of two, the first NaN if there is one.
     *
     * @param args keepdim (false)
     */
    @SafeVarargs
    public final ValuesIndices median(int along, Arg<? super Takes.Extreme>... args) {
        return middle("median", "Median", Sort.Rank.MEDIAN, along, args);
    }

    /**
     * The medians of those elements along a dimension that are not NaN, and where they stand; the lower of two.
     *
     * @param args keepdim (false)
     */
    @SafeVarargs
    public final ValuesIndices nanmedian(int along, Arg<? super Takes.Extreme>... args) {
        return middle("nanmedian", "Nanmedian", Sort.Rank.NANMEDIAN, along, args);
    }

    private ValuesIndices middle(String op, String node, Sort.Rank rank, int along, Arg<?>[] args) {
        int d = self().shape().dim(op, along);
        checkOrdered(op);
        Check.that(self().dim() == 0 || self().size(d) > 0, "%s: dimension %d is empty", op, d);
        return taken(node, 1, d, ranked(rank, 0, d), given(args, keepdim(false)).value());
    }

    /**
     * The elements that occur most often along a dimension, the smallest of several, and where the last of each stands.
     *
     * @param args dim (-1), keepdim (false)
     */
    @SafeVarargs
    public final ValuesIndices mode(Arg<? super Takes.Reduction>... args) {
        int d = along("mode", given(args, dim(-1)));
        boolean keep = given(args, keepdim(false)).value();
        if (self().dim() == 0) return taken("Mode", 0, d, ranked(Sort.Rank.KTH, 0, d), keep);
        int n = self().size(d);
        Check.that(n > 0, "mode: dimension %d is empty", d);
        var sorted = self().unrecorded().sort(dim(d));
        var values = sorted.values();
        var fresh = values.narrow(d, 1, n - 1).ne(values.narrow(d, 0, n - 1)).to(DType.INT64);
        var first = Tensors.zeros(values.shape().with(d, 1), Args.dtype(DType.INT64));
        var places = Tensors.arange(n)
                .reshape(IntStream.range(0, self().dim())
                        .map(i -> i == d ? n : 1)
                        .toArray());
        var begins = Tensors.cat(List.of(first, fresh.mul(places.narrow(d, 1, n - 1))), d)
                .cummax(d)
                .values();
        var best = places.sub(begins).argmax(d); // the run so far is longest where the first of the longest ends
        var index = sorted.indices().gather(d, best.unsqueeze(d));
        return taken("Mode", 0, d, new Tensor(index.raw().as(best.raw().layout())), keep);
    }

    /**
     * The quantile {@code q}, NaN where there is a NaN.
     *
     * @param q in [0, 1]
     * @param args dim (all), keepdim (false), interpolation (LINEAR)
     */
    @SafeVarargs
    public final Tensor quantile(double q, Arg<? super SortingTakes.Quantile>... args) {
        return quantile("quantile", false, q, args);
    }

    /**
     * The quantiles {@code q}, NaN where there is a NaN; they are the first dimension of the result, if q has one.
     *
     * @param q in [0, 1], of this dtype
     * @param args dim (all), keepdim (false), interpolation (LINEAR)
     */
    @SafeVarargs
    public final Tensor quantile(Tensor q, Arg<? super SortingTakes.Quantile>... args) {
        return quantile("quantile", false, q, args);
    }

    /**
     * The quantile {@code q} of those elements that are not NaN.
     *
     * @param q in [0, 1]
     * @param args dim (all), keepdim (false), interpolation (LINEAR)
     */
    @SafeVarargs
    public final Tensor nanquantile(double q, Arg<? super SortingTakes.Quantile>... args) {
        return quantile("nanquantile", true, q, args);
    }

    /**
     * The quantiles {@code q} of those elements that are not NaN; they are the first dimension of the result, if q has one.
     *
     * @param q in [0, 1], of this dtype
     * @param args dim (all), keepdim (false), interpolation (LINEAR)
     */
    @SafeVarargs
    public final Tensor nanquantile(Tensor q, Arg<? super SortingTakes.Quantile>... args) {
        return quantile("nanquantile", true, q, args);
    }

    private Tensor quantile(String op, boolean ignoresNan, double q, Arg<?>[] args) {
        Check.that(q >= 0 && q <= 1, "%s: q must be in [0, 1], got %s", op, q);
        return quantile(op, ignoresNan, new Tensor(Compute.scalar(q, self().dtype())), args);
    }

    private Tensor quantile(String op, boolean ignoresNan, Tensor q, Arg<?>[] args) {
        var dtype = self().dtype();
        Check.that(
                dtype == DType.FLOAT32 || dtype == DType.FLOAT64,
                "%s: the dtype must be float32 or float64, got %s",
                op,
                dtype);
        Check.that(q.dim() <= 1, "%s: q must have at most one dimension, got %s", op, q.shape());
        Check.that(q.dtype() == dtype, "%s: q must be %s, got %s", op, dtype, q.dtype());
        Check.that(self().count() > 0, "%s: an empty tensor has no quantile", op);
        Check.that(q.unrecorded().ge(0).logicalAnd(q.le(1)).all().isTrue(), "%s: q must be in [0, 1]", op);
        var named = given(args, Dim.class);
        boolean keep = given(args, keepdim(false)).value();
        int d = named == null ? 0 : along(op, named);
        boolean flat = named == null || self().dim() == 0;
        var x = flat ? self().reshape(-1) : self();
        var word = given(args, interpolation(Interpolation.LINEAR));
        var y = quantiles(x.sort(dim(d)).values().transpose(d, -1), q.reshape(-1), ignoresNan, word)
                .transpose(d, -1) // in x's shape with the quantiles along d
                .unsqueeze(-1)
                .transpose(d, -1); // with 1 along d, and the quantiles as the last dimension
        if (!keep || flat) y = y.squeeze(d);
        if (keep && flat) y = y.reshape(Shape.of(ones(q)));
        return (q.dim() == 0 ? y : y.unsqueeze(0).transpose(0, -1)).squeeze(4, new int[] {-1});
    }

    private int[] ones(Tensor q) {
        var sizes = new int[self().dim() + 1];
        java.util.Arrays.fill(sizes, 1);
        sizes[self().dim()] = (int) q.count();
        return sizes;
    }

    /** Of sorted lines, the last dimension. */
    private static Tensor quantiles(Tensor sorted, Tensor q, boolean ignoresNan, Interpolation word) {
        int n = sorted.size(-1);
        var values = sorted.unrecorded();
        Tensor ranks;
        if (ignoresNan) {
            var last = values.isnan().logicalNot().sum(dim(-1), keepdim(true)).sub(1);
            var some = q.mul(last);
            ranks = some.where(some.ge(0), 0);
        } else {
            var nan = values.narrow(-1, n - 1, 1).isnan();
            ranks = q.mul(n - 1).add(Tensors.filled(values.shape().with(sorted.dim() - 1, 1), 0, q.dtype()));
            ranks = ranks.where(nan.logicalNot(), n - 1);
        }
        var plain = ranks.unrecorded();
        var below = plain.floor().to(DType.INT64);
        var above = plain.ceil().to(DType.INT64);
        return switch (word) {
            case LOWER -> sorted.gather(-1, below);
            case HIGHER -> sorted.gather(-1, above);
            case NEAREST -> sorted.gather(-1, plain.round().to(DType.INT64));
            case MIDPOINT ->
                between(
                        sorted.gather(-1, below),
                        sorted.gather(-1, above),
                        plain.mul(0).add(0.5));
            case LINEAR -> between(sorted.gather(-1, below), sorted.gather(-1, above), ranks.sub(below.to(q.dtype())));
        };
    }

    /** {@code low + w (high - low)}, exact at both ends. */
    private static Tensor between(Tensor low, Tensor high, Tensor w) {
        var distance = high.sub(low);
        var fromLow = low.add(distance.mul(w));
        var fromHigh = high.sub(distance.mul(w.neg().add(1)));
        return fromLow.where(w.lt(0.5), fromHigh);
    }
}
