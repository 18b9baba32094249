package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.n;

import flambeau.args.Append;
import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.args.Prepend;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;

/** Elements chosen by an index, a mask or their value, as copies. */
abstract sealed class Choosing extends Diagonals permits Scattering {
    Choosing() {}

    /**
     * {@code y[i, j, k] = this[i, index[i, j, k], k]} for dimension 1, and so on.
     *
     * @param index integers, with as many dimensions as this and no larger than this in the others
     */
    public Tensor gather(int along, Tensor index) {
        return gather(along, index, flambeau.args.Args.sparseGrad(false));
    }

    /**
     * Like {@link #gather(int, Tensor)}.
     *
     * @param args sparseGrad (false: the gradient of this is a whole tensor)
     */
    @SafeVarargs
    public final Tensor gather(int along, Tensor index, Arg<? super Takes.Gather>... args) {
        boolean sparse = given(args, flambeau.args.Args.sparseGrad(false)).value();
        int d = self().shape().dim("gather", along);
        var places = checkedIndex("gather", d, index);
        var shape = self().shape();
        return Op.of("Gather", Places.gather(self(), d, places))
                .wrt(
                        self(),
                        dy -> sparse
                                ? Embeddings.gathered(dy, d, places, shape)
                                : Tensors.filled(shape, 0, dy.dtype()).scatterAdd(d, places, dy))
                .result();
    }

    /** {@code index}, validated, as int64. */
    Tensor checkedIndex(String op, int d, Tensor index) {
        var places = Places.whole(op, index);
        Check.that(
                Math.max(places.dim(), 1) == Math.max(self().dim(), 1) || places.count() == 0,
                "%s: the index %s must have as many dimensions as the tensor %s",
                op,
                places.shape(),
                self().shape());
        if (places.count() > 0)
            for (int i = 0; i < Math.min(places.dim(), self().dim()); i++)
                Check.that(
                        i == d || places.size(i) <= self().size(i),
                        "%s: the index %s must not be larger than the tensor %s, except in dimension %d",
                        op,
                        places.shape(),
                        self().shape(),
                        d);
        Places.check(op, places, self().dim() == 0 ? 1 : self().size(d), d);
        return places;
    }

    /**
     * The elements that {@code indices} name along a dimension, both tensors being broadcast in the others.
     *
     * @param indices int64; negative ones count from the end
     */
    public Tensor takeAlongDim(Tensor indices, int along) {
        var places = Places.int64("takeAlongDim", indices);
        int d = self().shape().dim("takeAlongDim", along);
        Check.that(
                places.dim() == self().dim(),
                "takeAlongDim: the indices %s must have as many dimensions as the tensor %s",
                places.shape(),
                self().shape());
        if (self().dim() == 0) return self().gather(0, Places.wrapped("takeAlongDim", places, 1, 0));
        var others = Shape.broadcast(
                "takeAlongDim", self().shape().with(d, 1), places.shape().with(d, 1));
        var wrapped = Places.wrapped("takeAlongDim", places, self().size(d), d);
        return self().expand(others.with(d, self().size(d))).gather(d, wrapped.expand(others.with(d, places.size(d))));
    }

    /**
     * The elements that the indices name along a dimension.
     *
     * @param args dim (none: of both tensors as one dimension)
     */
    @SafeVarargs
    public final Tensor takeAlongDim(Tensor indices, Arg<? super Takes.Along>... args) {
        var along = given(args, Dim.class);
        if (along == null) return reshape(-1).takeAlongDim(indices.reshape(-1), 0);
        return takeAlongDim(indices, one("takeAlongDim", along.dims()));
    }

    /** The places of a dimension that {@code index} (integers, one dimension) names, in its order. */
    public Tensor indexSelect(int along, Tensor index) {
        int d = self().shape().dim("indexSelect", along);
        var places = Places.whole("indexSelect", index);
        Check.that(places.dim() <= 1, "indexSelect: the index must have one dimension, got %s", places.shape());
        Check.that(
                self().dim() > 0 || places.count() == 1,
                "indexSelect: a tensor without dimensions has one place, got %d",
                places.count());
        var shape = self().shape();
        Places.check("indexSelect", places, shape.rank() == 0 ? 1 : shape.get(d), d);
        var target = shape.rank() == 0 ? shape : shape.with(d, Math.toIntExact(places.count()));
        var y = Places.gather(self(), d, Places.along(places, d, target));
        return Op.of("IndexSelect", y)
                .wrt(self(), dy -> Tensors.filled(shape, 0, dy.dtype()).indexAdd(d, places, dy))
                .result();
    }

    /**
     * The elements with these numbers in row-major order, in the shape of {@code index}.
     *
     * @param index int64; negative ones count from the end
     */
    public Tensor take(Tensor index) {
        var places = Places.wrapped("take", Places.int64("take", index), self().count(), 0);
        var y = taken(places);
        var shape = self().shape();
        return Op.of("Take", y)
                .wrt(
                        self(),
                        dy -> Tensors.filled(shape, 0, dy.dtype()).put(places, dy, flambeau.args.Args.accumulate(true)))
                .result();
    }

    /** The elements with these numbers, which are valid. */
    Tensor taken(Tensor numbers) {
        var y = Array.empty(numbers.shape(), self().dtype());
        var x = self().array();
        var layout = x.layout();
        var at = Places.offsets(numbers, new flambeau.array.Layout(layout.shape(), layout.strides(), 0));
        if (y.count() > 0) Kernels.gather(Places.origin(x, y.shape()), 1, at.array(), y);
        return new Tensor(y);
    }

    /** The elements where {@code mask} (bool) holds, in row-major order; both are broadcast. */
    public Tensor maskedSelect(Tensor mask) {
        Check.that(mask.dtype() == DType.BOOL, "maskedSelect: the mask must be a bool tensor, got %s", mask.dtype());
        var shape = Shape.broadcast("maskedSelect", self().shape(), mask.shape());
        var wide = mask.unrecorded().expand(shape);
        var y = self().unrecorded().expand(shape).taken(Places.trues(wide));
        return Op.of("MaskedSelect", y)
                .wrt(self(), dy -> Tensors.filled(shape, 0, dy.dtype()).maskedScatter(wide, dy))
                .result();
    }

    /** Where the elements are not 0: a row of indices for each, [n, dimensions], int64. */
    public Tensor nonzero() {
        var x = self().unrecorded();
        var mask = x.dtype() == DType.BOOL ? x : x.ne(0);
        return Places.unravelled(Places.trues(mask), self().shape());
    }

    /**
     * Where the elements are not 0.
     *
     * @param asTuple true: a tensor of indices for each dimension; false: {@link #nonzero()} alone
     */
    public List<Tensor> nonzero(boolean asTuple) {
        if (!asTuple) return List.of(nonzero());
        var x = self().dim() == 0 ? self().unrecorded().reshape(1) : self();
        return x.nonzero().unbind(1);
    }

    /** Like {@link #nonzero()}. */
    public Tensor argwhere() {
        return nonzero();
    }

    /** The indices in a tensor of {@code shape} of the elements with these row-major numbers, one tensor a dimension. */
    public List<Tensor> unravelIndex(int... shape) {
        Check.that(
                self().dtype().category() == DType.Category.INTEGER,
                "unravelIndex: the numbers must be integers, got %s",
                self().dtype());
        var sizes = Shape.of(shape);
        var numbers = Places.wrapped("unravelIndex", self().unrecorded().plain(DType.INT64), sizes.count(), 0);
        var rows = Places.unravelled(numbers.reshape(-1), sizes);
        var all = new ArrayList<Tensor>();
        for (int d = 0; d < shape.length; d++)
            all.add(new Tensor(
                    rows.select(1, d).contiguous().reshape(self().shape()).raw()));
        return List.copyOf(all);
    }

    /**
     * The differences of neighbours along a dimension.
     *
     * @param args n (1): how often; dim (-1), prepend, append (nothing): tensors put in front and behind
     */
    @SafeVarargs
    public final Tensor diff(Arg<? super Takes.Diff>... args) {
        int times = given(args, n(1)).value();
        Check.that(self().dim() > 0, "diff: needs at least 1 dimension");
        Check.that(times >= 0, "diff: the number of times must not be negative, got %d", times);
        int d = self().shape().dim("diff", along("diff", args, -1));
        var parts = new ArrayList<Tensor>();
        if (given(args, Prepend.class) instanceof Prepend(Tensor front)) parts.add(front);
        parts.add(self());
        if (given(args, Append.class) instanceof Append(Tensor back)) parts.add(back);
        if (times == 0)
            return Op.of("CopyBackwards", -1, self().unrecorded().clone())
                    .wrt(self(), dy -> dy)
                    .result();
        var y = parts.size() == 1 ? self() : Joining.cat(parts, d);
        for (int i = Math.min(times, y.size(d)); i > 0; i--) {
            int m = Math.max(y.size(d) - 1, 0);
            Tensor later = y.narrow(d, y.size(d) - m, m), earlier = y.narrow(d, 0, m);
            y = y.dtype() == DType.BOOL ? later.logicalXor(earlier) : later.sub(earlier);
        }
        return y;
    }
}
