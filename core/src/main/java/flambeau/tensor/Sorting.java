package flambeau.tensor;

import static flambeau.args.Args.descending;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.largest;
import static flambeau.args.Args.sorted;

import flambeau.args.Arg;
import flambeau.args.Stable;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;

/** Elements in order. */
abstract sealed class Sorting extends Distinct permits Views {
    Sorting() {}

    /**
     * The elements along a dimension in order, and where they stood; NaN is above all numbers.
     *
     * <p>Unlike PyTorch, equal elements always keep their order.
     *
     * @param args dim (-1), descending (false), stable (false)
     */
    @SafeVarargs
    public final ValuesIndices sort(Arg<? super SortingTakes.Sort>... args) {
        int d = along("sort", given(args, dim(-1)));
        var stable = given(args, Stable.class);
        return ordered(
                "Sort",
                stable == null ? 0 : 1,
                d,
                self().shape(),
                given(args, descending(false)).value());
    }

    /** The elements along a dimension in order, and where they stood; NaN is above all numbers. */
    public ValuesIndices sort(int along) {
        return sort(dim(along));
    }

    /**
     * Where the elements along a dimension stand in order (int64).
     *
     * @param args dim (-1), descending (false), stable (false)
     */
    @SafeVarargs
    public final Tensor argsort(Arg<? super SortingTakes.Sort>... args) {
        return new Tensor(self().unrecorded().sort(args).indices().raw());
    }

    /** The elements in order along the first dimension. */
    public Tensor msort() {
        return sort(dim(0)).values();
    }

    /**
     * The {@code k} largest elements along a dimension, and where they stand; of equal ones the first.
     *
     * @param args dim (-1), largest (true), sorted (true; false gives the same)
     */
    @SafeVarargs
    public final ValuesIndices topk(int k, Arg<? super SortingTakes.Topk>... args) {
        int d = along("topk", given(args, dim(-1)));
        given(args, sorted(true));
        int n = self().dim() == 0 ? 1 : self().size(d);
        Check.that(k >= 0 && k <= n, "topk: k must be in [0, %d], got %d", n, k);
        Check.that(self().dtype() != DType.BOOL, "topk: takes no bool tensor");
        var shape = self().dim() == 0 ? self().shape() : self().shape().with(d, k);
        return ordered("Topk", 0, d, shape, given(args, largest(true)).value());
    }

    /** The first elements in order, as many as {@code shape} has room for. */
    private ValuesIndices ordered(String node, int variant, int d, Shape shape, boolean descending) {
        Array y = Array.empty(shape, self().dtype()), places = Array.empty(shape, DType.INT64);
        Array x = lined(self().array()), values = lined(y), index = lined(places);
        boolean all = values.shape().equals(x.shape());
        if (y.count() > 0 && all) Kernels.sort(descending, x, d, values, index);
        else if (y.count() > 0) Kernels.top(descending, x, d, values, index);
        var indices = new Tensor(places);
        var whole = self().shape();
        var result = Op.of(node, variant, new Tensor(y))
                .wrt(self(), dy -> Tensors.filled(whole, 0, dy.dtype()).scatterAdd(d, indices, dy))
                .result();
        return new ValuesIndices(result, indices);
    }
}
