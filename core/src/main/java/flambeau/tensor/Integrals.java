package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.dx;
import static flambeau.args.Args.edgeOrder;
import static flambeau.args.Args.given;
import static flambeau.args.Args.spacing;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Integrals and derivatives of functions that are given by samples. */
abstract sealed class Integrals extends Scans permits Selecting {
    Integrals() {}

    /**
     * The integral along a dimension by the trapezoidal rule.
     *
     * @param args dx (1): the distance between samples, dim (-1)
     */
    @SafeVarargs
    public final Tensor trapezoid(Arg<? super SortingTakes.Trapezoid>... args) {
        int d = integrated("trapezoid", args);
        var y = self();
        if (y.size(d) == 0) return Tensors.filled(y.shape().without(d), 0, Promotion.floating(y.dtype()));
        var ends = y.select(d, 0).add(y.select(d, -1));
        return scaled(y.sum(d).sub(scaled(ends, 0.5)), given(args, dx(1)).value());
    }

    /**
     * The integral along a dimension by the trapezoidal rule.
     *
     * @param x where the samples were taken: along that dimension, or in a shape that broadcasts to this
     * @param args dim (-1)
     */
    @SafeVarargs
    public final Tensor trapezoid(Tensor x, Arg<? super Takes.Along>... args) {
        int d = integrated("trapezoid", args);
        if (x.dim() == 0) return Tensors.filled(self().shape().without(d), 0, Promotion.floating(self().dtype()));
        return halved(areas("trapezoid", x, d).sum(d));
    }

    /**
     * Like {@link #trapezoid(Arg[])}.
     *
     * @param args dx (1), dim (-1)
     */
    @SafeVarargs
    public final Tensor trapz(Arg<? super SortingTakes.Trapezoid>... args) {
        return trapezoid(args);
    }

    /**
     * Like {@link #trapezoid(Tensor, Arg[])}.
     *
     * @param args dim (-1)
     */
    @SafeVarargs
    public final Tensor trapz(Tensor x, Arg<? super Takes.Along>... args) {
        return trapezoid(x, args);
    }

    /**
     * The integrals from the first sample to each of the others.
     *
     * @param args dx (1), dim (-1)
     */
    @SafeVarargs
    public final Tensor cumulativeTrapezoid(Arg<? super SortingTakes.Trapezoid>... args) {
        int d = integrated("cumulativeTrapezoid", args);
        return neighbours(d).mul(given(args, dx(1)).value() / 2).cumsum(d);
    }

    /**
     * The integrals from the first sample to each of the others.
     *
     * @param x where the samples were taken: along that dimension, or in a shape that broadcasts to this
     * @param args dim (-1)
     */
    @SafeVarargs
    public final Tensor cumulativeTrapezoid(Tensor x, Arg<? super Takes.Along>... args) {
        int d = integrated("cumulativeTrapezoid", args);
        if (x.dim() == 0) return Tensors.filled(self().shape().with(d, 0), 0, Promotion.floating(self().dtype()));
        return halved(areas("cumulativeTrapezoid", x, d).cumsum(d));
    }

    private int integrated(String op, Arg<?>[] args) {
        if (self().dim() == 0) throw new IndexOutOfBoundsException(op + ": a tensor without dimensions has no samples");
        Check.that(self().dtype() != DType.BOOL, "%s: takes no bool tensor", op);
        return along(op, given(args, dim(-1)));
    }

    /** The one dimension that is named. */
    final int along(String op, Dim named) {
        Check.that(named.dims().length == 1, "%s: takes one dimension, got %d", op, named.dims().length);
        return self().shape().dim(op, named.dims()[0]);
    }

    /** Twice the areas between neighbouring samples. */
    private Tensor areas(String op, Tensor x, int d) {
        Check.that(x.dtype() != DType.BOOL, "%s: takes no bool tensor", op);
        var sizes = new int[self().dim()];
        Arrays.fill(sizes, 1);
        if (x.dim() == 1) sizes[d] = x.size(0);
        else
            System.arraycopy(
                    x.shape().sizes(), 0, sizes, Math.max(sizes.length - x.dim(), 0), Math.min(x.dim(), sizes.length));
        var at = x.dim() > sizes.length ? x : x.reshape(sizes);
        Check.that(
                at.dim() > d && at.size(d) == self().size(d),
                "%s: x %s must have one value for each sample of %s",
                op,
                x.shape(),
                self().shape());
        return self().neighbours(d).mul(difference(at, d));
    }

    /** The sums of neighbours. */
    final Tensor neighbours(int d) {
        int n = Math.max(self().size(d) - 1, 0), from = Math.min(1, self().size(d));
        return self().narrow(d, 0, n).add(self().narrow(d, from, n));
    }

    private static Tensor difference(Tensor x, int d) {
        int n = Math.max(x.size(d) - 1, 0);
        return x.narrow(d, Math.min(1, x.size(d)), n).sub(x.narrow(d, 0, n));
    }

    /** By a number that PyTorch does not wrap in a tensor. */
    private static Tensor scaled(Tensor x, double factor) {
        var y = Compute.binary(Binary.MUL, x, factor, Promotion.of(x, factor));
        return Op.of("Mul", 1, y).wrt(x, dy -> dy.mul(factor)).result();
    }

    private static Tensor halved(Tensor x) {
        var y = Compute.binary(Binary.DIV, x, 2, Promotion.floating(x.dtype()));
        return Op.of("Div", 1, y).wrt(x, dy -> dy.div(2)).result();
    }

    /**
     * The derivatives of a function that is given by its samples, one a dimension: by central differences inside, one-sided
     * ones at the edges.
     *
     * @param args spacing (1): the distances between samples, or their coordinates; dim (all), edgeOrder (1)
     */
    @SafeVarargs
    public final List<Tensor> gradient(Arg<? super SortingTakes.Gradient>... args) {
        var named = given(args, Dim.class);
        int[] dims = named == null ? IntStream.range(0, self().dim()).toArray() : named.dims();
        var spacing = given(args, spacing(1));
        int order = given(args, edgeOrder(1)).value();
        int given = spacing.coordinates().size() + spacing.distances().size();
        boolean one = spacing.isForAll();
        Check.that(
                given == dims.length || one,
                "gradient: spacing must be one number or one entry for each of %d dimensions, got %d",
                dims.length,
                given);
        Check.that(order == 1 || order == 2, "gradient: edgeOrder must be 1 or 2, got %d", order);
        Check.that(self().dtype() != DType.UINT8, "gradient: takes no uint8 tensor");
        if (dims.length > 0) Reduced.of("gradient", self(), false, dims); // refuses what is named twice
        var derivatives = new ArrayList<Tensor>();
        for (int i = 0; i < dims.length; i++) {
            int d = self().shape().dim("gradient", dims[i]);
            Check.that(
                    self().dim() > 0 && self().size(d) > order,
                    "gradient: each dimension must have at least %d samples, got %s",
                    order + 1,
                    self().shape());
            if (spacing.coordinates().isEmpty())
                derivatives.add(derivative(d, spacing.distances().get(one ? 0 : i), order));
            else derivatives.add(derivative(d, (Tensor) spacing.coordinates().get(i), order));
        }
        return List.copyOf(derivatives);
    }

    private Tensor derivative(int d, double distance, int order) {
        int n = self().size(d);
        Tensor first, last;
        if (order == 1) {
            first = place(d, 1).sub(place(d, 0));
            last = place(d, n - 1).sub(place(d, n - 2));
        } else {
            first = place(d, 0)
                    .mul(-1.5)
                    .add(place(d, 1).mul(2))
                    .sub(place(d, 2).mul(0.5));
            last = place(d, n - 1)
                    .mul(1.5)
                    .sub(place(d, n - 2).mul(2))
                    .add(place(d, n - 3).mul(0.5));
        }
        var inside = self().narrow(d, 2, n - 2).sub(self().narrow(d, 0, n - 2)).div(2.0);
        return Tensors.cat(List.of(first.div(distance), inside.div(distance), last.div(distance)), d);
    }

    private Tensor place(int d, int i) {
        return self().narrow(d, i, 1);
    }

    private Tensor derivative(int d, Tensor x, int order) {
        int n = self().size(d);
        Check.that(x.dim() == 1, "gradient: coordinates must have one dimension, got %s", x.shape());
        Check.that(x.size(0) == n, "gradient: %d coordinates for %d samples", x.size(0), n);
        var shape = new int[self().dim()];
        Arrays.fill(shape, 1);
        shape[d] = n - 1;
        var h = difference(x, 0).reshape(shape); // [.., n - 1, ..]
        Tensor h1 = h.narrow(d, 0, n - 2), h2 = h.narrow(d, 1, n - 2);
        var inside = weighted(
                self().narrow(d, 0, n - 2), h2.neg().div(h1.mul(h1.add(h2))),
                self().narrow(d, 1, n - 2), h2.sub(h1).div(h1.mul(h2)),
                self().narrow(d, 2, n - 2), h1.div(h2.mul(h1.add(h2))));
        return Tensors.cat(List.of(edge(d, h, order, true), inside, edge(d, h, order, false)), d);
    }

    /** The derivative at the first or the last sample. */
    private Tensor edge(int d, Tensor h, int order, boolean first) {
        int n = self().size(d);
        Tensor a = place(d, first ? 0 : n - 1), b = place(d, first ? 1 : n - 2);
        var h1 = h.narrow(d, first ? 0 : n - 2, 1); // the nearest distance
        if (order == 1) return (first ? b.sub(a) : a.sub(b)).div(h1);
        var c = place(d, first ? 2 : n - 3);
        var h2 = h.narrow(d, first ? 1 : n - 3, 1);
        var both = h1.add(h2);
        var y = weighted(
                a, h1.mul(2).add(h2).neg().div(h1.mul(both)),
                b, both.div(h1.mul(h2)),
                c, h1.neg().div(h2.mul(both)));
        return first ? y : y.neg();
    }

    private static Tensor weighted(Tensor a, Tensor wa, Tensor b, Tensor wb, Tensor c, Tensor wc) {
        return a.mul(wa).add(b.mul(wb)).add(c.mul(wc));
    }
}
