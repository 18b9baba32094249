package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;

import flambeau.args.Arg;
import flambeau.args.Aweights;
import flambeau.args.Correction;
import flambeau.args.Fweights;
import flambeau.args.Unbiased;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Variances, covariances, and the logarithm of a sum of exponentials. */
abstract sealed class Statistics extends Extremes permits Scans {
    Statistics() {}

    /**
     * The variance: the mean of the squared distances from the mean, divided by the count less the correction.
     *
     * @param args dim (all), keepdim (false), correction (1) or unbiased (true)
     */
    @SafeVarargs
    public final Tensor var(Arg<? super Takes.Var>... args) {
        return spreads("var", "Var", false, args).var();
    }

    /** The variance along one dimension, divided by the count less 1. */
    public Tensor var(int along) {
        return var(dim(along));
    }

    /**
     * The square root of the variance.
     *
     * @param args dim (all), keepdim (false), correction (1) or unbiased (true)
     */
    @SafeVarargs
    public final Tensor std(Arg<? super Takes.Var>... args) {
        return spreads("std", "Std", true, args).var();
    }

    /** The square root of the variance along one dimension. */
    public Tensor std(int along) {
        return std(dim(along));
    }

    /**
     * The variance and the mean.
     *
     * @param args dim (all), keepdim (false), correction (1) or unbiased (true)
     */
    @SafeVarargs
    public final VarMean varMean(Arg<? super Takes.Var>... args) {
        return spreads("varMean", "VarMean", false, args);
    }

    /**
     * The standard deviation and the mean.
     *
     * @param args dim (all), keepdim (false), correction (1) or unbiased (true)
     */
    @SafeVarargs
    public final StdMean stdMean(Arg<? super Takes.Var>... args) {
        var both = spreads("stdMean", "StdMean", true, args);
        return new StdMean(both.var(), both.mean());
    }

    private VarMean spreads(String op, String node, boolean root, Arg<?>[] args) {
        Draw.checkFloating(op, self().dtype());
        var reduced = Reduced.of(op, self(), args);
        double count = reduced.count(), n = Math.max(count - correction(op, args), 0);
        var x = self();
        var moments = moments(reduced);
        var variance = Compute.binary(
                flambeau.kernel.Binary.MUL,
                moments.var(),
                count / n,
                moments.var().dtype());
        var y = reduced.shaped((root ? variance.sqrt() : variance).plain(x.dtype()));
        var spread = Op.of(node, y)
                .wrt(x, dy -> {
                    var dv = root ? dy.div(y.mul(2)).where(y.ne(0), 0) : dy;
                    var centred = x.sub(x.mean(dim(reduced.dims()), keepdim(true)));
                    return reduced.keep(dv).mul(centred.mul(2 / n));
                })
                .result();
        var mean = Op.of(node, reduced.shaped(moments.mean().plain(x.dtype())))
                .wrt(x, dy -> reduced.spread(dy.div(count)))
                .result();
        return new VarMean(spread, mean);
    }

    private static double correction(String op, Arg<?>[] args) {
        var correction = given(args, Correction.class);
        var unbiased = given(args, Unbiased.class);
        Check.that(correction == null || unbiased == null, "%s: takes correction or unbiased, but not both", op);
        if (unbiased != null) return unbiased.value() ? 1 : 0;
        Number given = correction == null ? null : correction.value();
        return given == null ? 1 : given.doubleValue();
    }

    /** The variance (divided by the count) and the mean, contiguous. */
    private VarMean moments(Reduced reduced) {
        var x = self().unrecorded();
        if (x.dtype().bytes() == 2) x = x.plain(DType.FLOAT32);
        var shape = reduced.kept();
        if (x.count() == 0) {
            var nan = Tensors.filled(shape, Double.NaN, x.dtype());
            return new VarMean(nan, nan.clone());
        }
        int[] kept = reduced.dims(false), gone = reduced.dims();
        int rows = (int) reduced.count(), channels = (int) (x.count() / rows);
        boolean first = gone.length > 0 && kept.length > 0 && gone[gone.length - 1] < kept[0];
        if (!first && x.dim() > 0)
            x = x.permute(
                    IntStream.concat(IntStream.of(kept), IntStream.of(gone)).toArray());
        x = first ? x.reshape(rows, channels) : x.reshape(1, channels, rows);
        Array mean = Array.empty(shape, x.dtype()), variance = Array.empty(shape, x.dtype());
        var channel = flambeau.array.Layout.contiguous(flambeau.array.Shape.of(channels));
        Kernels.moments(x.array(), mean.as(channel), variance.as(channel));
        return new VarMean(new Tensor(variance), new Tensor(mean));
    }

    /**
     * {@code log(sum exp(x))} along some dimensions, without overflow.
     *
     * @param dims the dimensions; none for all
     * @param args keepdim (false)
     */
    @SafeVarargs
    public final Tensor logsumexp(int[] dims, Arg<? super Takes.Extreme>... args) {
        var keeps = given(args, keepdim(false));
        var reduced = Reduced.of("logsumexp", self(), keeps.value(), dims);
        var x = self().to(Promotion.floating(self().dtype()));
        var y = x.count() == 0
                ? Tensors.filled(reduced.kept(), Double.NEGATIVE_INFINITY, x.dtype())
                : logsumexp(x.unrecorded(), reduced);
        var result = reduced.shaped(y);
        return Op.of("Logsumexp", result)
                .wrt(x, dy -> reduced.keep(dy).mul(x.sub(reduced.keep(result)).exp()))
                .result();
    }

    private static Tensor logsumexp(Tensor x, Reduced reduced) {
        var max = x.amax(dim(reduced.dims()), keepdim(true));
        if (x.dim() == 0) max = x.clone();
        max = max.where(max.isfinite(), 0);
        return x.sub(max).exp().sum(dim(reduced.dims()), keepdim(true)).log().add(max);
    }

    /**
     * {@code log(sum exp(x))} along one dimension, without overflow.
     *
     * @param args keepdim (false)
     */
    @SafeVarargs
    public final Tensor logsumexp(int along, Arg<? super Takes.Extreme>... args) {
        return logsumexp(new int[] {along}, args);
    }

    /**
     * The covariance of variables (rows) over observations (columns).
     *
     * @param args correction (1), fweights (none): how often each observation was made, integers, aweights (none): the
     *     importance of each, floating
     */
    @SafeVarargs
    public final Tensor cov(Arg<? super SortingTakes.Cov>... args) {
        Check.that(self().dim() <= 2, "cov: takes at most 2 dimensions, got %s", self().shape());
        Check.that(self().dtype() != DType.BOOL, "cov: takes no bool tensor");
        var x = self().dim() < 2 ? self().reshape(1, -1) : self();
        int n = x.size(1);
        var fweights = given(args, Fweights.class);
        var aweights = given(args, Aweights.class);
        var f = fweights == null ? null : weights("fweights", false, n, (Tensor) fweights.value());
        var a = aweights == null ? null : weights("aweights", true, n, (Tensor) aweights.value());
        var w = f == null ? a : a == null ? f : f.mul(a);
        if (!x.dtype().isFloatingPoint()) x = x.to(Promotion.floating(w == null ? x.dtype() : w.dtype()));
        var given = given(args, Correction.class);
        Number byDefault = given == null ? null : given.value();
        double correction = byDefault == null ? 1 : byDefault.doubleValue();
        var total = w == null ? null : w.sum();
        Check.that(total == null || total.item().doubleValue() != 0, "cov: the weights sum to zero");
        var weighted = w == null ? x : x.mul(w);
        var sum = weighted.sum(dim(1), keepdim(true));
        var centred = x.sub(total == null ? sum.div(n) : sum.div(total));
        var c = centred.matmul((w == null ? centred : centred.mul(w)).t());
        if (total == null) return c.div(Math.max(n - correction, 0)).squeeze();
        var n1 = a == null || w == null || correction == 0
                ? total.sub(Tensors.whole(correction))
                : total.sub(w.mul(a).sum().div(total).mul(correction));
        return c.div(n1.clampMin(0)).squeeze();
    }

    private static @Nullable Tensor weights(String word, boolean floating, int n, @Nullable Tensor w) {
        if (w == null) return null;
        Check.that(w.dim() <= 1, "cov: %s must have at most one dimension, got %s", word, w.shape());
        Check.that(
                floating ? w.dtype().isFloatingPoint() : w.dtype().category() == DType.Category.INTEGER,
                "cov: %s must be %s, got %s",
                word,
                floating ? "floating" : "integers",
                w.dtype());
        Check.that(w.count() == n, "cov: %s must have one element an observation, got %d for %d", word, w.count(), n);
        Check.that(n == 0 || w.unrecorded().min().item().doubleValue() >= 0, "cov: %s must not be negative", word);
        return w;
    }

    /** The correlation of variables (rows) over observations (columns): {@code c[i, j] / sqrt(c[i, i] c[j, j])}. */
    public Tensor corrcoef() {
        Check.that(self().dim() <= 2, "corrcoef: takes at most 2 dimensions, got %s", self().shape());
        var c = cov();
        if (c.dim() == 0) return c.div(c);
        int n = c.size(0);
        var places = Tensors.tensor(
                IntStream.range(0, n).mapToLong(i -> (long) i * (n + 1)).toArray());
        var std = c.reshape(-1).indexSelect(0, places).sqrt();
        return c.div(std.reshape(-1, 1)).div(std.reshape(1, -1)).clamp(-1, 1);
    }
}
