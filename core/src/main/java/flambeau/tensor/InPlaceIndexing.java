package flambeau.tensor;

import static flambeau.args.Args.accumulate;
import static flambeau.args.Args.alpha;
import static flambeau.args.Args.given;
import static flambeau.args.Args.includeSelf;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.args.Reduce;
import flambeau.array.Layout;
import flambeau.array.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Changes in place of the places that an index names, and of the shape. */
abstract sealed class InPlaceIndexing extends InPlace permits Drawing {
    InPlaceIndexing() {}

    /** Makes a change here. */
    private Tensor edit(String op, Edit edit) {
        var source = edit.source();
        if (isRecorded(source)) {
            Tensor[] others = source == null ? new Tensor[0] : new Tensor[] {source};
            return change(op, edit.reads(), edit::copy, others);
        }
        checkWritable(op, source);
        write(() -> edit.write().accept(self().raw()));
        return self();
    }

    /** {@code x}, or a copy where writing to this would change what is still to be read of it. */
    private Tensor separate(Tensor x) {
        return x.storage() == self().storage() ? x.clone() : x;
    }

    /** {@link #scatter(int, Tensor, Tensor, Arg...)} in place. */
    @SafeVarargs
    public final Tensor scatter_(int along, Tensor index, Tensor src, Arg<? super Takes.Scatter>... args) {
        return edit("scatter_", scatterEdit(along, separate(index), separate(src), given(args, Reduce.class)));
    }

    /** {@link #scatter(int, Tensor, Number, Arg...)} in place. */
    @SafeVarargs
    public final Tensor scatter_(int along, Tensor index, Number value, Arg<? super Takes.Scatter>... args) {
        return edit("scatter_", scatterEdit(along, separate(index), value, given(args, Reduce.class)));
    }

    /** {@link #scatterAdd} in place. */
    public Tensor scatterAdd_(int along, Tensor index, Tensor src) {
        return edit("scatterAdd_", scatterAddEdit(along, separate(index), separate(src)));
    }

    /** {@link #scatterReduce} in place. */
    @SafeVarargs
    public final Tensor scatterReduce_(
            int along, Tensor index, Tensor src, Reduce reduce, Arg<? super Takes.ScatterReduce>... args) {
        boolean include = given(args, includeSelf(true)).value();
        return edit("scatterReduce_", scatterReduceEdit(along, separate(index), separate(src), reduce, include));
    }

    /** {@link #indexAdd} in place. */
    @SafeVarargs
    public final Tensor indexAdd_(int along, Tensor index, Tensor source, Arg<? super Takes.Scaled>... args) {
        var factor = given(args, alpha(1)).value();
        return edit("indexAdd_", indexAddEdit(along, separate(index), separate(source), factor));
    }

    /** {@link #indexCopy} in place. */
    public Tensor indexCopy_(int along, Tensor index, Tensor source) {
        return edit("indexCopy_", indexCopyEdit(along, separate(index), separate(source)));
    }

    /** {@link #indexFill(int, Tensor, Number)} in place. */
    public Tensor indexFill_(int along, Tensor index, Number value) {
        var x = new Tensor(Compute.scalar(value, self().dtype()));
        return edit("indexFill_", indexFillEdit(along, separate(index), x, 0));
    }

    /** {@link #indexFill(int, Tensor, Tensor)} in place. */
    public Tensor indexFill_(int along, Tensor index, Tensor value) {
        return edit("indexFill_", indexFillEdit(along, separate(index), separate(value), 1));
    }

    /** {@link #indexReduce} in place. */
    @SafeVarargs
    public final Tensor indexReduce_(
            int along, Tensor index, Tensor source, Reduce reduce, Arg<? super Takes.ScatterReduce>... args) {
        boolean include = given(args, includeSelf(true)).value();
        return edit("indexReduce_", indexReduceEdit(along, separate(index), separate(source), reduce, include));
    }

    /** {@link #indexPut} in place. */
    @SafeVarargs
    public final Tensor indexPut_(
            List<? extends @Nullable Tensor> indices, Tensor values, Arg<? super Takes.Put>... args) {
        return putIndexed(
                "indexPut_", indices, values, given(args, accumulate(false)).value());
    }

    @Override
    Tensor putIndexed(String op, List<? extends @Nullable Tensor> indices, Tensor values) {
        return putIndexed(op, indices, values, false);
    }

    private Tensor putIndexed(String op, List<? extends @Nullable Tensor> indices, Tensor values, boolean add) {
        var own = new ArrayList<@Nullable Tensor>();
        for (var index : indices) own.add(index == null ? null : separate(index));
        return edit(op, indexPutEdit(own, separate(values), add));
    }

    /** {@link #put} in place. */
    @SafeVarargs
    public final Tensor put_(Tensor index, Tensor source, Arg<? super Takes.Put>... args) {
        boolean add = given(args, accumulate(false)).value();
        return edit("put_", putEdit(separate(index), separate(source), add));
    }

    /** {@link #maskedFill(Tensor, Number)} in place. */
    public Tensor maskedFill_(Tensor mask, Number value) {
        checkBroadcast("maskedFill_", mask.shape());
        var x = new Tensor(Compute.scalar(value, self().dtype()));
        return edit("maskedFill_", maskedFillEdit(separate(mask), x, 0));
    }

    /** {@link #maskedFill(Tensor, Tensor)} in place. */
    public Tensor maskedFill_(Tensor mask, Tensor value) {
        checkBroadcast("maskedFill_", mask.shape());
        return edit("maskedFill_", maskedFillEdit(separate(mask), separate(value), 1));
    }

    /** {@link #maskedScatter} in place. */
    public Tensor maskedScatter_(Tensor mask, Tensor source) {
        checkBroadcast("maskedScatter_", mask.shape());
        return edit("maskedScatter_", maskedScatterEdit(separate(mask), separate(source)));
    }

    /**
     * {@link #tril(Arg...)} in place.
     *
     * @param args diagonal (0)
     */
    @SafeVarargs
    public final Tensor tril_(Arg<? super Takes.FromDiagonal>... args) {
        return tril_(given(args, flambeau.args.Args.diagonal(0)).value());
    }

    /** {@link #tril(int)} in place. */
    public Tensor tril_(int diagonal) {
        return edit("tril_", triangle("tril", false, diagonal));
    }

    /**
     * {@link #triu(Arg...)} in place.
     *
     * @param args diagonal (0)
     */
    @SafeVarargs
    public final Tensor triu_(Arg<? super Takes.FromDiagonal>... args) {
        return triu_(given(args, flambeau.args.Args.diagonal(0)).value());
    }

    /** {@link #triu(int)} in place. */
    public Tensor triu_(int diagonal) {
        return edit("triu_", triangle("triu", true, diagonal));
    }

    /** Writes {@code fillValue} on the main diagonal, where all indices are equal. */
    public Tensor fillDiagonal_(Number fillValue) {
        return fillDiagonal_(fillValue, false);
    }

    /**
     * Writes {@code fillValue} on the main diagonal.
     *
     * @param wrap whether the diagonal of a matrix higher than wide begins anew below, after an empty row
     */
    public Tensor fillDiagonal_(Number fillValue, boolean wrap) {
        int rank = self().dim();
        Check.that(rank >= 2, "fillDiagonal_: needs at least 2 dimensions, got %s", self().shape());
        int n = IntStream.of(self().shape().sizes()).min().orElse(0);
        for (int d = 0; rank > 2 && d < rank; d++)
            Check.that(self().size(d) == n, "fillDiagonal_: all sizes must be equal, got %s", self().shape());
        var layout = self().raw().layout();
        long step = 0;
        for (int d = 0; d < rank; d++) step += layout.stride(d);
        diagonalFrom(layout.offset(), n, step).fill_(fillValue);
        int columns = self().size(1), rows = self().size(0);
        if (!wrap || rank != 2 || rows <= columns + 1) return self();
        for (int row = columns + 1; row < rows; row += columns + 1)
            diagonalFrom(layout.offset() + row * layout.stride(0), Math.min(columns, rows - row), step)
                    .fill_(fillValue);
        return self();
    }

    private Tensor diagonalFrom(long first, int n, long step) {
        return part("AsStrided", layout -> {
            long at = first - self().raw().layout().offset() + layout.offset();
            return new Layout(Shape.of(n), new long[] {step}, at);
        });
    }

    /** This tensor itself takes the place of a view of it. */
    private Tensor become(String op, Supplier<Tensor> view) {
        checkRecordable(op);
        return self().become(view.get());
    }

    /** A new dimension of size 1 before dimension {@code along}, of this tensor itself. */
    public Tensor unsqueeze_(int along) {
        return become("unsqueeze_", () -> self().unsqueeze(along, 1));
    }

    /** Without all dimensions of size 1; this tensor itself. */
    public Tensor squeeze_() {
        return become(
                "squeeze_",
                () -> self().squeeze(3, IntStream.range(0, self().dim()).toArray()));
    }

    /** Without a dimension, if its size is 1; this tensor itself. */
    public Tensor squeeze_(int along) {
        return become("squeeze_", () -> self().squeeze(4, new int[] {along}));
    }

    /** Without these dimensions, as far as their size is 1; this tensor itself. */
    public Tensor squeeze_(int... dims) {
        return become("squeeze_", () -> self().squeeze(5, dims));
    }

    /**
     * Without dimensions of size 1.
     *
     * @param args dim (all): the dimensions that go, as far as their size is 1
     */
    @SafeVarargs
    public final Tensor squeeze_(Arg<? super Takes.Along>... args) {
        var dims = given(args, Dim.class);
        return dims == null ? squeeze_() : squeeze_(dims.dims());
    }

    /** With two dimensions swapped; this tensor itself. */
    public Tensor transpose_(int dim0, int dim1) {
        return become("transpose_", () -> self().transpose(1, dim0, dim1));
    }

    /** Like {@link #transpose_}. */
    public Tensor swapaxes_(int axis0, int axis1) {
        return transpose_(axis0, axis1);
    }

    /** Like {@link #transpose_}. */
    public Tensor swapdims_(int dim0, int dim1) {
        return transpose_(dim0, dim1);
    }

    /** The transpose of a matrix; this tensor itself. */
    public Tensor t_() {
        return become("t_", () -> self().t(1));
    }
}
