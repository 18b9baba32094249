package flambeau.tensor;

import flambeau.args.Arg;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import flambeau.kernel.Scan;
import java.util.List;

/** Running sums, products and extremes along one dimension. */
abstract sealed class Scans extends Statistics permits Integrals {
    Scans() {}

    /**
     * The sum of all elements up to each along a dimension; of integers and bools it is int64.
     *
     * @param args dtype (this tensor's), to which elements are converted first
     */
    @SafeVarargs
    public final Tensor cumsum(int along, Arg<? super Takes.Scan>... args) {
        int d = self().shape().dim("cumsum", along);
        return runningSum(self().to(Promotion.summed(self().dtype(), dtype(args))), d, false);
    }

    private static Tensor runningSum(Tensor x, int d, boolean reverse) {
        return Op.of("Cumsum", scan(Scan.Op.SUM, reverse, x, d))
                .wrt(x, dy -> runningSum(dy, d, !reverse))
                .result();
    }

    /**
     * The product of all elements up to each along a dimension; of integers and bools it is int64.
     *
     * @param args dtype (this tensor's), to which elements are converted first
     */
    @SafeVarargs
    public final Tensor cumprod(int along, Arg<? super Takes.Scan>... args) {
        int d = self().shape().dim("cumprod", along);
        var x = self().to(Promotion.summed(self().dtype(), dtype(args)));
        var y = scan(Scan.Op.PROD, false, x, d);
        // dx[i] = y[i - 1] s[i] where s[i] = dy[i] + x[i + 1] s[i + 1]: no division, so zeros are like other numbers
        return Op.of("Cumprod", y)
                .wrt(x, dy -> recurrence(dy, shifted(x, d, false, 0), d, true).mul(shifted(y, d, true, 1)))
                .result();
    }

    /** {@code log(sum exp(x))} of all elements up to each along a dimension, without overflow. */
    public Tensor logcumsumexp(int along) {
        Draw.checkFloating("logcumsumexp", self().dtype());
        int d = self().shape().dim("logcumsumexp", along);
        var x = self();
        var y = scan(Scan.Op.LOGSUMEXP, false, x, d);
        // dx[i] = exp(x[i] - y[i]) s[i] where s[i] = dy[i] + exp(y[i] - y[i + 1]) s[i + 1]: y grows, so nothing
        // overflows
        return Op.of("Logcumsumexp", y)
                .wrt(x, dy -> {
                    var ratio = y.sub(shifted(y, d, false, Double.POSITIVE_INFINITY))
                            .exp();
                    return recurrence(dy, ratio, d, true).mul(x.sub(y).exp());
                })
                .result();
    }

    /** The linear recurrence {@code y[i] = a[i] + b[i] y[i - 1]} along a dimension; reversed, y[i] follows from y[i + 1]. */
    private static Tensor recurrence(Tensor a, Tensor b, int d, boolean reverse) {
        var y = new Tensor(Array.empty(a.shape(), a.dtype()));
        if (y.count() > 0) Kernels.recurrence(reverse, lined(a.array()), lined(b.array()), d, lined(y.raw()));
        return Op.of("Recurrence", y)
                .wrt(a, dy -> suffixes(dy, b, d, reverse))
                .wrt(b, dy -> suffixes(dy, b, d, reverse).mul(shifted(y, d, !reverse, 0)))
                .result();
    }

    /** The gradient of a recurrence's terms, which runs the other way. */
    private static Tensor suffixes(Tensor dy, Tensor b, int d, boolean reverse) {
        return recurrence(dy, shifted(b, d, reverse, 0), d, !reverse);
    }

    /** With each element at the next place along a dimension, or the one before; {@code fill} enters. */
    private static Tensor shifted(Tensor x, int d, boolean later, double fill) {
        if (x.dim() == 0 || x.size(d) == 0) return Tensors.filled(x.shape(), fill, x.dtype());
        var entering = Tensors.filled(x.shape().with(d, 1), fill, x.dtype());
        var rest = x.narrow(d, later ? 0 : 1, x.size(d) - 1);
        return Tensors.cat(later ? List.of(entering, rest) : List.of(rest, entering), d);
    }

    private static Tensor scan(Scan.Op op, boolean reverse, Tensor x, int d) {
        var y = Array.empty(x.shape(), x.dtype());
        if (y.count() > 0) Kernels.scan(op, reverse, lined(x.array()), d, lined(y));
        return new Tensor(y);
    }

    static Array lined(Array y) {
        return y.shape().rank() > 0 ? y : y.as(y.layout().insert(0));
    }

    /** The largest of all elements up to each along a dimension, and where the latest of each stands; NaN is above all. */
    public ValuesIndices cummax(int along) {
        return runningExtreme("cummax", "Cummax", true, along);
    }

    /** The smallest of all elements up to each along a dimension, and where the latest of each stands; NaN is below all. */
    public ValuesIndices cummin(int along) {
        return runningExtreme("cummin", "Cummin", false, along);
    }

    private ValuesIndices runningExtreme(String op, String node, boolean largest, int along) {
        int d = self().shape().dim(op, along);
        var shape = self().shape();
        var y = Array.empty(shape, self().dtype());
        var places = Array.empty(shape, DType.INT64);
        if (y.count() > 0) Kernels.extremes(largest, lined(self().array()), d, lined(y), lined(places));
        var index = new Tensor(places);
        var values = Op.of(node, new Tensor(y))
                .wrt(self(), dy -> Tensors.filled(shape, 0, dy.dtype()).scatterAdd(d, index, dy))
                .result();
        return new ValuesIndices(values, index);
    }

    /**
     * {@link #cumsum} in place.
     *
     * @param args dtype, which must be this tensor's
     */
    @SafeVarargs
    public final Tensor cumsum_(int along, Arg<? super Takes.Scan>... args) {
        checkInPlace("cumsum_", args);
        return self().change("cumsum_", false, x -> x.cumsum(along, flambeau.args.Args.dtype(self().dtype())));
    }

    /**
     * {@link #cumprod} in place.
     *
     * @param args dtype, which must be this tensor's
     */
    @SafeVarargs
    public final Tensor cumprod_(int along, Arg<? super Takes.Scan>... args) {
        checkInPlace("cumprod_", args);
        return self().change("cumprod_", true, x -> x.cumprod(along, flambeau.args.Args.dtype(self().dtype())));
    }

    private void checkInPlace(String op, Arg<?>[] args) {
        Check.that(self().dtype() != DType.BOOL, "%s: takes no bool tensor", op);
        var dtype = dtype(args);
        if (dtype != null)
            Check.that(
                    dtype == self().dtype(),
                    "%s: the result is %s and cannot be kept as %s",
                    op,
                    dtype,
                    self().dtype());
    }
}
