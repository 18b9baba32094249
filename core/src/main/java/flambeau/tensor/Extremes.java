package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Dim;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import flambeau.kernel.Reduce;
import java.util.Arrays;

/** The largest and the smallest, where they stand, and whether there are any. */
abstract sealed class Extremes extends Reductions permits Statistics {
    private static final Arg<?>[] NONE = {};

    Extremes() {}

    /**
     * The largest elements; NaN is above all. Equal elements share the gradient.
     *
     * @param args dim (all), keepdim (false)
     */
    @SafeVarargs
    public final Tensor amax(Arg<? super Takes.Reduction>... args) {
        return extreme("amax", "Amax", 0, Reduce.Op.MAX, args);
    }

    /** The largest elements along one dimension. */
    public Tensor amax(int along) {
        return amax(dim(along));
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

    /** The smallest elements along one dimension. */
    public Tensor amin(int along) {
        return amin(dim(along));
    }

    /**
     * The smallest and the largest elements. Equal elements share the gradient.
     *
     * @param args dim (all; at most one), keepdim (false)
     */
    @SafeVarargs
    public final MinMax aminmax(Arg<? super Takes.Reduction>... args) {
        int named = given(args, dim()).dims().length;
        Check.that(named <= 1, "aminmax: takes at most one dimension, got %d", named);
        return new MinMax(
                extreme("aminmax", "Aminmax", 0, Reduce.Op.MIN, args),
                extreme("aminmax", "Aminmax", 0, Reduce.Op.MAX, args));
    }

    private Tensor extreme(String op, String node, int variant, Reduce.Op kernel, Arg<?>[] args) {
        var reduced = Reduced.of(op, self(), args);
        reduced.checkSome(op);
        var y = Compute.reduce(kernel, self(), reduced.marks(), 0);
        return Op.of(node, variant, reduced.shaped(y))
                .wrt(self(), dy -> {
                    boolean nan = variant == 1 && y.isnan().isTrue(); // amax has no gradient there, max has
                    var winners = (nan ? self().isnan() : self().eq(y.unrecorded())).to(dy.dtype());
                    var share = winners.div(winners.sum(dim(reduced.dims()), keepdim(true)));
                    return reduced.keep(dy).mul(share);
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
        boolean keep = given(args, keepdim(false)).value();
        return taken("Max", 0, along, place("max", Reduce.Op.MAX, along), keep);
    }

    /**
     * The smallest elements along a dimension, and where the first of each stands.
     *
     * @param args keepdim (false)
     */
    @SafeVarargs
    public final ValuesIndices min(int along, Arg<? super Takes.Extreme>... args) {
        boolean keep = given(args, keepdim(false)).value();
        return taken("Min", 0, along, place("min", Reduce.Op.MIN, along), keep);
    }

    /** The elements at {@code index}, which is in this shape without a dimension; they alone have a gradient. */
    final ValuesIndices taken(String node, int variant, int along, Tensor index, boolean keep) {
        boolean scalar = self().dim() == 0;
        var shape = self().shape();
        int d = shape.dim(node, along);
        var each = scalar ? index : index.unsqueeze(d);
        var y = self().unrecorded().gather(d, each);
        boolean stays = keep || scalar;
        var values = Op.of(node, variant, stays ? y : new Tensor(y.raw().as(Layout.contiguous(shape.without(d)))))
                .wrt(
                        self(),
                        dy -> Tensors.filled(shape, 0, dy.dtype()).scatterAdd(d, each, stays ? dy : dy.unsqueeze(d)))
                .result();
        return new ValuesIndices(
                values, keep && !scalar ? new Tensor(index.raw().as(each.raw().layout())) : index);
    }

    /**
     * Where the first of the largest elements stands (int64), counted in rows unless a dimension is named.
     *
     * @param args dim (all; at most one), keepdim (false)
     */
    @SafeVarargs
    public final Tensor argmax(Arg<? super Takes.Reduction>... args) {
        return place("argmax", Reduce.Op.MAX, args);
    }

    /**
     * Where the first of the smallest elements stands (int64), counted in rows unless a dimension is named.
     *
     * @param args dim (all; at most one), keepdim (false)
     */
    @SafeVarargs
    public final Tensor argmin(Arg<? super Takes.Reduction>... args) {
        return place("argmin", Reduce.Op.MIN, args);
    }

    /** Where the first of the largest elements along a dimension stands (int64). */
    public Tensor argmax(int along) {
        return argmax(dim(along));
    }

    /** Where the first of the smallest elements along a dimension stands (int64). */
    public Tensor argmin(int along) {
        return argmin(dim(along));
    }

    private Tensor place(String name, Reduce.Op op, Arg<?>[] args) {
        Check.that(self().dtype() != DType.BOOL, "%s: takes no bool tensor", name);
        var dims = given(args, dim()).dims();
        Check.that(dims.length <= 1, "%s: takes at most one dimension, got %d", name, dims.length);
        var reduced = Reduced.of(name, self(), args);
        reduced.checkSome(name);
        var index = dims.length == 1
                ? place(name, op, dims[0])
                : self().unrecorded().reshape(-1).place(name, op, 0);
        return reduced.shaped(index);
    }

    final Tensor place(String name, Reduce.Op op, int along) {
        int d = self().shape().dim(name, along);
        if (self().dim() == 0) return Tensors.zeros(Shape.SCALAR, Args.dtype(DType.INT64));
        Check.that(self().size(d) > 0, "%s: dimension %d is empty and has no extreme", name, d);
        var x = self().array().as(self().raw().layout().permute(last(self().dim(), d)));
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
        return truth("any", Reduce.Op.ANY, 0, args);
    }

    /** Whether one element along a dimension is not 0. */
    public Tensor any(int along) {
        return any(dim(along));
    }

    /**
     * Whether no element is 0.
     *
     * @param args dim (all), keepdim (false)
     */
    @SafeVarargs
    public final Tensor all(Arg<? super Takes.Reduction>... args) {
        return truth("all", Reduce.Op.ALL, 1, args);
    }

    /** Whether no element along a dimension is 0. */
    public Tensor all(int along) {
        return all(dim(along));
    }

    /** Of uint8 it is uint8, and of no dimensions it is each element for itself, as in PyTorch. */
    private Tensor truth(String op, Reduce.Op kernel, int ofNothing, Arg<?>[] args) {
        var reduced = Reduced.of(op, self(), args);
        var x = self().unrecorded();
        var named = given(args, Dim.class);
        boolean each = named != null && named.dims().length == 0;
        var y = each ? x.ne(0) : reduced.shaped(Compute.reduce(kernel, x, reduced.marks(), ofNothing, DType.BOOL));
        return self().dtype() == DType.UINT8 ? y.to(DType.UINT8) : y;
    }

    /** The order of dimensions in which {@code d} is the last. */
    static int[] last(int rank, int d) {
        var order = new int[rank];
        Arrays.setAll(order, i -> i < d ? i : i == rank - 1 ? d : i + 1);
        return order;
    }
}
