package flambeau.tensor;

import static flambeau.args.Args.accumulate;
import static flambeau.args.Args.alpha;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Reduce;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Indexing.Fold;
import flambeau.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** Copies with other elements where an index or a mask says. */
abstract sealed class Scattering extends Choosing permits ScatterReducing {
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

    private static Edit added(String node, int d, Tensor places, Tensor from) {
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
     * A copy of this with the places of {@code source} along a dimension added to those that {@code index} names.
     *
     * @param index integers, one dimension
     * @param source in this shape, but for the dimension
     * @param args alpha (1): a factor of source
     */
    @SafeVarargs
    public final Tensor indexAdd(int along, Tensor index, Tensor source, Arg<? super Takes.Scaled>... args) {
        return indexAddEdit(along, index, source, given(args, alpha(1)).value()).copy(self());
    }

    final Edit indexAddEdit(int along, Tensor index, Tensor source, Number alpha) {
        int d = self().shape().dim("indexAdd", along);
        var places = alongIndex("indexAdd", d, Places.whole("indexAdd", index), false);
        var from = alongSource("indexAdd", d, places, source, false);
        var factor = Tensors.whole(alpha.doubleValue());
        boolean plain = alpha.doubleValue() == 1;
        // a fraction of integers is rounded before it counts, as in PyTorch
        var scale = new Tensor(Compute.scalar(factor, self().dtype()));
        return added(
                "IndexAdd",
                d,
                Places.along(places, d, from.shape()),
                plain ? from : from.mul(scale).to(self().dtype()));
    }

    /** An index of one dimension, validated. */
    final Tensor alongIndex(String op, int d, Tensor index, boolean wraps) {
        Check.that(index.dim() <= 1, "%s: the index must have one dimension, got %s", op, index.shape());
        int n = self().dim() == 0 ? 1 : self().size(d);
        if (wraps) return Places.wrapped(op, index, n, d);
        Places.check(op, index, n, d);
        return index;
    }

    /** {@code source} in the shape of this, with a place for each of {@code index}; it may be a single element otherwise. */
    final Tensor alongSource(String op, int d, Tensor index, Tensor source, boolean anySingle) {
        Check.that(
                source.dtype() == self().dtype(),
                "%s: source (%s) and tensor (%s) must have one dtype",
                op,
                source.dtype(),
                self().dtype());
        int n = Math.toIntExact(index.count());
        var shape = self().dim() == 0 ? self().shape() : self().shape().with(d, n);
        boolean single = anySingle
                && (source.dim() == 0 || self().dim() == 0)
                && source.dim() <= 1
                && source.count() == shape.count();
        Check.that(
                (source.shape().equals(shape) || single) && (self().dim() > 0 || n == 1),
                "%s: the source for %d places must have the shape %s, got %s",
                op,
                n,
                shape,
                source.shape());
        return source.shape().equals(shape) ? source : source.reshape(shape);
    }

    /** A copy of this with the places that {@code index} (int64) names along a dimension replaced by those of {@code source}. */
    public Tensor indexCopy(int along, Tensor index, Tensor source) {
        return indexCopyEdit(along, index, source).copy(self());
    }

    final Edit indexCopyEdit(int along, Tensor index, Tensor source) {
        int d = self().shape().dim("indexCopy", along);
        var places = alongIndex("indexCopy", d, Places.int64("indexCopy", index), false);
        var from = alongSource("indexCopy", d, places, source, true);
        var all = Places.along(places, d, from.shape());
        return Edit.of(
                "IndexCopy",
                0,
                y -> Places.scatter(Fold.SET, from.array(), d, all, y),
                dy -> dy.indexFill(d, places, 0),
                from,
                dy -> dy.gather(d, all));
    }

    /** A copy of this with the places that {@code index} (int64) names along a dimension filled with {@code value}. */
    public Tensor indexFill(int along, Tensor index, Number value) {
        return indexFillEdit(along, index, new Tensor(Compute.scalar(value, self().dtype())), 0)
                .copy(self());
    }

    /** Like {@link #indexFill(int, Tensor, Number)} with a tensor without dimensions, which gets a gradient. */
    public Tensor indexFill(int along, Tensor index, Tensor value) {
        return indexFillEdit(along, index, value, 1).copy(self());
    }

    final Edit indexFillEdit(int along, Tensor index, Tensor value, int variant) {
        int d = self().shape().dim("indexFill", along);
        checkScalar("indexFill", value);
        var places = alongIndex("indexFill", d, Places.int64("indexFill", index), true);
        var shape = self().dim() == 0 ? self().shape() : self().shape().with(d, Math.toIntExact(places.count()));
        var all = Places.along(places, d, shape);
        var x = value.unrecorded().plain(self().dtype());
        return Edit.of(
                "IndexFill",
                variant,
                y -> {
                    if (places.count() > 0) Places.scatter(Fold.SET, x.array(), d, all, y);
                },
                dy -> dy.indexFill(d, places, 0),
                value,
                dy -> dy.where(Tensors.filled(dy.shape(), 0, DType.BOOL).indexFill(d, places, 1), 0)
                        .sum());
    }

    static void checkScalar(String op, Tensor value) {
        Check.that(value.dim() == 0, "%s: the value must have no dimensions, got %s", op, value.shape());
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
    private static void putAt(Fold fold, Array x, Tensor numbers, Array y) {
        if (numbers.count() == 0) return;
        var layout = y.layout();
        var at = Places.offsets(numbers, new Layout(layout.shape(), layout.strides(), 0));
        Kernels.scatter(fold, x, at.array(), 1, Places.origin(y, numbers.shape()));
    }

    /** {@code value} where {@code mask} (bool) holds, elsewhere this; both are broadcast. */
    public Tensor maskedFill(Tensor mask, Number value) {
        return filled(mask, new Tensor(Compute.scalar(value, self().dtype())), 0);
    }

    /** Like {@link #maskedFill(Tensor, Number)} with a tensor without dimensions, which gets a gradient. */
    public Tensor maskedFill(Tensor mask, Tensor value) {
        return filled(mask, value, 1);
    }

    private Tensor filled(Tensor mask, Tensor value, int variant) {
        checkMask("maskedFill", mask);
        checkScalar("maskedFill", value);
        var shape = Shape.broadcast("maskedFill", self().shape(), mask.shape());
        var y = Array.empty(
                shape.equals(self().shape()) ? self().raw().layout().fresh() : Layout.contiguous(shape),
                self().dtype());
        Kernels.where(mask.array(), value.plain(self().dtype()).array(), self().array(), y);
        return Op.of("MaskedFill", variant, new Tensor(y))
                .wrt(self(), dy -> dy.maskedFill(mask, 0))
                .wrt(value, dy -> dy.where(mask, 0).sum())
                .result();
    }

    /** For a mask that broadcasts to this. */
    final Edit maskedFillEdit(Tensor mask, Tensor value, int variant) {
        checkMask("maskedFill", mask);
        checkScalar("maskedFill", value);
        var x = value.unrecorded().plain(self().dtype());
        return Edit.of(
                "MaskedFill",
                variant,
                y -> Kernels.where(mask.array(), x.array(), y, y),
                dy -> dy.maskedFill(mask, 0),
                value,
                dy -> dy.where(mask, 0).sum());
    }

    private static void checkMask(String op, Tensor mask) {
        Check.that(mask.dtype() == DType.BOOL, "%s: the mask must be a bool tensor, got %s", op, mask.dtype());
    }

    /** This with the elements where {@code mask} (bool) holds replaced by those of {@code source} in their order. */
    public Tensor maskedScatter(Tensor mask, Tensor source) {
        checkMask("maskedScatter", mask);
        var shape = Shape.broadcast("maskedScatter", self().shape(), mask.shape());
        return self().expand(shape).maskedScatterEdit(mask, source).copy(self().expand(shape));
    }

    /** For a mask that broadcasts to this. */
    final Edit maskedScatterEdit(Tensor mask, Tensor source) {
        checkMask("maskedScatter", mask);
        Check.that(
                source.dtype() == self().dtype(),
                "maskedScatter: source (%s) and tensor (%s) must have one dtype",
                source.dtype(),
                self().dtype());
        var wide = mask.unrecorded().expand(self().shape());
        var places = Places.trues(wide);
        int n = Math.toIntExact(places.count());
        Check.that(
                source.count() >= n,
                "maskedScatter: the mask holds at %d places, the source has %d",
                n,
                source.count());
        var from = n == source.count() ? source.reshape(-1) : source.reshape(-1).narrow(0, 0, n);
        return Edit.of(
                "MaskedScatter",
                0,
                y -> putAt(Fold.SET, from.array(), places, y),
                dy -> dy.maskedFill(wide, 0),
                from,
                dy -> dy.maskedSelect(wide));
    }
}
