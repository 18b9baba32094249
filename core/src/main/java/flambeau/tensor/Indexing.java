package flambeau.tensor;

import static flambeau.memory.Native.ALL;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import flambeau.kernel.Reduce;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.function.UnaryOperator;

/** Parts of a tensor by position. */
abstract sealed class Indexing extends Views permits Products {
    private static final long LONG_RUN = 64; // bytes from which a copy by runs beats one by elements

    Indexing() {}

    /** The part that the index names, as a view: Python's {@code x[..]}. */
    public Tensor get(Index... index) {
        return part(node(index), path("get", index));
    }

    /** Place {@code index} of the first dimension, as a view: Python's {@code x[i]}. */
    public Tensor get(int index) {
        return get(Tensors.at(index));
    }

    /** Writes {@code value}, broadcast, into the part that the index names: Python's {@code x[..] = value}. */
    public Tensor set(Tensor value, Index... index) {
        get(index).copy_(value);
        return self();
    }

    /** Writes {@code value} into the part that the index names. */
    public Tensor set(Number value, Index... index) {
        get(index).fill_(value);
        return self();
    }

    /** PyTorch names the last step that does something. */
    private static String node(Index[] index) {
        var name = index.length == 1 && index[0] instanceof Index.Slice ? "Slice" : "Alias";
        for (var entry : index)
            name = switch (entry) {
                case Index.At _ -> "Select";
                case Index.NewAxis _ -> "Unsqueeze";
                case Index.Slice slice when !slice.isAll() -> "Slice";
                default -> name;
            };
        return name;
    }

    private UnaryOperator<Layout> path(String op, Index[] index) {
        int named = 0;
        int ellipses = 0;
        for (var entry : index) {
            if (entry instanceof Index.At || entry instanceof Index.Slice) named++;
            if (entry instanceof Index.Ellipsis) ellipses++;
        }
        Check.that(ellipses <= 1, "%s: only one ellipsis can be given", op);
        if (named > self().dim())
            throw new IndexOutOfBoundsException("%s: %d indices for a tensor of %d dimensions (shape %s)"
                    .formatted(op, named, self().dim(), self().shape().text()));
        int rest = self().dim() - named;
        return layout -> {
            int d = 0, from = 0; // the dimensions of the result and of this
            for (var entry : index) {
                switch (entry) {
                    case Index.At(int i) ->
                        layout = layout.select(
                                d, Index.resolve(op, i, layout.shape().get(d), from++));
                    case Index.Slice slice -> {
                        layout = sliced(op, layout, d++, slice);
                        from++;
                    }
                    case Index.NewAxis() -> layout = layout.insert(d++);
                    case Index.Ellipsis() -> {
                        d += rest;
                        from += rest;
                    }
                }
            }
            return layout;
        };
    }

    private static Layout sliced(String op, Layout layout, int d, Index.Slice slice) {
        Check.that(slice.step() > 0, "%s: a slice's step must be positive, got %d", op, slice.step());
        int n = layout.shape().get(d);
        int start = Math.clamp(slice.start() < 0 ? slice.start() + (long) n : slice.start(), 0, n);
        int stop = Math.clamp(slice.stop() < 0 ? slice.stop() + (long) n : slice.stop(), start, n);
        return layout.slice(d, start, Math.ceilDiv(stop - start, slice.step()), slice.step());
    }

    /**
     * {@code y[i, j, k] = this[i, index[i, j, k], k]} for dimension 1, and so on.
     *
     * @param places integers, with as many dimensions as this and no larger than this in the others
     */
    public Tensor gather(int along, Tensor places) {
        return gather(along, places, Args.sparseGrad(false));
    }

    /**
     * Like {@link #gather(int, Tensor)}.
     *
     * @param args sparseGrad (false: the gradient of this is a whole tensor)
     */
    @SafeVarargs
    public final Tensor gather(int along, Tensor places, Arg<? super Takes.Gather>... args) {
        boolean sparse = Args.given(args, Args.sparseGrad(false)).value();
        int d = self().shape().dim("gather", along);
        var index = checkedIndex("gather", d, places);
        var y = Array.empty(index.shape(), self().dtype());
        if (y.count() > 0) Kernels.gather(atLeast1(self().array()), d, atLeast1(index.array()), atLeast1(y));
        var shape = self().shape();
        return Op.of("Gather", new Tensor(y))
                .wrt(
                        self(),
                        dy -> sparse
                                ? Embeddings.gathered(dy, d, index, shape)
                                : Tensors.zeros(shape).to(dy.dtype()).scatterAdd(d, index, dy))
                .result();
    }

    private static Array atLeast1(Array y) {
        return y.shape().rank() > 0 ? y : y.as(y.layout().insert(0));
    }

    /** {@code places} as int64. */
    private Tensor checkedIndex(String op, int d, Tensor places) {
        var index = whole(op, places);
        Check.that(
                Math.max(index.dim(), 1) == Math.max(self().dim(), 1),
                "%s: the index %s must have as many dimensions as the tensor %s",
                op,
                index.shape(),
                self().shape());
        for (int i = 0; i < Math.min(index.dim(), self().dim()); i++)
            Check.that(
                    i == d || index.size(i) <= self().size(i) || index.count() == 0,
                    "%s: the index %s must not be larger than the tensor %s, except in dimension %d",
                    op,
                    index.shape(),
                    self().shape(),
                    d);
        checkBounds(op, index, self().dim() == 0 ? 1 : self().size(d), d);
        return index;
    }

    private static Tensor whole(String op, Tensor places) {
        Check.that(
                places.dtype().category() == DType.Category.INTEGER,
                "%s: the index must hold integers, got %s",
                op,
                places.dtype());
        return places.to(DType.INT64);
    }

    /** Refuses an index tensor with an entry outside [0, size). */
    static void checkBounds(String op, Tensor index, int size, int d) {
        if (index.count() == 0) return;
        var all = new boolean[index.dim()];
        java.util.Arrays.fill(all, true);
        long low = Compute.reduce(Reduce.Op.MIN, index, all, 0).reshape().item().longValue();
        long high =
                Compute.reduce(Reduce.Op.MAX, index, all, 0).reshape().item().longValue();
        if (low < 0 || high >= size)
            throw new IndexOutOfBoundsException("%s: index %d is out of bounds for dimension %d of size %d"
                    .formatted(op, low < 0 ? low : high, d, size));
    }

    /** A copy of this with {@code source[i, j, k]} added to {@code [i, index[i, j, k], k]} for dimension 1, and so on. */
    public Tensor scatterAdd(int along, Tensor places, Tensor source) {
        int d = self().shape().dim("scatterAdd", along);
        var index = checkedIndex("scatterAdd", d, places);
        Check.that(
                source.dtype() == self().dtype(),
                "scatterAdd: source (%s) and tensor (%s) must have one dtype",
                source.dtype(),
                self().dtype());
        var part = source;
        for (int i = 0; i < Math.max(source.dim(), index.dim()); i++) {
            Check.that(
                    source.dim() == index.dim() && index.size(i) <= source.size(i),
                    "scatterAdd: the index %s must not be larger than the source %s",
                    index.shape(),
                    source.shape());
            part = part.narrow(i, 0, index.size(i));
        }
        var from = part;
        var y = self().unrecorded().clone();
        if (index.count() > 0)
            Kernels.scatter(true, atLeast1(from.array()), d, atLeast1(index.array()), atLeast1(y.raw()));
        return Op.of("ScatterAdd", y)
                .wrt(self(), dy -> dy)
                .wrt(from, dy -> dy.gather(d, index))
                .result();
    }

    /** The places of a dimension that {@code places} (integers, one dimension) names, in its order. */
    public Tensor indexSelect(int along, Tensor places) {
        int d = self().shape().dim("indexSelect", along);
        var index = whole("indexSelect", places);
        Check.that(index.dim() <= 1, "indexSelect: the index must have one dimension, got %s", index.shape());
        Check.that(
                self().dim() > 0 || index.count() == 1,
                "indexSelect: a tensor without dimensions has one place, got %d",
                index.count());
        if (self().dim() == 0) return gather(0, index).reshaped("IndexSelect", 0, self().shape());
        checkBounds("indexSelect", index, self().size(d), d);
        var sizes = new int[self().dim()];
        java.util.Arrays.fill(sizes, 1);
        sizes[d] = Math.toIntExact(index.count());
        var shape = self().shape();
        var y = Array.empty(shape.with(d, sizes[d]), self().dtype());
        var everywhere = index.reshape(sizes).expand(y.shape());
        if (y.count() > 0 && !copyRuns(self().array(), d, index, y))
            Kernels.gather(self().array(), d, everywhere.array(), y);
        return Op.of("IndexSelect", new Tensor(y))
                .wrt(self(), dy -> Tensors.zeros(shape).to(dy.dtype()).scatterAdd(d, everywhere, dy))
                .result();
    }

    /** Whether the places named are long runs of memory, as the rows of a matrix are, and were copied so. */
    private static boolean copyRuns(Array x, int d, Tensor index, Array y) {
        long run = x.dtype().bytes(), outer = 1;
        for (int i = 0; i < d; i++) outer *= x.shape().get(i);
        for (int i = d + 1; i < x.shape().rank(); i++) run *= x.shape().get(i);
        if (!x.layout().isContiguous() || outer > 1 && run < LONG_RUN) return false;
        var places = index.toLongArray();
        long from = x.address(), to = y.address(), n = x.shape().get(d);
        for (long o = 0; o < outer; o++, from += n * run)
            for (long place : places) {
                MemorySegment.copy(ALL, from + place * run, ALL, to, run);
                to += run;
            }
        Reference.reachabilityFence(x);
        Reference.reachabilityFence(y);
        return true;
    }
}
