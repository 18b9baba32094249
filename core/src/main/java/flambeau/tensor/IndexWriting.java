package flambeau.tensor;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.kernel.Indexing.Fold;

/** Copies with other elements where an index along a dimension says. */
abstract sealed class IndexWriting extends Scattering permits Masking {
    IndexWriting() {}

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
}
