package flambeau.tensor;

import static flambeau.args.Args.accumulate;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Reduce;
import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.kernel.Indexing.Fold;
import flambeau.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** Copies with other elements where an index or a mask says. */
abstract sealed class Scattering extends Choosing permits IndexWriting {
    Scattering() {}

    /**
     * A copy of this with {@code [i, index[i, j, k], k]} replaced by {@code src[i, j, k]} for dimension 1, and so on.
     *
     * @param index integers, no larger than src, and no larger than this in the other dimensions
     * @param args reduce (none): ADD or MULTIPLY joins the values with what is there
     */
    @SafeVarargs
    public final Tensor scatter(int along, Tensor index, Tensor src, Arg<? super Takes.Scatter>... args) {
        return scatterEdit(along, index, src, given(args, Reduce.class)).copy(self());
    }

    /** Like {@link #scatter(int, Tensor, Tensor, Arg...)} with one value for all places. */
    @SafeVarargs
    public final Tensor scatter(int along, Tensor index, Number value, Arg<? super Takes.Scatter>... args) {
        return scatterEdit(along, index, value, given(args, Reduce.class)).copy(self());
    }

    /** A copy of this with {@code src[i, j, k]} added to {@code [i, index[i, j, k], k]} for dimension 1, and so on. */
    public Tensor scatterAdd(int along, Tensor index, Tensor src) {
        return scatterAddEdit(along, index, src).copy(self());
    }

    final Edit scatterAddEdit(int along, Tensor index, Tensor src) {
        int d = self().shape().dim("scatterAdd", along);
        var places = checkedIndex("scatterAdd", d, index);
        return added("ScatterAdd", d, places, checkedSource("scatterAdd", places, src));
    }

    static Edit added(String node, int d, Tensor places, Tensor from) {
        return Edit.of(
                node,
                0,
                y -> Places.scatter(Fold.ADD, from.array(), d, places, y),
                dy -> dy,
                from,
                dy -> dy.gather(d, places));
    }

    final Edit scatterEdit(int along, Tensor index, Tensor src, @Nullable Reduce reduce) {
        int d = self().shape().dim("scatter", along);
        var places = checkedIndex("scatter", d, index);
        var from = checkedSource("scatter", places, src);
        if (reduce == Reduce.ADD) return added("Scatter", d, places, from);
        if (reduce != null) return multiplied(d, places, from, reduce);
        return Edit.of(
                "Scatter",
                0,
                y -> Places.scatter(Fold.SET, from.array(), d, places, y),
                dy -> dy.scatter(d, places, 0),
                from,
                dy -> dy.gather(d, places));
    }

    private static Edit multiplied(int d, Tensor places, Tensor from, Reduce reduce) {
        Check.that(reduce == Reduce.MULTIPLY, "scatter: reduce must be add or multiply, got %s", reduce);
        return ScatterReducing.edit("Scatter", d, places, from, Reduce.PROD, true);
    }

    final Edit scatterEdit(int along, Tensor index, Number value, @Nullable Reduce reduce) {
        int d = self().shape().dim("scatter", along);
        var places = checkedIndex("scatter", d, index);
        var dtype = self().dtype();
        var one = new Tensor(Compute.scalar(value, dtype));
        if (reduce == Reduce.ADD) return added("Scatter", d, places, one.expand(places.shape()));
        if (reduce != null) return multiplied(d, places, one.expand(places.shape()), reduce);
        return Edit.of(
                "Scatter",
                1,
                y -> Places.scatter(Fold.SET, one.array(), d, places, y),
                dy -> dy.scatter(d, places, 0),
                null,
                dy -> dy);
    }

    /** The part of {@code source} that an index of this shape uses, in its shape. */
    final Tensor checkedSource(String op, Tensor places, Tensor source) {
        Check.that(
                source.dtype() == self().dtype(),
                "%s: source (%s) and tensor (%s) must have one dtype",
                op,
                source.dtype(),
                self().dtype());
        if (places.count() == 0 && source.dim() != places.dim())
            return Tensors.filled(places.shape(), 0, source.dtype());
        boolean fits = Math.max(source.dim(), 1) == Math.max(places.dim(), 1);
        int rank = Math.max(source.dim(), places.dim());
        for (int i = 0; fits && i < rank; i++) fits = sizeAt(places, i) <= sizeAt(source, i);
        if (places.count() == 0 && !fits) return Tensors.filled(places.shape(), 0, source.dtype());
        Check.that(fits, "%s: the index %s must not be larger than the source %s", op, places.shape(), source.shape());
        var part = source;
        for (int i = 0; i < source.dim(); i++)
            if (sizeAt(places, i) < source.size(i)) part = part.narrow(i, 0, sizeAt(places, i));
        return part.dim() == places.dim() ? part : part.reshape(places.shape());
    }

    private static int sizeAt(Tensor x, int d) {
        return x.dim() == 0 ? 1 : x.size(d);
    }

    /**
     * A copy of this with the elements of these numbers, in row-major order, replaced by those of {@code source}.
     *
     * @param index int64; negative ones count from the end
     * @param source as many elements
     * @param args accumulate (false): whether they are added
     */
    @SafeVarargs
    public final Tensor put(Tensor index, Tensor source, Arg<? super Takes.Put>... args) {
        return putEdit(index, source, given(args, accumulate(false)).value()).copy(self());
    }

    final Edit putEdit(Tensor index, Tensor source, boolean add) {
        var places = Places.wrapped("put", Places.int64("put", index), self().count(), 0);
        Check.that(
                source.dtype() == self().dtype(),
                "put: source (%s) and tensor (%s) must have one dtype",
                source.dtype(),
                self().dtype());
        Check.that(
                source.count() == places.count(),
                "put: the index has %d elements, the source %d",
                places.count(),
                source.count());
        var from = source.shape().equals(places.shape()) ? source : source.reshape(places.shape());
        return Edit.of(
                "Put",
                0,
                y -> putAt(add ? Fold.ADD : Fold.SET, from.array(), places, y),
                dy -> add ? dy : dy.put(places, Tensors.filled(places.shape(), 0, dy.dtype())),
                from,
                dy -> dy.take(places));
    }

    /** Writes to the elements with these numbers, which are valid. */
    static void putAt(Fold fold, Array x, Tensor numbers, Array y) {
        if (numbers.count() == 0) return;
        var layout = y.layout();
        var at = Places.offsets(numbers, new Layout(layout.shape(), layout.strides(), 0));
        Kernels.scatter(fold, x, at.array(), 1, Places.origin(y, numbers.shape()));
    }
}
